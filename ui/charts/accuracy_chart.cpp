// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/accuracy_chart.h"

#include "ui/charts/key_line.h"
#include "ui/charts/plot_view.h"
#include "ui/widgets/flat_tabs.h"
#include "ui/words/dial_strings.h"
#include "ui/words/language.h"
#include "ui/words/shortcuts.h"
#include "ui/words/strings.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace overfit::ui {

namespace {

// A little below 0 %, so that "no better than the mean" and "worse than the mean" can be told apart.
constexpr AxisRange kCurveAxis{-10, 106, 20};
// Guessing gives a half; a model of two classes is seldom worse.
constexpr AxisRange kClassAxis{38, 103, 10};
constexpr std::chrono::milliseconds kPatience{150}; // before an outdated curve is dimmed

/// The points of a line that lie below the axis.
QList<QPointF> below(const QList<QPointF> &points, const AxisRange &axis)
{
    QList<QPointF> result;
    std::copy_if(points.cbegin(), points.cend(), std::back_inserter(result),
        [&](const QPointF &point) { return point.y() < axis.low; });
    return result;
}

/// Where the triangles stand that say that something is below the axis, and their numbers.
double belowMark(const AxisRange &axis)
{
    return axis.low + 0.022 * (axis.high - axis.low);
}

double belowNote(const AxisRange &axis)
{
    return axis.low + 0.078 * (axis.high - axis.low);
}

} // namespace

AccuracyChart::AccuracyChart(QWidget *parent)
    : Card(parent), m_tabs(new FlatTabs(this)), m_keys(new KeyLine(this)), m_best(new QToolButton(this)),
      m_plot(new PlotView(this))
{
    makeTabs();
    addBesideHeading(m_tabs);
    addBelow(m_keys, m_best);
    addBelow(m_plot, 1);
    m_best->setObjectName(QStringLiteral("goToBest"));
    m_best->setEnabled(false);
    m_best->setAutoRaise(true);
    m_best->setFocusPolicy(Qt::StrongFocus);
    m_best->setCursor(Qt::PointingHandCursor);
    connect(m_best, &QToolButton::clicked, this, &AccuracyChart::goToBest);
    m_plot->setObjectName(QStringLiteral("accuracyPlot"));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setCursor(Qt::SizeHorCursor);
    m_plot->setPercent(true);
    // What the program opens with: as long as a chart has no size, its axes cost nothing.
    m_plot->setRanges(roomyRange(kDegreeRange.low, kDegreeRange.high, 6), kCurveAxis);
    m_plot->installEventFilter(this);
    connect(m_plot, &PlotView::pointed, this, [this](double place) {
        if (m_snapshot) { // beyond the ends a place may be beyond all whole numbers, too
            const double low = dialAxisAt(m_dial, range().low);
            choose(dialPositionAtAxis(m_dial, std::clamp(place, low, dialAxisAt(m_dial, range().high))));
        }
    });
    m_untilDimmed.setSingleShot(true);
    m_untilDimmed.setInterval(kPatience);
    connect(&m_untilDimmed, &QTimer::timeout, this, [this] {
        m_dimmed = true;
        draw();
    });
    keepTranslated(this, [this] { retranslate(); });
}

void AccuracyChart::retranslate()
{
    setHeading(tr("Accuracy by"));
    m_tabs->setAccessibleName(tr("Accuracy along which dial"));
    for (const Dial dial : kDials) {
        const DialTexts texts = dialTexts(dial);
        m_tabs->setTabText(static_cast<int>(dial), texts.tab);
        m_tabs->setTabToolTip(static_cast<int>(dial), texts.tabHelp);
    }
    m_best->setText(bestText(dialValueText(m_dial, 0))); // as high as it will be
    m_best->setAccessibleName(tr("Go to the validation best"));
    m_best->setToolTip(tr("Go to the validation best (%1)")
                           .arg(commandTexts(Command::GoToBest).key.toString(QKeySequence::NativeText)));
    m_plot->setAccessibleName(tr("Accuracy"));
    m_plot->setHelp(
        tr("Drag across the chart to move the marker. With the keyboard: arrows, Page Up and Down, Home, "
           "End; B goes to the validation best."));
    m_plot->setTitles(dialTexts(m_dial).axis, tr("Accuracy (R²)")); // until there is something to show
    if (!m_snapshot)
        return;
    setKeys();
    draw();
}

void AccuracyChart::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("dialTabs"));
    for (const Dial dial : kDials) {
        const int index = m_tabs->addTab({});
        if (const QKeySequence key = dialTexts(dial).tabKey; !key.isEmpty())
            connect(new QShortcut(key, this), &QShortcut::activated, m_tabs,
                [this, index] { m_tabs->setCurrentIndex(index); });
    }
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
    m_best->setFont(look.base);
    QPalette link = m_best->palette();
    link.setColor(QPalette::ButtonText, look.validation); // as the star in the chart
    m_best->setPalette(link);
    // Room for every number, so that nothing moves while a dial is dragged.
    m_best->setMinimumWidth(
        QFontMetrics(look.base).horizontalAdvance(bestText(QStringLiteral("0.00000315"))) + 12);
    m_plot->setLook(look);
    setKeys();
    draw();
}

void AccuracyChart::setDial(Dial dial)
{
    if (dial == m_dial)
        return;
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

/// The curve that is drawn: that of the snapshot, or the one before until it is there.
const Sweep *AccuracyChart::shownSweep() const
{
    const Sweep *sweep = m_snapshot->sweepAlong(m_dial);
    return !sweep && m_lastWithCurve ? m_lastWithCurve->sweepAlong(m_dial) : sweep;
}

void AccuracyChart::draw()
{
    if (!m_snapshot)
        return;
    m_plot->setTitles(
        dialTexts(m_dial).axis, m_snapshot->curve ? tr("Accuracy (R²)") : tr("Accuracy (share right)"));
    m_plot->setPowersOfTen(dialRow(m_dial).logarithmic);
    m_plot->setRanges(
        roomyRange(dialAxisAt(m_dial, range().low), dialAxisAt(m_dial, range().high), 6), vertical());
    m_plot->setDrawing(drawing(shownSweep()));
    setKeys();
    m_plot->setAccessibleDescription(spokenSummary(*m_snapshot));
    showBest();
}

AxisRange AccuracyChart::vertical() const
{
    return m_snapshot->curve ? kCurveAxis : kClassAxis;
}

QColor AccuracyChart::shade(const QColor &color) const
{
    return m_dimmed ? dimmed(color, m_look) : color;
}

QString AccuracyChart::bestText(const QString &value)
{
    return tr("★ Best: %1 →").arg(value);
}

void AccuracyChart::showBest()
{
    const Sweep *sweep = m_snapshot->sweepAlong(m_dial);
    if (!sweep || !sweep->best) {
        m_best->setEnabled(false);
        return;
    }
    const QString text = bestText(dialValueText(m_dial, sweep->points[*sweep->best].value));
    m_best->setEnabled(true);
    if (m_best->text() == text)
        return; // a new text asks for a new layout
    m_best->setText(text);
    m_best->setAccessibleDescription(text);
}

void AccuracyChart::goToBest()
{
    const Sweep *sweep = m_snapshot ? m_snapshot->sweepAlong(m_dial) : nullptr;
    if (sweep && sweep->best)
        choose(dialRow(m_dial).positionOf(m_snapshot->scenario, sweep->points[*sweep->best].value));
}

Drawing AccuracyChart::drawing(const Sweep *sweep) const
{
    Drawing drawing;
    drawing.noteFont = m_look.base;
    drawing.noteGround = m_look.card;
    drawing.rule = dialAxisAt(m_dial, position());
    drawing.ruleColor = m_look.quiet;
    if (sweep) {
        const QColor validation = shade(m_look.validation);
        const QList<QPointF> trainingPoints = sweepPoints(*sweep, m_snapshot->scenario, Series::Training);
        const QList<QPointF> validationPoints = sweepPoints(*sweep, m_snapshot->scenario, Series::Validation);
        drawing.lines.append({trainingPoints, shade(m_look.training), m_look.curveWidth});
        drawing.lines.append({validationPoints, validation, m_look.curveWidth, Pattern::Dashed});
        addBelowAxis(drawing, trainingPoints, validationPoints);
        if (sweep->best) {
            const QPointF best = validationPoints[static_cast<qsizetype>(*sweep->best)];
            drawing.marks.append({{{best.x(), std::max(best.y(), belowMark(vertical()))}}, Mark::Star,
                validation, m_look.markerSize * 2.4});
        }
    }
    addMarker(drawing); // over the star, where it stands at the best
    addEndNote(drawing);
    return drawing;
}

/// What stands at a position that is not on the scale of the axis.
void AccuracyChart::addEndNote(Drawing &drawing) const
{
    const double bottom = vertical().low;
    if (m_dial == Dial::Epochs && m_snapshot->scenario.model.epochs == kFullyTrained)
        drawing.notes.append(
            {{dialAxisAt(m_dial, position()), bottom}, epochText(kFullyTrained), m_look.quiet});
    if (dialRow(m_dial).logarithmic)
        drawing.notes.append(
            {{dialAxisAt(m_dial, range().low), bottom}, dialValueText(m_dial, 0), m_look.quiet});
}

void AccuracyChart::addBelowAxis(
    Drawing &drawing, const QList<QPointF> &training, const QList<QPointF> &validation) const
{
    const AxisRange axis = vertical();
    const QColor color = shade(m_look.validation);
    for (const QPointF &point : below(validation, axis)) {
        drawing.marks.append({{{point.x(), belowMark(axis)}}, Mark::Below, color, m_look.markerSize * 0.9});
        drawing.notes.append({{point.x(), belowNote(axis)}, percentText(point.y() / 100), color});
    }
    QList<QPointF> places;
    for (const QPointF &point : below(training, axis))
        places.append({point.x(), belowMark(axis)});
    if (!places.isEmpty())
        drawing.marks.append({places, Mark::Below, shade(m_look.training), m_look.markerSize * 0.9});
}

void AccuracyChart::addMarker(Drawing &drawing) const
{
    const AxisRange axis = vertical();
    const double x = dialAxisAt(m_dial, position());
    const double training = 100 * m_snapshot->training.accuracy;
    const double validation = 100 * m_snapshot->validation.accuracy;
    if (training >= axis.low)
        drawing.marks.append({{{x, training}}, Mark::Disc, m_look.training, m_look.markerSize * 1.5});
    if (validation >= axis.low)
        drawing.marks.append(
            {{{x, validation}}, Mark::FilledDiamond, m_look.validation, m_look.markerSize * 1.4});
    else if (validation < axis.low) { // not where it is undefined
        drawing.marks.append(
            {{{x, belowMark(axis)}}, Mark::Below, m_look.validation, m_look.markerSize * 1.6});
        drawing.notes.prepend(
            {{x, belowNote(axis)}, percentText(m_snapshot->validation.accuracy), m_look.validation});
    }
}

/// Where the model stands that is shown, which may be on its way to where the dial stands.
int AccuracyChart::position() const
{
    Scenario scenario = m_snapshot->scenario;
    scenario.model.epochs = m_snapshot->epoch;
    return dialPosition(scenario, m_dial, static_cast<int>(m_snapshot->poolSize()));
}

IntRange AccuracyChart::range() const
{
    return dialRange(m_snapshot->scenario, m_dial, static_cast<int>(m_snapshot->poolSize()));
}

void AccuracyChart::choose(int position)
{
    if (m_snapshot)
        emit positionChosen(m_dial, std::clamp(position, range().low, range().high));
}

bool AccuracyChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && event->type() == QEvent::KeyPress && m_snapshot)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    return Card::eventFilter(watched, event);
}

bool AccuracyChart::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        choose(position() - 1);
        return true;
    case Qt::Key_Right:
    case Qt::Key_Up:
        choose(position() + 1);
        return true;
    case Qt::Key_PageDown:
        choose(position() - dialRow(m_dial).page);
        return true;
    case Qt::Key_PageUp:
        choose(position() + dialRow(m_dial).page);
        return true;
    case Qt::Key_Home:
        choose(range().low);
        return true;
    case Qt::Key_End:
        choose(range().high);
        return true;
    case Qt::Key_B:
        goToBest();
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
    const QList<Marks> &marks = m_plot->drawing().marks;
    const bool isBelow = std::any_of(
        marks.cbegin(), marks.cend(), [](const Marks &shown) { return shown.mark == Mark::Below; });
    keys.append({Marks{{}, Mark::Below, m_look.validation, m_look.markerSize}, tr("off the axis"), isBelow});
    m_keys->setKeys(std::move(keys), m_look);
}

} // namespace overfit::ui
