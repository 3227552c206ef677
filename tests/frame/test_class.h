// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

/// The last line of a file of tests, in place of QTEST_GUILESS_MAIN: the programs of tests hold many classes,
/// and run the one whose file is named first on their command line.
#define OVERFIT_TEST(Test) OVERFIT_TEST_WITH(Test, QCoreApplication)
/// In place of QTEST_MAIN: for tests that make widgets.
#define OVERFIT_WIDGET_TEST(Test) OVERFIT_TEST_WITH(Test, QApplication)

#define OVERFIT_TEST_WITH(Test, Application)                                                                 \
    [[maybe_unused]] static const bool kKnows##Test =                                                        \
        overfit::test::addTest(__FILE__, &overfit::test::runTest<Test, Application>);

namespace overfit::test {

using TestMain = int (*)(int count, char **arguments);

/// Makes a class known by the name of its file. No two files of a program may have one name.
bool addTest(const char *file, TestMain run);

template <typename Test, typename Application>
int runTest(int count, char **arguments)
{
    Application application(count, arguments);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    Test test;
    return QTest::qExec(&test, count, arguments);
}

} // namespace overfit::test
