// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "app/table_writer.h"

#include "core/experiment/answerer.h"

#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace overfit;
using namespace overfit::app;

namespace {

TablePtr largeTable()
{
    Table table;
    table.x = {"x", ""};
    table.y = {"y", ""};
    for (int i = 0; i < 5000; ++i) {
        table.rows.x.push_back(i);
        table.rows.y.push_back(i % 17);
    }
    return std::make_shared<const Table>(table);
}

Scenario ofLargeTable()
{
    Scenario scenario;
    scenario.data = DataSource::ownTable(largeTable());
    scenario.degree = 2;
    scenario.trainSize = 4000;
    return scenario;
}

qsizetype linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : -1;
}

} // namespace

class TableWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTableThatIsOrderedIsWritten();
    void aProblemIsTold();
    void nothingIsLostWhereItGoes();
    void theWindowHasItsLargeTablesWrittenAndTellsHowItWent();

private:
    [[nodiscard]] ui::ExportRequest points(const QString &name) const
    {
        ui::ExportRequest request;
        request.subject = ui::Subject::Points;
        request.path = m_folder.filePath(name);
        return request;
    }

    QTemporaryDir m_folder;
    SnapshotPtr m_snapshot = [] {
        SnapshotPtr last;
        Answerer().answer(Scenario(), StopToken(), [&last](const SnapshotPtr &snapshot) { last = snapshot; });
        return last;
    }();
};

void TableWriterTest::everyTableThatIsOrderedIsWritten()
{
    TableWriter writer;
    const QSignalSpy written(&writer, &TableWriter::written);
    for (int i = 0; i < 20; ++i)
        writer.write(points(QStringLiteral("%1.csv").arg(i)), m_snapshot);
    QTRY_COMPARE(written.size(), 20);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(written[i][0].toString(), m_folder.filePath(QStringLiteral("%1.csv").arg(i)));
        QCOMPARE(written[i][1].toString(), QString());
        QCOMPARE(linesOf(written[i][0].toString()), 121);
    }
}

void TableWriterTest::aProblemIsTold()
{
    TableWriter writer;
    const QSignalSpy written(&writer, &TableWriter::written);
    writer.write(points(QStringLiteral("no/such/a.csv")), m_snapshot);
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(written[0][1].toString().contains(QStringLiteral("There is no folder")));
}

void TableWriterTest::nothingIsLostWhereItGoes()
{
    {
        TableWriter writer;
        for (int i = 0; i < 5; ++i)
            writer.write(points(QStringLiteral("gone%1.csv").arg(i)), m_snapshot);
    }
    for (int i = 0; i < 5; ++i)
        QCOMPARE(linesOf(m_folder.filePath(QStringLiteral("gone%1.csv").arg(i))), 121);
}

void TableWriterTest::theWindowHasItsLargeTablesWrittenAndTellsHowItWent()
{
    Session session(ofLargeTable());
    ui::MainWindow &window = session.window();
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.shown() && window.shown()->complete(), 30000);
    const QSignalSpy wanted(&window, &ui::MainWindow::largeTableWanted);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *file = window.findChild<QLineEdit *>(QStringLiteral("exportFile"));
    QVERIFY(file);
    for (int i = 0; i < 4; ++i) // to the points
        QTest::keyClick(window.findChild<QWidget *>(QStringLiteral("exportSubject")), Qt::Key_Down);
    file->selectAll();
    QTest::keyClicks(file, m_folder.filePath(QStringLiteral("large.csv")));
    QTest::keyClick(file, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY(window.statusBar()->currentMessage().startsWith(QStringLiteral("Saved")));
    const std::size_t points = window.shown()->training.count + window.shown()->validation.count;
    QCOMPARE(static_cast<std::size_t>(linesOf(m_folder.filePath(QStringLiteral("large.csv")))), points + 1);
}

QTEST_MAIN(TableWriterTest)
#include "table_writer_test.moc"
