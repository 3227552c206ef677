// SPDX-License-Identifier: GPL-3.0-or-later

// The menu, the keys and the dialog.
#include "core/answer/answerer.h"
#include "core/takeaway/python_script.h"
#include "tests/frame/test_class.h"
#include "ui/charts/plot_view.h"
#include "ui/export/export_dialog.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>

using namespace overfit;
using namespace overfit::ui;

class ExportWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void ctrlEOpensTheDialogAndEnterSavesTheFile();
    void everyControlHasANameATooltipAndALetterThatGoesThere();
    void endingAndFormatAreTheSameThing();
    void aFileThatIsThereIsReplacedOnlyWhenSavedTwice();
    void aProblemLeavesTheDialogOpenAndSaysWhatToDo();
    void whatDoesNotMatterCannotBeSet();
    void aFileIsChosenByBrowsing();
    void whileAFileIsChosenTheDialogCanBeClosed();
    void theLastSettingsAreKept();
    void aNameWithoutAFolderGoesWhereTheLastOneWent();
    void nothingIsEncodedOrWrittenOnTheThreadOfTheWindow_data();
    void nothingIsEncodedOrWrittenOnTheThreadOfTheWindow();
    void whatGoesWrongAfterTheDialogIsTold();
    void copyPictureCopiesTheChartOfTheModelOrTheOneWithTheKeyboard();
    void copyWindowCopiesAllOfIt();
    void copyAsPythonCopiesTheScript();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    ExportDialog *open();
    /// The dialog in which a file is chosen; should it wait for an answer within the click, it is refused
    /// one.
    QFileDialog *browse(const ExportDialog *dialog);
    void type(const char *name, const QString &text);
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    SnapshotPtr m_snapshot;
    bool m_workHeldBack = false;
    QList<std::function<void()>> m_work; ///< that is held back
};

void ExportWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const Scenario scenario;
    m_window = std::make_unique<MainWindow>(scenario, Theme::Light);
    Answerer().answer(scenario, StopToken(), [this](const SnapshotPtr &snapshot) { m_snapshot = snapshot; });
    m_window->showSnapshot(m_snapshot);
    m_workHeldBack = false;
    m_work.clear();
    connect(
        &m_window->exporting(), &Exporting::workWanted, this, [this](const Work &work, const Finish &finish) {
            m_work.append([work, finish] { finish(work()); });
            if (!m_workHeldBack)
                m_work.takeFirst()();
        });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void ExportWindowTest::cleanup()
{
    m_window.reset();
}

ExportDialog *ExportWindowTest::open()
{
    m_window->activateWindow(); // as the desktop does when a dialog is closed
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window is not active");
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    auto *dialog = find<ExportDialog>("export");
    if (!dialog || !QTest::qWaitForWindowExposed(dialog))
        qFatal("no dialog");
    return dialog;
}

void ExportWindowTest::type(const char *name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void ExportWindowTest::ctrlEOpensTheDialogAndEnterSavesTheFile()
{
    QVERIFY(!find<ExportDialog>("export")); // not made before it is wanted
    open();
    type("exportFile", path("chart.png"));
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Return);
    QTRY_VERIFY(!find<ExportDialog>("export"));
    QCOMPARE(QImage(path("chart.png")).size(), 2 * kPictureSize);
    QVERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("chart.png")));
}

void ExportWindowTest::everyControlHasANameATooltipAndALetterThatGoesThere()
{
    ExportDialog *dialog = open();
    const QList<QPair<const char *, Qt::Key>> letters{{"exportSubject", Qt::Key_W},
        {"exportFormat", Qt::Key_F}, {"exportFile", Qt::Key_I}, {"exportWidth", Qt::Key_Z},
        {"exportHeight", Qt::Key_H}, {"exportScale", Qt::Key_L}};
    for (const auto &[name, key] : letters) {
        auto *control = find<QWidget>(name);
        QVERIFY2(!control->accessibleName().isEmpty() && !control->toolTip().isEmpty(), name);
        QTest::keyClick(dialog, key, Qt::AltModifier);
        QVERIFY2(control->hasFocus(), name);
    }
    QTest::keyClick(dialog, Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(find<QCheckBox>("exportDark")->isChecked());
    QTest::keyClick(dialog, Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(!find<ExportDialog>("export"));
}

void ExportWindowTest::endingAndFormatAreTheSameThing()
{
    open();
    type("exportFile", path("a.svg"));
    QCOMPARE(find<QComboBox>("exportFormat")->currentText(), formatName(Format::Svg));
    find<QComboBox>("exportFormat")->setFocus();
    QTest::keyClick(find<QComboBox>("exportFormat"), Qt::Key_Down); // PDF
    QCOMPARE(find<QLineEdit>("exportFile")->text(), path("a.pdf"));
    for (int i = 0; i < 3; ++i) // to the report, which can be a PDF as well
        QTest::keyClick(find<QComboBox>("exportSubject"), Qt::Key_Down);
    QCOMPARE(find<QLineEdit>("exportFile")->text(), path("a.pdf"));
    QTest::keyClick(find<QComboBox>("exportSubject"), Qt::Key_Down); // to the points, which can't
    QCOMPARE(find<QLineEdit>("exportFile")->text(), path("a.csv"));
}

void ExportWindowTest::aFileThatIsThereIsReplacedOnlyWhenSavedTwice()
{
    QFile file(path("a.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    open();
    type("exportFile", path("a.csv"));
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Return);
    QVERIFY(find<QLabel>("exportProblem")->text().contains(QStringLiteral("is there already")));
    QCOMPARE(QFileInfo(path("a.csv")).size(), 4);
    QTest::mouseClick(find<QPushButton>("exportSave"), Qt::LeftButton);
    QTRY_VERIFY(!find<ExportDialog>("export"));
    QVERIFY(QFileInfo(path("a.csv")).size() > 100);
}

void ExportWindowTest::aProblemLeavesTheDialogOpenAndSaysWhatToDo()
{
    open();
    type("exportFile", path("nowhere/a.png"));
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Return);
    QVERIFY(find<QLabel>("exportProblem")->isVisible());
    QVERIFY(find<QLabel>("exportProblem")->text().contains(QStringLiteral("There is no folder")));
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Escape);
    QTRY_VERIFY(!find<ExportDialog>("export"));
}

void ExportWindowTest::whatDoesNotMatterCannotBeSet()
{
    open();
    type("exportFile", path("a.svg"));
    QVERIFY(find<QSpinBox>("exportWidth")->isEnabled());
    QVERIFY(!find<QDoubleSpinBox>("exportScale")->isEnabled());
    type("exportFile", path("a.csv"));
    QVERIFY(!find<QSpinBox>("exportWidth")->isEnabled());
    QVERIFY(!find<QCheckBox>("exportDark")->isEnabled());
}

void ExportWindowTest::aNameWithoutAFolderGoesWhereTheLastOneWent()
{
    open();
    type("exportFile", path("first.csv"));
    QTest::mouseClick(find<QPushButton>("exportSave"), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path("first.csv")));
    QTRY_VERIFY(!find<ExportDialog>("export"));
    open();
    type("exportFile", QStringLiteral("second.csv"));
    QTest::mouseClick(find<QPushButton>("exportSave"), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path("second.csv")));
}

QFileDialog *ExportWindowTest::browse(const ExportDialog *dialog)
{
    QTimer impatience;
    connect(&impatience, &QTimer::timeout, this, [dialog] {
        if (auto *const files = dialog->findChild<QFileDialog *>())
            files->reject();
    });
    impatience.start(2000);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("exportBrowse")), Qt::LeftButton);
    return dialog->findChild<QFileDialog *>();
}

void ExportWindowTest::aFileIsChosenByBrowsing()
{
    const ExportDialog *const dialog = open();
    QFileDialog *const files = browse(dialog);
    QVERIFY(files);
    files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path("chosen"));
    QMetaObject::invokeMethod(files, "accept");
    const auto *const name = dialog->findChild<QLineEdit *>(QStringLiteral("exportFile"));
    QCOMPARE(name->text(), path("chosen.png"));
}

void ExportWindowTest::whileAFileIsChosenTheDialogCanBeClosed()
{
    const QPointer<ExportDialog> dialog = open();
    const QPointer<QFileDialog> files = browse(dialog);
    QVERIFY(files);
    dialog->reject();
    QTRY_VERIFY(!dialog);
    QVERIFY(!files);
}

void ExportWindowTest::theLastSettingsAreKept()
{
    open();
    QTest::keyClick(find<QComboBox>("exportSubject"), Qt::Key_Down);
    type("exportFile", path("a.png"));
    find<QSpinBox>("exportWidth")->selectAll();
    QTest::keyClicks(find<QSpinBox>("exportWidth"), QStringLiteral("640"));
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Return);
    QTRY_VERIFY(!find<ExportDialog>("export"));
    QCOMPARE(QImage(path("a.png")).width(), 1280);
    const ExportRequest again = open()->request();
    QCOMPARE(again.subject, Subject::Accuracy);
    QCOMPARE(again.path, path("a.png"));
    QCOMPARE(again.size.width(), 640);
}

void ExportWindowTest::nothingIsEncodedOrWrittenOnTheThreadOfTheWindow_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"png", "svg", "pdf", "csv", "py"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void ExportWindowTest::nothingIsEncodedOrWrittenOnTheThreadOfTheWindow()
{
    QFETCH(QString, ending);
    m_workHeldBack = true;
    open();
    const QString file = path("later.") + ending;
    type("exportFile", file);
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Return);
    QTRY_VERIFY(!find<ExportDialog>("export"));
    QCOMPARE(m_work.size(), 1);
    QVERIFY(!QFileInfo::exists(file));
    QVERIFY(m_window->statusBar()->currentMessage().startsWith(QStringLiteral("Saving")));
    m_work.takeFirst()();
    QVERIFY(QFileInfo(file).size() > 100);
    QVERIFY(m_window->statusBar()->currentMessage().startsWith(QStringLiteral("Saved")));
}

void ExportWindowTest::whatGoesWrongAfterTheDialogIsTold()
{
    m_workHeldBack = true;
    open();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
    type("exportFile", path("sub/a.png"));
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Return);
    QTRY_VERIFY(!find<ExportDialog>("export"));
    QVERIFY(QDir(m_folder->path()).rmdir(QStringLiteral("sub")));
    m_work.takeFirst()();
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral("There is no folder")), qPrintable(box->text()));
    QTest::keyClick(box, Qt::Key_Escape);
}

void ExportWindowTest::copyPictureCopiesTheChartOfTheModelOrTheOneWithTheKeyboard()
{
    QList<QByteArray> copied;
    for (const char *plot : {"fitPlot", "accuracyPlot"}) {
        QGuiApplication::clipboard()->clear();
        find<PlotView>(plot)->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), 2 * kPictureSize);
        copied.append(data->data(QStringLiteral("image/svg+xml")));
    }
    QVERIFY(copied[0].contains("target function"));
    QVERIFY(copied[1].contains("Accuracy by degree"));
}

void ExportWindowTest::copyWindowCopiesAllOfIt()
{
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), 2 * m_window->size());
    QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("The model and the data"));
}

void ExportWindowTest::copyAsPythonCopiesTheScript()
{
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(pythonScript(*m_snapshot)));
}

OVERFIT_WIDGET_TEST(ExportWindowTest)
#include "export_window_test.moc"
