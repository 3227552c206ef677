// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/csv.h"

#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace overfit;
using namespace std::string_literals;
using Reason = ReadError::Reason;

namespace {

bool isSuperuser()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

std::filesystem::path pathOf(const QString &name)
{
    return {name.toStdU16String()};
}

} // namespace

class CsvFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsReadLikeItsText();
    void aFileCanHaveAnyName();
    void aFileInManyPiecesIsReadWhole();
    void aTextInPiecesIsReadLikeItsWhole_data();
    void aTextInPiecesIsReadLikeItsWhole();
    void aLineOfAHundredMegabytesIsRefusedEarly();
    void aFileThatCannotBeReadIsAnError_data();
    void aFileThatCannotBeReadIsAnError();
    void aFileWithoutPermissionIsAnError();
    void aFileThatGrowsWhileItIsReadIsAnError();
    void aStoppedReadGivesNoTable();

private:
    QString writeFile(const QString &name, const std::string &text);

    QTemporaryDir m_folder;
};

QString CsvFileTest::writeFile(const QString &name, const std::string &text)
{
    QFile file(m_folder.filePath(name));
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
    return isWritten ? file.fileName() : QString();
}

void CsvFileTest::aFileIsReadLikeItsText()
{
    const QString file = writeFile(QStringLiteral("speeds.csv"), "speed (mph),distance\n1,4\n2,5.5\n3,-6\n");
    const ReadResult result = readTable(pathOf(file), StopToken());
    QVERIFY(std::holds_alternative<Table>(result));
    const Table &table = std::get<Table>(result);
    QVERIFY(table.rows == kRows);
    QCOMPARE(table.x.unit, "mph"s);
    QCOMPARE(table.title, "speeds"s);
    QCOMPARE(table.source, file.toStdString());
}

void CsvFileTest::aFileCanHaveAnyName()
{
    const QString file = writeFile(QStringLiteral("d\u00e9j\u00e0 vu \u6570.csv"), "1,4\n2,x\n3,-6\n");
    const ReadError error = errorOf(readTable(pathOf(file), StopToken()));
    QCOMPARE(error.reason, Reason::NotANumber);
    QCOMPARE(error.file, file.toStdString());
}

void CsvFileTest::aFileInManyPiecesIsReadWhole()
{
    constexpr int kCount = 100000;
    std::string text = "x,y\r\n";
    for (int i = 0; i < kCount; ++i)
        text += std::to_string(i) + ',' + std::to_string(2 * i) + "\r\n";
    const QString file = writeFile(QStringLiteral("long.csv"), text);
    const ReadResult result = readTable(pathOf(file), StopToken());
    QVERIFY(std::holds_alternative<Table>(result));
    const Dataset &rows = std::get<Table>(result).rows;
    QCOMPARE(rows.size(), std::size_t{kCount});
    for (std::size_t i = 0; i < rows.size(); ++i)
        QVERIFY(rows.x[i] == static_cast<double>(i) && rows.y[i] == 2 * rows.x[i]);
}

void CsvFileTest::aTextInPiecesIsReadLikeItsWhole_data()
{
    QTest::addColumn<int>("length");
    QTest::newRow("bytes") << 1;
    QTest::newRow("pieces of rows") << 3;
    QTest::newRow("many rows") << 1000;
}

void CsvFileTest::aTextInPiecesIsReadLikeItsWhole()
{
    QFETCH(const int, length);
    const std::string text = "speed (mph),distance\n" + repeated("1,4\n2,5.5\n3,-6\n", 5000);
    std::size_t given = 0;
    std::string piece; // one place for all: nothing may look at an earlier one
    const auto nextPiece = [&]() -> std::string_view {
        piece = text.substr(given, static_cast<std::size_t>(length));
        given += piece.size();
        return piece;
    };
    const DataResult result = readPieces(nextPiece, "standard input");
    QVERIFY(std::holds_alternative<ReadData>(result));
    const Table &table = std::get<Table>(std::get<ReadData>(result).table);
    QVERIFY(table == tableOf(parseTable(text, "standard input")));
    QCOMPARE(table.rows.size(), std::size_t{15000});
}

void CsvFileTest::aLineOfAHundredMegabytesIsRefusedEarly()
{
    const QString name = writeFile(QStringLiteral("line.csv"), "1,2\n");
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    const QByteArray megabyte(1 << 20, '1');
    for (int i = 0; i < 100; ++i)
        QCOMPARE(file.write(megabyte), qint64{megabyte.size()});
    file.close();
    const ReadError error = errorOf(readTable(pathOf(name), StopToken()));
    QVERIFY(file.remove());
    QCOMPARE(error.reason, Reason::LineTooLong);
    QCOMPARE(error.line, std::size_t{2});
}

void CsvFileTest::aFileThatCannotBeReadIsAnError_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("a folder") << QString() << Reason::IsDirectory;
    QTest::newRow("no such file") << QStringLiteral("missing.csv") << Reason::CannotOpen;
    QTest::newRow("no such folder") << QStringLiteral("missing/lab.csv") << Reason::CannotOpen;
    QTest::newRow("an empty file") << writeFile(QStringLiteral("empty.csv"), "").section(QLatin1Char('/'), -1)
                                   << Reason::Empty;
    QTest::newRow("a picture")
        << writeFile(QStringLiteral("a.png"), "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s).section(QLatin1Char('/'), -1)
        << Reason::NotText;
}

void CsvFileTest::aFileThatCannotBeReadIsAnError()
{
    QFETCH(const QString, name);
    QFETCH(const Reason, reason);
    const QString path = name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
    const ReadError error = errorOf(readTable(pathOf(path), StopToken()));
    QCOMPARE(error.reason, reason);
    QCOMPARE(error.file, path.toStdString());
    QCOMPARE(error.found.empty(), reason != Reason::CannotOpen);
}

void CsvFileTest::aFileWithoutPermissionIsAnError()
{
    if (isSuperuser())
        QSKIP("nothing is forbidden to the superuser");
    const QString file = writeFile(QStringLiteral("secret.csv"), "1,4\n2,5.5\n3,-6\n");
    if (!QFile::setPermissions(file, {}) || QFile(file).open(QIODevice::ReadOnly))
        QSKIP("this file system has no permissions");
    const ReadError error = errorOf(readTable(pathOf(file), StopToken()));
    QCOMPARE(error.reason, Reason::CannotOpen);
    QVERIFY(!error.found.empty());
}

void CsvFileTest::aFileThatGrowsWhileItIsReadIsAnError()
{
    const QString name = writeFile(QStringLiteral("growing.csv"), repeated("1,4\n2,5.5\n3,-6\n", 100000));
    ReadOptions options;
    bool isWritten = false;
    std::uintmax_t told = 0;
    options.progress = [&](std::uintmax_t read, std::uintmax_t size) {
        QVERIFY(read >= told && read <= size);
        told = read;
        if (isWritten || read == 0)
            return;
        QFile file(name);
        isWritten = file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write("4,5\n") == 4;
    };
    const DataResult result = readData(pathOf(name), StopToken(), options);
    QVERIFY(isWritten);
    QVERIFY(std::holds_alternative<ReadError>(result));
    QCOMPARE(std::get<ReadError>(result).reason, Reason::Changed);
    QCOMPARE(std::get<ReadError>(result).file, name.toStdString());
}

void CsvFileTest::aStoppedReadGivesNoTable()
{
    const QString file = writeFile(QStringLiteral("stopped.csv"), "1,4\n2,5.5\n3,-6\n");
    StopToken stop;
    stop.request();
    const ReadError error = errorOf(readTable(pathOf(file), stop));
    QCOMPARE(error.reason, Reason::Empty);
    QCOMPARE(error.file, file.toStdString());
}

OVERFIT_TEST(CsvFileTest)
#include "csv_file_test.moc"
