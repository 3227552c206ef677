// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup_bench.h"

#include "app/session.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QProcess>
#include <QTimer>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QValueAxis>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace overfit::bench {

namespace {

constexpr int kStarts = 15;

double now()
{
    using namespace std::chrono;
    return duration<double, std::milli>(system_clock::now().time_since_epoch()).count();
}

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

/// Prints and leaves once @p watched has been painted and @p ready says so.
class FirstFrame : public QObject
{
public:
    FirstFrame(QWidget *watched, std::function<bool()> ready) : m_ready(std::move(ready))
    {
        watched->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_ready())
            QTimer::singleShot(0, this, [] { // the whole window is painted in one go
                std::printf("%.3f %.0f\n", now(), peakKibibytes());
                QApplication::exit(0);
            });
        return false;
    }

private:
    std::function<bool()> m_ready;
};

QChartView *emptyChart()
{
    auto *view = new QChartView(new QChart);
    for (const Qt::Alignment side : {Qt::AlignBottom, Qt::AlignLeft})
        view->chart()->addAxis(new QValueAxis, side);
    view->setRenderHint(QPainter::Antialiasing);
    return view;
}

int runBare()
{
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    QChartView *first = emptyChart();
    row->addWidget(first);
    row->addWidget(emptyChart());
    window.resize(1280, 720);
    const FirstFrame frame(first->viewport(), [] { return true; });
    window.show();
    return QApplication::exec();
}

int runWindow()
{
    app::Session session{Scenario()};
    ui::MainWindow &window = session.window();
    QWidget *plot = window.findChild<QChartView *>(QStringLiteral("fitPlot"))->viewport();
    const FirstFrame frame(plot, [&window] { return window.shown() != nullptr; }); // with the model on it
    window.show();
    return QApplication::exec();
}

/// Milliseconds to the first frame, and MiB.
std::pair<double, double> start(const QString &kind)
{
    QProcess child;
    const double begin = now();
    child.start(QApplication::applicationFilePath(), {QStringLiteral("--child"), kind});
    child.waitForFinished();
    const QList<QByteArray> words = child.readAllStandardOutput().trimmed().split(' ');
    if (child.exitCode() != 0 || words.size() != 2)
        qFatal("the child %s did not report", qPrintable(kind));
    return {words[0].toDouble() - begin, words[1].toDouble() / 1024};
}

} // namespace

int runStartupChild(const std::string &kind, int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    return kind == "bare" ? runBare() : runWindow();
}

void benchStartup(Report &report)
{
    Timings bareTime;
    Timings bareMemory;
    Timings time;
    Timings memory;
    for (int i = 0; i < kStarts; ++i) {
        const auto [bareMs, bareMiB] = start(QStringLiteral("bare"));
        const auto [ms, mib] = start(QStringLiteral("window"));
        bareTime.values.push_back(bareMs);
        bareMemory.values.push_back(bareMiB);
        time.values.push_back(ms);
        memory.values.push_back(mib);
    }
    report.heading("Start of the program, baseline: a bare window with two empty charts");
    report.line("bare window: start to first frame", bareTime.median(), bareTime.quantile(0.99), "ms");
    report.line("overfit: start to first frame with the model on it", time.median(), time.quantile(0.99),
        "ms", time.median() / bareTime.median(), 1.5);
    report.line("bare window: peak memory", bareMemory.median(), bareMemory.quantile(0.99), "MB");
    report.line("overfit: peak memory", memory.median(), memory.quantile(0.99), "MB",
        memory.median() / bareMemory.median(), 1.5);
}

} // namespace overfit::bench
