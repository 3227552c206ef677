// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_box.h"

#include "tests/frame/test_class.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QUrl>

class AboutBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void namesTheVersion();
    void leadsToTheHomepage_data();
    void leadsToTheHomepage();
    void hasTheTexts_data();
    void hasTheTexts();
    void tabsAreReachedByKeys();
    void closesOnEscape();

public slots:
    void noteAddress(const QUrl &address) { m_opened.append(address); } // in place of the browser

private:
    [[nodiscard]] QWidget *box() const { return m_window->findChild<QWidget *>(QStringLiteral("about")); }
    [[nodiscard]] QTabWidget *tabs() const { return box()->findChild<QTabWidget *>(); }

    std::unique_ptr<QWidget> m_window;
    QList<QUrl> m_opened;
};

void AboutBoxTest::init()
{
    QApplication::setApplicationVersion(QStringLiteral("12.34.56"));
    m_window = std::make_unique<QWidget>();
    m_window->show();
    overfit::ui::showAbout(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(box()));
}

void AboutBoxTest::cleanup()
{
    m_window.reset();
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

void AboutBoxTest::namesTheVersion()
{
    QString shown;
    for (const QLabel *label : tabs()->widget(0)->findChildren<QLabel *>())
        shown += label->text();
    QVERIFY(shown.contains(QStringLiteral("Overfit 12.34.56")));
    QVERIFY(shown.contains(QString::fromLatin1(qVersion())));
}

void AboutBoxTest::leadsToTheHomepage_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"mouse", "key", "tab"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void AboutBoxTest::leadsToTheHomepage()
{
    QFETCH(QString, way);
    m_opened.clear();
    for (const QString &scheme : {QStringLiteral("http"), QStringLiteral("https")})
        QDesktopServices::setUrlHandler(scheme, this, "noteAddress");
    auto *link = box()->findChild<QLabel *>(QStringLiteral("homepage"));
    QVERIFY(link && !link->accessibleName().isEmpty() && !link->toolTip().isEmpty());
    if (way == QLatin1String("mouse")) {
        const int start = link->fontMetrics().horizontalAdvance(QStringLiteral("Homepage: "));
        QTest::mouseClick(link, Qt::LeftButton, {}, {start + 20, link->height() / 2});
    } else if (way == QLatin1String("key")) {
        QTest::keyClick(box(), Qt::Key_H, Qt::AltModifier);
    } else {
        for (int tabs = 0; tabs < 20 && !link->hasFocus(); ++tabs)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(link, Qt::Key_Tab); // from the text to the address in it
        QVERIFY(link->hasFocus());
        QTest::keyClick(link, Qt::Key_Return);
    }
    QCOMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral(OVERFIT_HOMEPAGE))});
}

void AboutBoxTest::hasTheTexts_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("phrase");
    QTest::newRow("the licence") << 1
                                 << QStringLiteral(
                                        "GNU GENERAL PUBLIC LICENSE\n                       Version 3");
    QTest::newRow("its end") << 1 << QStringLiteral("why-not-lgpl.html");
    QTest::newRow("Qt") << 2 << QStringLiteral("\nQt " QT_VERSION_STR "\n");
    QTest::newRow("Qt's licence") << 2 << QStringLiteral("GNU LESSER GENERAL PUBLIC LICENSE");
    QTest::newRow("Qt Charts") << 2 << QStringLiteral("\nQt Charts " QT_VERSION_STR "\n");
    QTest::newRow("Eigen") << 2 << QStringLiteral("\nEigen 3.4");
    QTest::newRow("Eigen's licence") << 2 << QStringLiteral("Mozilla Public License Version 2.0");
    QTest::newRow("fast_float") << 2 << QStringLiteral("\nfast_float ");
    QTest::newRow("libcsv") << 2 << QStringLiteral("\nlibcsv 3");
    QTest::newRow("CLI11") << 2 << QStringLiteral("\nCLI11 ");
    QTest::newRow("nlohmann-json") << 2 << QStringLiteral("\nnlohmann-json 3");
}

void AboutBoxTest::hasTheTexts()
{
    QFETCH(int, tab);
    QFETCH(QString, phrase);
    QTabBar *bar = tabs()->tabBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
    const auto *reader = qobject_cast<QPlainTextEdit *>(tabs()->currentWidget());
    QVERIFY(reader);
    QVERIFY2(reader->toPlainText().contains(phrase), qPrintable(reader->toPlainText().left(2000)));
    QVERIFY(reader->isReadOnly());
    QVERIFY(!reader->accessibleName().isEmpty());
}

void AboutBoxTest::tabsAreReachedByKeys()
{
    QTest::keyClick(box(), Qt::Key_L, Qt::AltModifier);
    QCOMPARE(tabs()->currentIndex(), 1);
    QTest::keyClick(box(), Qt::Key_W, Qt::AltModifier);
    QCOMPARE(tabs()->currentIndex(), 2);
}

void AboutBoxTest::closesOnEscape()
{
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(!box());
}

OVERFIT_WIDGET_TEST(AboutBoxTest)
#include "about_box_test.moc"
