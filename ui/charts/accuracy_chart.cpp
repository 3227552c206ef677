// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/accuracy_chart.h"

#include "ui/charts/key_line.h"
#include "ui/charts/plot_view.h"
#include "ui/controls/flat_tabs.h"
#include "ui/strings.h"

#include <QKeyEvent>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace overfit::ui {

namespace {

// A little below 0 %, so that "no better than the mean" and "worse than the mean" can be told apart.
constexpr AxisRange kPercent{-10, 106, 20};
constexpr double kBelowMark = kPercent.low + 2.5; // where the triangles stand
constexpr double kBelowNote = kPercent.low + 9;
constexpr std::chrono::milliseconds kPatience{150}; // before an outdated curve is dimmed

IntRange dialRange(const Snapshot &snapshot, Dial dial)
{
    if (dial == Dial::Degree)
        return kDegreeRange;
    const int most = static_cast<int>(snapshot.split->pool.size());
    return {std::min(kTrainSizeRange.low, most), most};
}

/// The points of a line that lie below the axis.
QList<QPointF> below(const QList<QPointF> &points)
{
    QList<QPointF> result;
    std::copy_if(points.cbegin(), points.cend(), std::back_inserter(result),
        [](const QPointF &point) { return point.y() < kPercent.low; });
    return result;
}

} // namespace

AccuracyChart::AccuracyChart(QWidget *parent)
    : Card(parent), m_tabs(new FlatTabs(this)), m_keys(new KeyLine(this)), m_plot(new PlotView(this))
{
    setHeading(tr("Accuracy by"));
    makeTabs();
    addBesideHeading(m_tabs);
    addBelow(m_keys);
    addBelow(m_plot, 1);
    m_plot->setObjectName(QStringLiteral("accuracyPlot"));
    m_plot->setAccessibleName(tr("Accuracy"));
    m_plot->setToolTip(
        tr("Drag across the chart to move the marker. With the keyboard: arrows, Page Up and Down, Home, "
           "End; B goes to the validation best."));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setCursor(Qt::SizeHorCursor);
    m_plot->setPercent(true);
    m_plot->installEventFilter(this);
    connect(m_plot, &PlotView::pointed, this, &AccuracyChart::choose);
    m_untilDimmed.setSingleShot(true);
    m_untilDimmed.setInterval(kPatience);
    connect(&m_untilDimmed, &QTimer::timeout, this, [this] {
        m_dimmed = true;
        draw();
    });
}

void AccuracyChart::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("dialTabs"));
    m_tabs->setAccessibleName(tr("Accuracy along which dial"));
    m_tabs->addTab(tr("De&gree"));
    m_tabs->addTab(tr("Train si&ze"));
    m_tabs->setTabToolTip(0, tr("Accuracy for every polynomial degree (Alt+G)"));
    m_tabs->setTabToolTip(1, tr("Accuracy for every number of training points (Alt+Z)"));
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_dial = static_cast<Dial>(index);
        draw();
        emit dialChosen(m_dial);
    });
}

void AccuracyChart::setLook(const Look &look)
{
    m_look = look;
    Card::setLook(look);
    m_tabs->setFont(look.base);
    m_keys->setFont(look.base);
    m_plot->setLook(look);
    setKeys();
    draw();
}

void AccuracyChart::setDial(Dial dial)
{
    const QSignalBlocker quiet(m_tabs);
    m_dial = dial;
    m_tabs->setCurrentIndex(static_cast<int>(dial));
    draw();
}

void AccuracyChart::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (snapshot->sweepAlong(m_dial)) {
        m_untilDimmed.stop();
        m_dimmed = false;
        m_lastWithCurve = snapshot;
    } else if (!m_untilDimmed.isActive() && !m_dimmed) {
        m_untilDimmed.start();
    }
    draw();
}

void AccuracyChart::draw()
{
    if (!m_snapshot)
        return;
    const IntRange range = dialRange(*m_snapshot, m_dial);
    m_plot->setTitles(m_dial == Dial::Degree ? tr("Degree") : tr("Train size"), tr("Accuracy (R²)"));
    m_plot->setRanges(roomyRange(range.low, range.high, 6), kPercent);
    const Sweep *sweep = m_snapshot->sweepAlong(m_dial);
    if (!sweep && m_lastWithCurve)
        sweep = m_lastWithCurve->sweepAlong(m_dial);
    m_plot->setDrawing(drawing(sweep));
    m_plot->setAccessibleDescription(spokenSummary(*m_snapshot));
}

Drawing AccuracyChart::drawing(const Sweep *sweep) const
{
    Drawing drawing;
    drawing.noteFont = m_look.base;
    drawing.noteGround = m_look.card;
    drawing.rule = value();
    drawing.ruleColor = m_look.quiet;
    if (!sweep) {
        addMarker(drawing);
        return drawing;
    }
    const auto shade = [this](const QColor &color) { return m_dimmed ? dimmed(color, m_look) : color; };
    const QColor training = shade(m_look.training);
    const QColor validation = shade(m_look.validation);
    const QList<QPointF> trainingPoints = sweepPoints(*sweep, Series::Training);
    const QList<QPointF> validationPoints = sweepPoints(*sweep, Series::Validation);
    drawing.lines.append({trainingPoints, training, m_look.curveWidth});
    drawing.lines.append({validationPoints, validation, m_look.curveWidth, Pattern::Dashed});

    const QList<QPointF> low = below(validationPoints);
    for (const QPointF &point : low) {
        drawing.marks.append({{{point.x(), kBelowMark}}, Mark::Below, validation, m_look.markerSize * 0.9});
        drawing.notes.append({{point.x(), kBelowNote}, percentText(point.y() / 100), validation});
    }
    for (const QPointF &point : below(trainingPoints))
        drawing.marks.append({{{point.x(), kBelowMark}}, Mark::Below, training, m_look.markerSize * 0.9});
    if (sweep->best) {
        const QPointF best = validationPoints[static_cast<qsizetype>(*sweep->best)];
        drawing.marks.append(
            {{{best.x(), std::max(best.y(), kBelowMark)}}, Mark::Star, validation, m_look.markerSize * 2.4});
    }
    addMarker(drawing); // over the star, where it stands at the best
    return drawing;
}

void AccuracyChart::addMarker(Drawing &drawing) const
{
    const double x = value();
    const double training = 100 * m_snapshot->training.r2;
    const double validation = 100 * m_snapshot->validation.r2;
    if (training >= kPercent.low)
        drawing.marks.append({{{x, training}}, Mark::Disc, m_look.training, m_look.markerSize * 1.5});
    if (validation >= kPercent.low)
        drawing.marks.append(
            {{{x, validation}}, Mark::FilledDiamond, m_look.validation, m_look.markerSize * 1.4});
    else if (validation < kPercent.low) { // not where it is undefined
        drawing.marks.append({{{x, kBelowMark}}, Mark::Below, m_look.validation, m_look.markerSize * 1.6});
        drawing.notes.prepend({{x, kBelowNote}, percentText(m_snapshot->validation.r2), m_look.validation});
    }
}

int AccuracyChart::value() const
{
    const Scenario &scenario = m_snapshot->scenario;
    return m_dial == Dial::Degree ? scenario.degree : static_cast<int>(m_snapshot->split->training().size());
}

void AccuracyChart::choose(double value)
{
    if (!m_snapshot)
        return;
    const IntRange range = dialRange(*m_snapshot, m_dial);
    const double inside = std::clamp(value, static_cast<double>(range.low), static_cast<double>(range.high));
    emit valueChosen(m_dial, static_cast<int>(std::lround(inside)));
}

bool AccuracyChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && event->type() == QEvent::KeyPress && m_snapshot)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    return Card::eventFilter(watched, event);
}

bool AccuracyChart::handleKey(int key)
{
    const int page = m_dial == Dial::Degree ? 5 : 10;
    const IntRange range = dialRange(*m_snapshot, m_dial);
    const Sweep *sweep = m_snapshot->sweepAlong(m_dial);
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        choose(value() - 1);
        return true;
    case Qt::Key_Right:
    case Qt::Key_Up:
        choose(value() + 1);
        return true;
    case Qt::Key_PageDown:
        choose(value() - page);
        return true;
    case Qt::Key_PageUp:
        choose(value() + page);
        return true;
    case Qt::Key_Home:
        choose(range.low);
        return true;
    case Qt::Key_End:
        choose(range.high);
        return true;
    case Qt::Key_B:
        if (sweep && sweep->best)
            choose(sweep->points[*sweep->best].value);
        return true;
    default:
        return false;
    }
}

void AccuracyChart::setKeys()
{
    QList<KeyLine::Key> keys;
    keys.append({Line{{}, m_look.training, m_look.curveWidth}, tr("training")});
    keys.append({Line{{}, m_look.validation, m_look.curveWidth, Pattern::Dashed}, tr("validation")});
    keys.append({Marks{{}, Mark::Star, m_look.validation, m_look.markerSize * 1.7}, tr("validation best")});
    keys.append({Marks{{}, Mark::Below, m_look.validation, m_look.markerSize}, tr("off the axis")});
    m_keys->setKeys(std::move(keys), m_look);
}

} // namespace overfit::ui
