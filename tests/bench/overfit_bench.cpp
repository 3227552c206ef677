// SPDX-License-Identifier: GPL-3.0-or-later

// Measures what the program promises about its speed, each case against a baseline of the same run.

#include "core_bench.h"
#include "epoch_bench.h"
#include "frame_bench.h"
#include "reading_bench.h"
#include "report.h"
#include "startup_bench.h"

#include <QApplication>

#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace {

using overfit::bench::Report;
using overfit::bench::Timings;

void benchCases(
    Report &report, const std::string &heading, const std::vector<overfit::bench::BenchCase> &cases)
{
    constexpr int kRounds = 200;
    std::map<std::string, Timings> timings;
    for (int round = 0; round < kRounds; ++round) {
        for (const auto &one : cases)
            timings[one.name].values.push_back(overfit::bench::timeOf(one.run));
    }
    report.heading(heading);
    for (const auto &one : cases) {
        const Timings &own = timings[one.name];
        if (one.baseline.empty())
            report.line(one.name, own.median(), own.quantile(0.99), "ms");
        else
            report.line(one.name, own.median(), own.quantile(0.99), "ms",
                own.median() / timings[one.baseline].median(), one.atMost);
    }
}

void benchCore(Report &report)
{
    benchCases(report, "Curves along the dials", overfit::bench::coreBenchCases());
    benchCases(report, "Factorisations", overfit::bench::factorisationBenchCases());
    benchCases(report, "Training by epochs", overfit::bench::epochBenchCases());
    const double megabytes = static_cast<double>(overfit::bench::checkpointBytes()) / 1e6;
    report.fact("checkpoints of 2,000 epochs at degree 12 take at most 8 MB", megabytes <= 8,
        std::to_string(megabytes) + " MB");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--child") == 0)
        return overfit::bench::runStartupChild(argv[2], argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--read") == 0)
        return overfit::bench::runReadingChild(argv[2]);
    if (argc > 2 || (argc == 2 && argv[1][0] == '-')) {
        std::fprintf(stderr, "usage: overfit-bench [core|frames|epochs|start|reading|soak]\n");
        return 2;
    }
    const std::string only = argc == 2 ? argv[1] : "";
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    Report report;
    if (only.empty() || only == "core")
        benchCore(report);
    if (only.empty() || only == "frames")
        overfit::bench::benchFrames(report);
    if (only.empty() || only == "epochs")
        overfit::bench::benchEpochsAndClasses(report);
    if (only.empty() || only == "start")
        overfit::bench::benchStartup(report);
    if (only.empty() || only == "reading")
        overfit::bench::benchReading(report);
    if (only.empty() || only == "soak")
        overfit::bench::soak(report);
    std::printf("\n%s\n", report.allKept() ? "Every bound was kept." : "A bound was missed.");
    return report.allKept() ? 0 : 1;
}
