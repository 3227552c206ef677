// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading_bench.h"

#include "app/session.h"
#include "core/tables/csv.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

namespace overfit::bench {

namespace {

constexpr int kRounds = 7;
constexpr double kMostPerRow = 1.5; // slowest to fastest size
constexpr double kMostBytes = 40; // a row; 16 are kept

constexpr double kLongestStall = 50; // milliseconds

struct ReadingCost {
    double milliseconds = 0;
    double rows = 0;
    double kibibytes = 0;
};

double peakKibibytes()
{
    std::ifstream file("/proc/self/status");
    std::string name;
    double peak = 0;
    while (file >> name) {
        if (name == "VmHWM:" && file >> peak)
            break;
    }
    return peak;
}

/// Rows of about 20 bytes, none like the one before.
void writeTable(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file for the benchmark");
    QByteArray text = "time (s),height (m)\n";
    for (quint64 i = 0; file.pos() + text.size() < size; ++i) {
        const double part = static_cast<double>(i * 2654435761U % 1000000U) / 1e6;
        text += QByteArray::number(static_cast<double>(i) / 1000 + 1, 'f', 3) + ','
            + QByteArray::number(10 * part, 'f', 6) + '\n';
        if (text.size() > 1 << 20) {
            file.write(text);
            text.clear();
        }
    }
    file.write(text);
}

ReadingCost costOf(const QString &path)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--read"), path});
    child.waitForFinished(600000);
    const QList<QByteArray> words = child.readAllStandardOutput().trimmed().split(' ');
    if (child.exitCode() != 0 || words.size() != 3)
        qFatal("the child did not read");
    return {words[0].toDouble(), words[1].toDouble(), words[2].toDouble()};
}

/// The longest time between two rounds of the event loop while the window opens a file and fits it, in
/// milliseconds.
Timings stallsWhileOpening(const QString &path)
{
    app::Session session{Scenario()};
    ui::MainWindow &window = session.window();
    const auto isShown = [&window](DataSource::Kind kind) {
        return window.shown() && window.shown()->complete()
            && window.shown()->scenario.data.source.kind() == kind;
    };
    window.resize(1280, 720);
    window.show();
    while (!isShown(DataSource::Kind::Generated))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    Timings rounds;
    session.openFile(path);
    while (!isShown(DataSource::Kind::Own))
        rounds.values.push_back(timeOf([] { QCoreApplication::processEvents(); }));
    return rounds;
}

} // namespace

void benchReading(Report &report)
{
    constexpr std::array kMegabytes{1, 10, 100};
    report.heading("Opening a table: microseconds for a row");
    const QTemporaryDir folder;
    const auto pathOf = [&folder](int megabytes) {
        return folder.filePath(QStringLiteral("%1.csv").arg(megabytes));
    };
    std::array<Timings, kMegabytes.size()> perRow;
    std::array<double, kMegabytes.size()> fastest{};
    double bytes = 0;
    for (const int megabytes : kMegabytes)
        writeTable(pathOf(megabytes), qint64{megabytes} * 1000 * 1000);
    for (int round = 0; round < kRounds; ++round) { // in turn, so that whatever else goes on meets them alike
        for (std::size_t i = 0; i < kMegabytes.size(); ++i) {
            const ReadingCost cost = costOf(pathOf(kMegabytes[i]));
            perRow[i].values.push_back(1000 * cost.milliseconds / cost.rows);
            bytes = 1024 * cost.kibibytes / cost.rows;
        }
    }
    for (std::size_t i = 0; i < kMegabytes.size(); ++i) {
        fastest[i] = perRow[i].quantile(0);
        report.line(
            std::to_string(kMegabytes[i]) + " MB", perRow[i].median(), perRow[i].quantile(0.99), "us");
    }
    const auto [least, most] = std::minmax_element(fastest.begin(), fastest.end());
    report.fact("a row takes at most 1.5 times as long in one size as in another",
        *most <= kMostPerRow * *least, std::to_string(*most / *least) + "x");
    report.fact("opening 100 MB takes at most 40 bytes of memory a row, of which 16 are kept",
        bytes <= kMostBytes, std::to_string(bytes) + " bytes");
    const double longest = stallsWhileOpening(pathOf(kMegabytes.back())).quantile(1);
    report.fact("opening 100 MB keeps no event waiting for more than 50 ms", longest <= kLongestStall,
        std::to_string(longest) + " ms");
}

int runReadingChild(const std::string &file)
{
    static_cast<void>(parseData("1,2\n2,3\n3,5\n", "warm")); // what a program does once is not counted
    const double before = peakKibibytes();
    std::size_t rows = 0;
    DataResult result;
    const double took = timeOf([&] { result = readData(std::filesystem::path(file), StopToken()); });
    if (const ReadData *const data = std::get_if<ReadData>(&result))
        rows = std::visit([](const auto &table) { return table.rows.size(); }, data->table);
    std::printf("%.3f %zu %.0f\n", took, rows, peakKibibytes() - before);
    return rows > 0 ? 0 : 1;
}

} // namespace overfit::bench
