// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_bench.h"

#include "app/session.h"
#include "ui/charts/chart_points.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/point_editor.h"
#include "ui/controls/dial_slider.h"

#include <QApplication>
#include <QEvent>
#include <QMouseEvent>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <string>

namespace overfit::bench {

namespace {

constexpr int kRounds = 120;

/// Notices that a widget is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    void reset() { m_painted = false; }
    [[nodiscard]] bool painted() const { return m_painted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_painted = false;
};

/// The program's window, driven through its controls.
class Driven
{
public:
    Driven(const QSize &size, const Scenario &scenario) : m_session(scenario)
    {
        m_session.window().resize(size);
        m_session.window().show();
        waitUntil([this] { return shown() && shown()->complete(); }); // the chart of classes is made by then
        const bool curve = problemOf(scenario) == Problem::Curve;
        for (const char *name : {curve ? "fitPlot" : "classPlot", "accuracyPlot"})
            m_plots.push_back(m_session.window().findChild<ui::PlotView *>(QString::fromLatin1(name)));
        for (ui::PlotView *plot : m_plots)
            m_watches.push_back(std::make_unique<PaintWatch>(plot->viewport()));
        m_degree = m_session.window().findChild<ui::DialSlider *>(QStringLiteral("degree"));
        settle();
    }

    [[nodiscard]] const std::vector<ui::PlotView *> &plots() const { return m_plots; }
    [[nodiscard]] ui::DialSlider *degree() const { return m_degree; }
    [[nodiscard]] app::Session &session() { return m_session; }
    [[nodiscard]] const SnapshotPtr &shown() { return m_session.window().shown(); }

    /// Moves the slider and comes back when a frame with the answer has been painted.
    void tick(int degree, bool whole) { tick(m_degree, degree, whole); }

    /// With @p fitOnly it waits for the picture of the model alone.
    void tick(ui::DialSlider *slider, int value, bool whole, bool fitOnly = false)
    {
        frameAfter([slider, value] { slider->setValue(value); }, whole, fitOnly);
    }

    /// Does something by hand and comes back when a frame with the answer has been painted.
    template <typename Gesture>
    void frameAfter(Gesture gesture, bool whole, bool fitOnly = false)
    {
        for (const auto &watch : m_watches)
            watch->reset();
        gesture();
        const Scenario &asked = m_session.window().scenario();
        waitUntil([&] { return shown()->scenario == asked && (!whole || shown()->complete()); });
        // Whatever the answer changed is marked for painting by now; the charts paint in the same go.
        waitUntil([&] { return m_watches[0]->painted() && (fitOnly || m_watches[1]->painted()); });
    }

    void settle()
    {
        for (int i = 0; i < 20; ++i)
            QApplication::processEvents();
    }

    template <typename Condition>
    static void waitUntil(Condition condition)
    {
        while (!condition())
            QApplication::processEvents();
    }

private:
    app::Session m_session;
    std::vector<ui::PlotView *> m_plots;
    std::vector<std::unique_ptr<PaintWatch>> m_watches;
    ui::DialSlider *m_degree = nullptr;
};

/// Two charts of Qt Charts with axes and no series, of the sizes, ranges and type of those in the window.
class BareCharts
{
public:
    explicit BareCharts(Driven &like)
    {
        for (ui::PlotView *model : like.plots()) {
            auto view = std::make_unique<QChartView>(new QChart);
            view->chart()->legend()->hide();
            view->chart()->setMargins(QMargins(0, 0, 0, 0));
            view->chart()->setBackgroundVisible(false);
            view->setBackgroundBrush(model->backgroundBrush());
            view->setFrameShape(QFrame::NoFrame);
            view->setRenderHint(QPainter::Antialiasing);
            addAxis(*view, Qt::AlignBottom, model->map().x, *model);
            addAxis(*view, Qt::AlignLeft, model->map().y, *model);
            view->resize(model->size());
            view->show();
            m_views.push_back(std::move(view));
        }
        like.settle();
    }

    void repaint() const
    {
        for (const auto &view : m_views)
            view->viewport()->repaint();
    }

    [[nodiscard]] const std::vector<std::unique_ptr<QChartView>> &views() const { return m_views; }

private:
    static void addAxis(
        QChartView &view, Qt::Alignment side, const ui::AxisRange &range, const ui::PlotView &model)
    {
        const auto *like = qobject_cast<QValueAxis *>(
            model.chart()->axes(side == Qt::AlignBottom ? Qt::Horizontal : Qt::Vertical).constFirst());
        auto *axis = new QValueAxis;
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickInterval(range.step);
        axis->setRange(range.low, range.high);
        axis->setLabelFormat(like->labelFormat());
        axis->setLabelsFont(like->labelsFont());
        axis->setTitleFont(like->titleFont());
        axis->setTitleText(like->titleText());
        view.chart()->addAxis(axis, side);
    }

    std::vector<std::unique_ptr<QChartView>> m_views;
};

/// The same points and curves by the series of Qt Charts, as its documentation shows them.
class PlainCharts
{
public:
    explicit PlainCharts(Driven &like) : m_bare(like)
    {
        for (std::size_t i = 0; i < 2; ++i) {
            const ui::Drawing &drawing = like.plots()[i]->drawing();
            for (const ui::Line &line : drawing.lines)
                m_lines[i].push_back(addLine(*m_bare.views()[i], line));
            for (const ui::Marks &marks : drawing.marks)
                m_marks[i].push_back(addMarks(*m_bare.views()[i], marks));
        }
        like.settle();
    }

    /// Shows what @p like shows, as far as the number of series is the same, and paints it.
    void show(Driven &like) const
    {
        for (std::size_t i = 0; i < 2; ++i) {
            const ui::Drawing &drawing = like.plots()[i]->drawing();
            for (std::size_t k = 0;
                 k < std::min<std::size_t>(m_lines[i].size(), std::size_t(drawing.lines.size())); ++k)
                m_lines[i][k]->replace(clamped(drawing.lines[qsizetype(k)].values, *like.plots()[i]));
            for (std::size_t k = 0;
                 k < std::min<std::size_t>(m_marks[i].size(), std::size_t(drawing.marks.size())); ++k)
                m_marks[i][k]->replace(drawing.marks[qsizetype(k)].values);
        }
        m_bare.repaint();
    }

private:
    static QList<QPointF> clamped(QList<QPointF> values, const ui::PlotView &plot)
    {
        const ui::AxisRange range = plot.map().y;
        const double reach = range.high - range.low;
        for (QPointF &value : values)
            value.setY(std::clamp(value.y(), range.low - reach, range.high + reach));
        return values;
    }

    static void attach(QChartView &view, QXYSeries *series)
    {
        view.chart()->addSeries(series);
        for (QAbstractAxis *axis : view.chart()->axes())
            series->attachAxis(axis);
    }

    static QLineSeries *addLine(QChartView &view, const ui::Line &line)
    {
        auto *series = new QLineSeries;
        const std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
        series->setPen(QPen(line.color, line.width, styles[static_cast<std::size_t>(line.pattern)]));
        attach(view, series);
        return series;
    }

    static QScatterSeries *addMarks(QChartView &view, const ui::Marks &marks)
    {
        auto *series = new QScatterSeries;
        series->setMarkerSize(marks.size);
        series->setColor(marks.color);
        attach(view, series);
        return series;
    }

    BareCharts m_bare;
    std::array<std::vector<QLineSeries *>, 2> m_lines;
    std::array<std::vector<QScatterSeries *>, 2> m_marks;
};

void benchFrame(Report &report, const QSize &size, int points)
{
    Scenario scenario;
    scenario.sampling.trainSize = points;
    Driven driven(size, scenario);
    const BareCharts bare(driven);
    const PlainCharts plain(driven);
    Timings empty;
    Timings tick;
    Timings whole;
    Timings ordinary;
    for (int round = 0; round < kRounds; ++round) { // in turn, so that a slow moment hits all of them
        const int degree = 3 + round % 12;
        empty.values.push_back(timeOf([&] { bare.repaint(); }));
        tick.values.push_back(timeOf([&] { driven.tick(degree, false); }));
        Driven::waitUntil([&] { return driven.shown()->complete(); });
        driven.settle();
        ordinary.values.push_back(timeOf([&] { plain.show(driven); }));
        driven.settle(); // what the plain charts still have to do is not ours
        whole.values.push_back(timeOf([&] { driven.tick(degree + 15, true); }));
        driven.settle();
    }
    const std::string what = std::to_string(size.width()) + "x" + std::to_string(size.height()) + ", "
        + std::to_string(points) + " points: ";
    report.line(what + "repaint of the two empty charts", empty.median(), empty.quantile(0.99), "ms");
    report.line(what + "slider tick to painted frame", tick.median(), tick.quantile(0.99), "ms",
        tick.median() / empty.median(), 3);
    report.line(what + "slider tick to whole answer painted", whole.median(), whole.quantile(0.99), "ms",
        whole.median() / empty.median());
    report.line(what + "the plain Qt Charts way, painting alone", ordinary.median(), ordinary.quantile(0.99),
        "ms", ordinary.median() / empty.median());
    report.line(what + "slider tick to painted frame against the plain way", tick.median(),
        tick.quantile(0.99), "ms", tick.median() / ordinary.median(), 0.6);
}

/// Ticks of a dial to the painted frame, while nothing else is under way.
void benchDial(Report &report, const Scenario &scenario, const char *dial, const std::vector<int> &values,
    const std::string &what, double atMost, bool fitOnly = false)
{
    Driven driven({1280, 720}, scenario);
    const BareCharts bare(driven);
    auto *slider = driven.session().window().findChild<ui::DialSlider *>(QString::fromLatin1(dial));
    Timings empty;
    Timings tick;
    for (int round = 0; round < kRounds; ++round) {
        empty.values.push_back(timeOf([&] { bare.repaint(); }));
        const int value = values[static_cast<std::size_t>(round) % values.size()];
        tick.values.push_back(timeOf([&] { driven.tick(slider, value, false, fitOnly); }));
        Driven::waitUntil([&] { return driven.shown()->complete(); });
        driven.settle();
    }
    report.line(what + ": repaint of the two empty charts", empty.median(), empty.quantile(0.99), "ms");
    report.line(what + ": slider tick to painted frame", tick.median(), tick.quantile(0.99), "ms",
        tick.median() / empty.median(), atMost);
}

/// Moves of the mouse while it drags a point, to the painted frame.
void benchPointDrag(Report &report, const Scenario &scenario, const std::string &what, double atMost)
{
    Driven driven({1280, 720}, scenario);
    const BareCharts bare(driven);
    ui::PlotView *plot = driven.plots().front();
    const auto *editor = plot->findChild<ui::PointEditor *>();
    const QPointF start =
        plot->map().toPixel(ui::valueOf(ui::seenPoints(scenario), {Role::Training, 0}).value());
    const auto send = [&](QEvent::Type type, const QPointF &at, Qt::MouseButton button) {
        const bool let = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, plot->viewport()->mapToGlobal(at), button,
            let ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(plot->viewport(), &event);
    };
    Timings empty;
    Timings move;
    send(QEvent::MouseButtonPress, start, Qt::LeftButton);
    for (int round = 0; round < kRounds; ++round) {
        empty.values.push_back(timeOf([&] { bare.repaint(); }));
        const QPointF at = plot->map().area.center() + QPointF(round % 12 * 9 - 50, round % 7 * 11 - 30);
        move.values.push_back(
            timeOf([&] { driven.frameAfter([&] { send(QEvent::MouseMove, at, Qt::NoButton); }, false); }));
        Driven::waitUntil([&] { return driven.shown()->complete(); });
        driven.settle();
    }
    report.fact(what + ": the point was under way", editor->gesturing(), editor->gesturing() ? "yes" : "no");
    send(QEvent::MouseButtonRelease, start, Qt::LeftButton);
    report.line(what + ": repaint of the two empty charts", empty.median(), empty.quantile(0.99), "ms");
    report.line(what + ": move of the mouse to painted frame", move.median(), move.quantile(0.99), "ms",
        move.median() / empty.median(), atMost);
}

/// Resident memory of this process in MiB; 0 where it can't be told.
double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident; // in pages
    return file ? resident * 4096 / (1024 * 1024) : 0;
}

} // namespace

void benchFrames(Report &report)
{
    report.heading("A slider tick, baseline: a repaint of the same two charts with no series");
    for (const QSize &size : {QSize(1280, 720), QSize(1920, 1080)}) {
        for (const int points : {20, 200})
            benchFrame(report, size, points);
    }
    Scenario many;
    benchPointDrag(report, many, "drag of one of 120 points", 3);
    many.sampling.trainSize = 200;
    benchPointDrag(report, many, "drag of one of 300 points", 3);
}

void benchEpochsAndClasses(Report &report)
{
    report.heading("Epochs and classes, baseline: a repaint of the same two charts with no series");
    const std::vector<int> epochs{1999, 3, 1200, 700, 50, 1750, 400, 8, 1001, 120};
    Scenario curve;
    curve.model.degree = 12;
    curve.model.epochs = 2000;
    curve.training.lastEpoch = 2000;
    curve.curve = Dial::Epochs;
    benchDial(report, curve, "epochs", epochs, "scrubbing 2,000 epochs of a curve", 2);
    Scenario classes = curve;
    classes.data.source = DataSource::generatedClasses(Shape::Moons);
    classes.sampling.trainSize = 250;
    benchDial(report, classes, "epochs", epochs, "scrubbing 2,000 epochs of classes", 2);
    classes.model.epochs = kFullyTrained;
    classes.training.lastEpoch = 200;
    classes.curve = Dial::Degree;
    classes.model.degree = 12;
    benchDial(
        report, classes, "trainSize", {20, 40, 21, 41, 22, 60}, "regions of degree 12 after a drag", 3, true);
}

void soak(Report &report)
{
    constexpr int kMoves = 10000;
    Driven driven({1280, 720}, Scenario());
    int moves = 0;
    int last = -1;
    int shown = 0;
    bool older = false;
    QObject::connect(&driven.session().trainer(), &app::Trainer::snapshotReady, &driven.session().window(),
        [&](const SnapshotPtr &snapshot) {
            ++shown;
            older = older || snapshot->scenario.model.degree != last;
        });
    double early = 0;
    const double took = timeOf([&] {
        for (moves = 1; moves <= kMoves; ++moves) {
            last = moves * 7 % 31;
            driven.degree()->setValue(last);
            QApplication::processEvents();
            if (moves == 1000)
                early = residentMegabytes();
        }
        Driven::waitUntil(
            [&] { return driven.shown()->complete() && driven.shown()->scenario.model.degree == last; });
    });
    driven.settle();
    const double grown = residentMegabytes() - early;
    report.heading("10,000 slider moves as fast as events can be sent");
    report.line("a move, handled", took / kMoves, took / kMoves, "ms");
    report.fact(
        "answers shown; none to an older move than the newest", !older && shown > 0, std::to_string(shown));
    report.fact("the last picture belongs to the last position",
        driven.shown()->scenario.model.degree == last,
        "degree " + std::to_string(driven.shown()->scenario.model.degree));
    report.fact("memory after the first 1,000 moves grows by at most 1 MiB", grown <= 1,
        std::to_string(grown) + " MiB");
}

} // namespace overfit::bench
