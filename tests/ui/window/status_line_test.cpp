// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "tests/frame/test_class.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

using namespace overfit;
using namespace overfit::ui;

class StatusLineTest : public QObject
{
    Q_OBJECT

private slots:
    void theBarIsThereWhileItSaysSomething();
    void whatIsReadStaysBesideAMessage();
    void rowsThatWereLeftOutAreForgottenWithTheirData();
    void readingCanBeCancelled();
};

void StatusLineTest::theBarIsThereWhileItSaysSomething()
{
    QStatusBar bar;
    StatusLine line(&bar);
    QVERIFY(bar.isHidden());
    line.tell(QStringLiteral("a%1b"));
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.currentMessage(), QStringLiteral("a%1b"));
    line.untell();
    QVERIFY(bar.isHidden());
    QVERIFY(bar.currentMessage().isEmpty());
}

void StatusLineTest::whatIsReadStaysBesideAMessage()
{
    QStatusBar bar;
    StatusLine line(&bar);
    line.showReading(QStringLiteral("a%2.csv"));
    line.showReadingProgress(1, 2);
    const auto *const text = bar.findChild<QLabel *>(QStringLiteral("readingText"));
    QVERIFY(text && text->text().contains(QStringLiteral("a%2.csv")));
    line.tell(QStringLiteral("told"));
    line.untell();
    QVERIFY(!bar.isHidden());
    line.showReading({});
    QVERIFY(bar.isHidden());
}

void StatusLineTest::rowsThatWereLeftOutAreForgottenWithTheirData()
{
    QStatusBar bar;
    StatusLine line(&bar);
    line.showLeftOut({});
    QVERIFY(bar.isHidden());
    LeftOutRows rows;
    rows.count = 3;
    line.showLeftOut(rows);
    QVERIFY(!bar.isHidden());
    line.forgetLeftOut();
    QVERIFY(bar.isHidden());
    line.showReading(QStringLiteral("a.csv"));
    line.forgetLeftOut(); // a file that is read is not forgotten
    QVERIFY(!bar.isHidden());
}

void StatusLineTest::readingCanBeCancelled()
{
    QStatusBar bar;
    StatusLine line(&bar);
    QSignalSpy cancelled(&line, &StatusLine::readingCancelled);
    line.showReading(QStringLiteral("a.csv"));
    bar.findChild<QPushButton *>(QStringLiteral("cancelReading"))->click();
    QCOMPARE(cancelled.size(), 1);
}

OVERFIT_WIDGET_TEST(StatusLineTest)
#include "status_line_test.moc"
