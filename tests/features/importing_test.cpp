// SPDX-License-Identifier: GPL-3.0-or-later

// A table on its way in: looked at, asked about, read, told of what was left out.

#include "app/session.h"
#include "tests/frame/test_class.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/words/strings.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace overfit;

class ImportingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aSpreadsheetWithDecimalCommasIsShownAndOpened();
    void columnsAreChosenByKeyboard();
    void twoInputsAndAClassBecomeAPictureOfClasses();
    void anotherFormatIsLookedAtAnew();
    void whatCannotBeUsedCannotBeOpened();
    void cellsArePastedFromTheClipboard();
    void anEmptyClipboardIsToldOf();
    void aDroppedFileIsAskedAbout();
    void aClearFileOfTheCommandLineIsOpenedAtOnce();
    void rowsLeftOutAreToldWithDetails();
    void rowsLeftOutAreNotToldOfOtherData();
    void cancellingKeepsWhatIsOpen();
    void aLongReadCanBeCancelled();
    void everyControlIsNamedAndReachable();
    void badFilesGetOneClearMessage_data();
    void badFilesGetOneClearMessage();
    void whatIsNoFileGetsOneClearMessage_data();
    void whatIsNoFileGetsOneClearMessage();

private:
    QString write(const char *name, const QByteArray &text) const;
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_session->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    ui::ImportDialog *dialog() const
    {
        auto *found = m_session->window().findChild<ui::ImportDialog *>();
        return found && found->isVisible() ? found : nullptr;
    }
    const DataSource &data() const { return m_session->window().scenario().data.source; }
    void press(const char *button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    QTemporaryDir m_folder;
    std::unique_ptr<app::Session> m_session;
};

void ImportingTest::init()
{
    QLocale::setDefault(QLocale::c());
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window()));
}

QString ImportingTest::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no test file");
    file.write(text);
    return file.fileName();
}

void ImportingTest::aSpreadsheetWithDecimalCommasIsShownAndOpened()
{
    emit m_session->window().files().fileChosen(
        write("lab.csv", "Name;Zeit (s);Weg (m)\na;0,5;1,25\nb;1;2,5\nc;1,5;4,75\nd;2;n/a\n"));
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->windowTitle(), QStringLiteral("lab.csv"));
    QCOMPARE(find<QComboBox>("separator")->currentText(), QStringLiteral("Semicolon"));
    QCOMPARE(find<QComboBox>("decimal")->currentText(), QStringLiteral("Comma: 1,5"));
    QVERIFY(find<QCheckBox>("header")->isChecked());
    QCOMPARE(find<QComboBox>("xColumn")->currentText(), QStringLiteral("Zeit (s)"));
    QCOMPARE(find<QComboBox>("yColumn")->currentText(), QStringLiteral("Weg (m)"));
    QVERIFY(find<QComboBox>("classColumn")->isHidden());
    auto *table = find<QTableWidget>("rows");
    QCOMPARE(table->item(2, 1)->text(), QStringLiteral("1,5"));
    QCOMPARE(table->horizontalHeaderItem(1)->text(), QStringLiteral("Zeit (s)\n→ x"));
    QVERIFY(find<QLabel>("note")->text().startsWith(QStringLiteral("3 of the first 4 rows")));
    press("open");
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QCOMPARE(data().table()->rows.x, (std::vector<double>{0.5, 1, 1.5}));
    QCOMPARE(data().table()->rows.y, (std::vector<double>{1.25, 2.5, 4.75}));
    QCOMPARE(QString::fromStdString(data().table()->y.unit), QStringLiteral("m"));
    QTRY_VERIFY(!dialog());
}

void ImportingTest::columnsAreChosenByKeyboard()
{
    emit m_session->window().files().fileChosen(
        write("three.csv", "a,b,c\n1,2,30\n2,3,40\n3,5,60\n4,1,20\n"));
    QTRY_VERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClick(dialog(), Qt::Key_Y, Qt::AltModifier);
    auto *chooser = find<QComboBox>("yColumn");
    QVERIFY(chooser->hasFocus());
    QTest::keyClick(chooser, Qt::Key_Down);
    QTest::keyClick(dialog(), Qt::Key_O, Qt::AltModifier);
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QCOMPARE(data().table()->rows.y, (std::vector<double>{30, 40, 60, 20}));
}

void ImportingTest::twoInputsAndAClassBecomeAPictureOfClasses()
{
    QByteArray text = "length,width,kind\n";
    for (int i = 0; i < 40; ++i)
        text +=
            QByteArray::number(i) + ',' + QByteArray::number(i * 7 % 40) + (i % 3 == 0 ? ",oak\n" : ",elm\n");
    emit m_session->window().files().fileChosen(write("trees.csv", text));
    QTRY_VERIFY(dialog());
    QVERIFY(find<QComboBox>("classColumn")->isVisible());
    QCOMPARE(find<QComboBox>("classColumn")->currentText(), QStringLiteral("kind"));
    press("open");
    QTRY_COMPARE(data().kind(), DataSource::Kind::OwnClasses);
    QCOMPARE(data().problem(), Problem::Classes);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->window().shown() && m_session->window().shown()->complete()
            && m_session->window().shown()->scenario == m_session->window().scenario(),
        60000);
    QVERIFY(m_session->window().shown()->classes);
    QCOMPARE(ui::classNames(data())[1], QStringLiteral("oak"));
    QCOMPARE(find<QComboBox>("data")->currentText(), QStringLiteral("trees"));
}

void ImportingTest::anotherFormatIsLookedAtAnew()
{
    emit m_session->window().files().fileChosen(
        write("tabs.tsv", "x\ty\n1\t1,234\n2\t2,345\n3\t3,456\n4\t5,678\n"));
    QTRY_VERIFY(dialog());
    QCOMPARE(find<QComboBox>("decimal")->currentIndex(), -1);
    QVERIFY(!find<QPushButton>("open")->isEnabled()); // 1.234 or 1234?
    auto *decimal = find<QComboBox>("decimal");
    decimal->setFocus();
    QTest::keyClick(decimal, Qt::Key_End);
    QTRY_VERIFY(find<QPushButton>("open")->isEnabled());
    press("open");
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QCOMPARE(data().table()->rows.y, (std::vector<double>{1.234, 2.345, 3.456, 5.678}));
}

void ImportingTest::whatCannotBeUsedCannotBeOpened()
{
    emit m_session->window().files().fileChosen(write("words.csv", "x,y,z\n1,a,2\n2,b,3\n3,c,4\n"));
    QTRY_VERIFY(dialog());
    auto *y = find<QComboBox>("yColumn");
    y->setFocus();
    QTest::keyClick(y, Qt::Key_Up);
    QCOMPARE(y->currentText(), QStringLiteral("y"));
    QVERIFY(!find<QPushButton>("open")->isEnabled());
    QVERIFY(find<QLabel>("note")->text().startsWith(QStringLiteral("0 of the first 3 rows")));
    QTest::keyClick(y, Qt::Key_Up);
    QVERIFY(find<QLabel>("note")->text().contains(QStringLiteral("twice")));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(data().kind(), DataSource::Kind::Generated);
}

void ImportingTest::cellsArePastedFromTheClipboard()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("dose\teffect\n1,5\t2\n2,5\t3\n3,5\t5\n4,5\t7\n"));
    QTest::keyClick(&m_session->window(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->windowTitle(), QStringLiteral("Clipboard"));
    press("open");
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QCOMPARE(data().table()->rows.x, (std::vector<double>{1.5, 2.5, 3.5, 4.5}));
    QCOMPARE(find<QComboBox>("data")->currentText(), QStringLiteral("Clipboard"));
}

void ImportingTest::anEmptyClipboardIsToldOf()
{
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&m_session->window(), Qt::Key_V, Qt::ControlModifier);
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = find<QMessageBox>("problem")));
    QVERIFY(box->text().contains(QStringLiteral("no text to paste")));
}

void ImportingTest::aDroppedFileIsAskedAbout()
{
    for (const char *plot : {"fitPlot", "accuracyPlot"}) { // most of the window: what they ignore it gets
        const auto *chart = find<QAbstractScrollArea>(plot);
        QVERIFY(!chart->acceptDrops() && !chart->viewport()->acceptDrops());
    }
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(write("dropped.csv", "x,y\n1,2\n2,3\n3,5\n"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&m_session->window(), &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&m_session->window(), &drop));
    QTRY_VERIFY(dialog());
    press("open");
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
}

void ImportingTest::aClearFileOfTheCommandLineIsOpenedAtOnce()
{
    m_session->openFile(write("clear.csv", "x;y\n1,5;2\n2,5;3\n3,5;5\n"));
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QVERIFY(!dialog());
    m_session->openFile(write("three.csv", "x,y,z\n1,2,3\n2,3,4\n3,4,6\n"));
    QTRY_VERIFY(dialog());
}

void ImportingTest::rowsLeftOutAreToldWithDetails()
{
    m_session->openFile(
        write("gaps.csv", "x,y\n1,2\n2,n/a\n3,4\n,5\n5,6\n6,1\n"), app::Session::Asking::Never);
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QVERIFY(m_session->window().statusBar()->isVisible());
    QVERIFY(
        find<QLabel>("readingText")->text().startsWith(QStringLiteral("2 rows left out. Line 3, column 2")));
    QTest::keyClick(&m_session->window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&m_session->window(), Qt::Key_D, Qt::ControlModifier); // a message comes and goes
    QVERIFY(find<QPushButton>("leftOutDetails")->isVisible());
    press("leftOutDetails");
    auto *list = find<QListWidget>("leftOutRows");
    QVERIFY(list);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(1)->text(), QStringLiteral("Line 5, column 1: nothing there"));
    QTest::keyClick(list->window(), Qt::Key_Escape);
    press("dismissNotice");
    QVERIFY(!m_session->window().statusBar()->isVisible());
}

void ImportingTest::rowsLeftOutAreNotToldOfOtherData()
{
    m_session->openFile(
        write("gaps.csv", "x,y\n1,2\n2,n/a\n3,4\n,5\n5,6\n6,1\n"), app::Session::Asking::Never);
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QVERIFY(m_session->window().statusBar()->isVisible());
    QTest::keyClick(&m_session->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(data().kind(), DataSource::Kind::Generated);
    QVERIFY(!m_session->window().statusBar()->isVisible());
}

void ImportingTest::cancellingKeepsWhatIsOpen()
{
    const Scenario before = m_session->window().scenario();
    emit m_session->window().files().fileChosen(write("other.csv", "x,y\n1,2\n2,3\n3,5\n"));
    QTRY_VERIFY(dialog());
    press("cancel");
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_session->window().scenario(), before);
    QVERIFY(!m_session->window().statusBar()->isVisible());
}

void ImportingTest::aLongReadCanBeCancelled()
{
    QFile file(m_folder.filePath(QStringLiteral("long.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray rows = QByteArray("0.125,0.5\n1.250,2.5\n").repeated(50'000);
    for (int i = 0; i < 80; ++i)
        file.write(rows);
    file.close();
    m_session->openFile(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(
        find<QProgressBar>("readingProgress") && find<QProgressBar>("readingProgress")->value() > 0, 60000);
    QTest::keyClick(&m_session->window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_session->window().statusBar()->currentMessage().contains(QStringLiteral("copied")));
    QVERIFY(find<QPushButton>("cancelReading")->isVisible());
    QTest::keyClick(
        &m_session->window(), Qt::Key_K, Qt::ControlModifier); // plays, and takes the message away
    QVERIFY(find<QPushButton>("cancelReading")->isVisible());
    QTest::keyClick(&m_session->window(), Qt::Key_K, Qt::ControlModifier);
    press("cancelReading");
    QVERIFY(!m_session->window().statusBar()->isVisible());
    m_session->openFile(write("next.csv", "x,y\n1,2\n2,3\n3,5\n"));
    QTRY_COMPARE(data().kind(), DataSource::Kind::Own);
    QCOMPARE(data().table()->rows.size(), std::size_t(3));
}

void ImportingTest::everyControlIsNamedAndReachable()
{
    emit m_session->window().files().fileChosen(
        write("all.csv", "a,b,kind\n1,2,u\n2,3,v\n3,4,u\n4,5,v\n5,6,u\n6,9,v\n"));
    QTRY_VERIFY(dialog());
    QSet<QString> keys;
    for (const QLabel *label : dialog()->findChildren<QLabel *>()) {
        if (label->buddy() && label->isVisible())
            keys.insert(QKeySequence::mnemonic(label->text()).toString());
    }
    for (const QAbstractButton *button : dialog()->findChildren<QPushButton *>())
        keys.insert(QKeySequence::mnemonic(button->text()).toString());
    keys.insert(QKeySequence::mnemonic(find<QCheckBox>("header")->text()).toString());
    QVERIFY(!keys.contains(QString()));
    QCOMPARE(keys.size(), 9); // no two alike
    for (const QComboBox *chooser : dialog()->findChildren<QComboBox *>())
        QVERIFY(!chooser->accessibleName().isEmpty() && !chooser->toolTip().isEmpty());
}

void ImportingTest::badFilesGetOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &text, const char *said) {
        QTest::newRow(name) << text << QString::fromUtf8(said);
    };
    row("empty", "", "bad.csv holds no rows");
    row("one row", "x,y\n1,2\n", "bad.csv has too few rows");
    row("all x equal", "x,y\n1,2\n1,3\n1,4\n", "is the same in every row");
    row("text in number columns", "x,y\n1,2\n2,a\n3,b\n4,c\n5,d\n", "bad.csv, line 3, column 2");
    row("not finite", "x,y\n1,2\n2,nan\n3,inf\n", "bad.csv, line 3, column 2");
    row("one column", "x\n1\n2\n3\n", "two columns of numbers were expected");
    row("a line without end", "x,y\n1,2\n" + QByteArray(2 << 20, '1'),
        "bad.csv, line 3: the line is too long");
    row("ten thousand columns of words",
        QByteArray("w,").repeated(10000) + '\n' + QByteArray("v,").repeated(10000),
        "bad.csv, line 2, column 1: two columns");
    row("not text", QByteArray("a\0\0b", 4), "bad.csv is not a text file");
    row("a quote never closed", "x,y\n1,2\n2,\"3\n4,5\n", "bad.csv, line 3, column 2: a quoted cell");
    row("a quote never closed in the header", "\"x,y\n1,2\n2,3\n",
        "bad.csv, line 1, column 1: a quoted cell");
    row("a single line without end", QByteArray(2 << 20, '1'), "bad.csv, line 1: the line is too long");
    row("thousands or decimals", "x;y\n1;1.234\n2;2.345\n3;3.456\n",
        "bad.csv, line 2, column 2: “1.234” can be a decimal number");
    row("units in the cells", "x;y\n1;10 %\n2;20 %\n3;30 %\n",
        "bad.csv, line 2, column 2: two columns of numbers were expected, but there is “10 %”");
}

void ImportingTest::badFilesGetOneClearMessage()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const Scenario before = m_session->window().scenario();
    m_session->openFile(write("bad.csv", text), app::Session::Asking::Never);
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = find<QMessageBox>("problem")));
    QVERIFY2(box->text().contains(said), qPrintable(box->text()));
    QCOMPARE(m_session->window().scenario(), before);
    QVERIFY(!m_session->window().statusBar()->isVisible());
}

void ImportingTest::whatIsNoFileGetsOneClearMessage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("folder is a folder. Choose");
    QTest::newRow("not there") << QStringLiteral("gone.csv") << QStringLiteral("gone.csv can't be opened");
}

void ImportingTest::whatIsNoFileGetsOneClearMessage()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    QDir(m_folder.path()).mkdir(QStringLiteral("folder"));
    const Scenario before = m_session->window().scenario();
    emit m_session->window().files().fileChosen(m_folder.filePath(name));
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = find<QMessageBox>("problem")));
    QVERIFY2(box->text().contains(said), qPrintable(box->text()));
    QCOMPARE(m_session->window().scenario(), before);
}

OVERFIT_WIDGET_TEST(ImportingTest)
#include "importing_test.moc"
