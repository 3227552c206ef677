// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fit_chart.h"

#include "core/data/targets.h"
#include "ui/charts/key_line.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/point_editor.h"
#include "ui/widgets/readout.h"
#include "ui/words/language.h"
#include "ui/words/strings.h"

#include <algorithm>

namespace overfit::ui {

namespace {

QList<QPointF> curvePoints(Interval domain, const std::vector<double> &values)
{
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(values.size()));
    for (std::size_t step = 0; step < values.size(); ++step)
        points.append({curveInput(domain, static_cast<int>(step)), values[step]});
    return points;
}

/// With room for a mark that stands at an end.
AxisRange withRoom(AxisRange axis)
{
    const double room = 0.025 * (axis.high - axis.low);
    axis.low -= room;
    axis.high += room;
    return axis;
}

/// Of everything that is given, so that neither the degree nor the train size moves the axis.
AxisRange verticalRange(const Snapshot &snapshot)
{
    Interval range = snapshot.curve->split->range;
    for (const double y : snapshot.curve->target) {
        range.low = std::min(range.low, y);
        range.high = std::max(range.high, y);
    }
    return withRoom(niceRange(range.low, range.high, 5));
}

/// Where the curve leaves the chart: an arrow at its highest and its lowest point, with the true value.
void addExtremes(Drawing &drawing, const QList<QPointF> &curve, const AxisRange &range, const Look &look)
{
    const auto byHeight = [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); };
    const auto [lowest, highest] = std::minmax_element(curve.cbegin(), curve.cend(), byHeight);
    const double height = range.high - range.low;
    const auto add = [&](const QPointF &point, Mark mark, double edge, double inward) {
        drawing.marks.append({{{point.x(), edge + 0.03 * inward}}, mark, look.text, look.markerSize * 1.3});
        drawing.notes.append({{point.x(), edge + 0.09 * inward}, numberText(point.y()), look.text});
    };
    if (highest->y() > range.high)
        add(*highest, Mark::Above, range.high, -height);
    if (lowest->y() < range.low)
        add(*lowest, Mark::Below, range.low, height);
}

} // namespace

FitChart::FitChart(QWidget *parent)
    : Card(parent), m_keys(new KeyLine(this)), m_plot(new PlotView(this)), m_editor(new PointEditor(m_plot)),
      m_reading(new Readout(this))
{
    addBesideHeading(m_reading, 3);
    addBelow(m_keys);
    addBelow(m_plot, 1);
    m_plot->setObjectName(QStringLiteral("fitPlot"));
    m_reading->setObjectName(QStringLiteral("pointReading"));
    // What the program opens with: as long as a chart has no size, its axes cost nothing.
    m_plot->setRanges(
        roomyRange(kGeneratedDomain.low, kGeneratedDomain.high, 5), withRoom(niceRange(-2, 2, 5)));
    connect(m_editor, &PointEditor::readingChanged, this, &FitChart::showReading);
    keepTranslated(this, [this] { retranslate(); });
}

void FitChart::retranslate()
{
    setHeading(tr("The model and the data"));
    m_plot->setTitles(dataTexts(m_data).x, dataTexts(m_data).y);
    m_plot->setAccessibleName(tr("The model and the data"));
    m_plot->setHelp(
        tr("Drag a point to move it; double-click adds one (with Shift for validation), the right "
           "button offers more. With the keyboard: arrows select, Alt+arrows move."));
}

void FitChart::setLook(const Look &look)
{
    m_look = look;
    Card::setLook(look);
    m_keys->setFont(look.base);
    m_plot->setLook(look);
    m_editor->setLook(look);
    m_reading->setFont(look.base);
}

void FitChart::show(const Snapshot &snapshot)
{
    const Split &split = *snapshot.curve->split;
    const Interval shown = snapshot.curve->shown;
    m_data = snapshot.scenario.data.source;
    const DataTexts texts = dataTexts(m_data);
    m_plot->setTitles(texts.x, texts.y);
    if (!m_editor->gesturing()) // else the axes stay, and a point keeps to the hand
        m_plot->setRanges(roomyRange(shown.low, shown.high, 5), verticalRange(snapshot));
    const AxisRange vertical = m_editor->gesturing() ? m_plot->map().y : verticalRange(snapshot);

    Drawing drawing;
    drawing.noteFont = m_look.base;
    drawing.noteGround = m_look.card;
    if (m_truthShown && !snapshot.curve->target.empty()) {
        drawing.lines.append({curvePoints(shown, snapshot.curve->target), m_look.target,
            m_look.curveWidth * 0.9, Pattern::Dotted});
    }
    if (const RivalAnswer *const rival = snapshot.rival())
        drawing.lines.append(
            {curvePoints(shown, rival->curve), m_look.rival, m_look.modelWidth, Pattern::Dashed});
    drawing.lines.append({curvePoints(shown, snapshot.curve->curve), m_look.text, m_look.modelWidth});
    drawing.marks.append({samplePoints(split.validation->examples(), kMostDrawn), Mark::Diamond,
        m_look.validation, m_look.markerSize * 0.9});
    drawing.marks.append(
        {samplePoints(split.training(), kMostDrawn), Mark::Disc, m_look.training, m_look.markerSize * 1.1});
    addExtremes(drawing, drawing.lines.constLast().values, vertical, m_look);
    m_plot->setDrawing(std::move(drawing));
    m_description = describe(snapshot);
    m_editor->show(snapshot);
    setKeys(snapshot);
}

void FitChart::showReading()
{
    m_reading->setText(m_editor->readout());
    m_plot->setAccessibleDescription(sentencesText(m_editor->spoken(), m_description));
}

void FitChart::setKeys(const Snapshot &snapshot)
{
    QList<KeyLine::Key> keys;
    keys.append({Marks{{}, Mark::Disc, m_look.training, m_look.markerSize * 1.1},
        drawnText(tr("training"), snapshot.curve->split->training().size(), kMostDrawn)});
    keys.append({Marks{{}, Mark::Diamond, m_look.validation, m_look.markerSize},
        drawnText(tr("validation"), snapshot.curve->split->validation->size(), kMostDrawn)});
    if (m_truthShown && !snapshot.curve->target.empty())
        keys.append(
            {Line{{}, m_look.target, m_look.curveWidth * 0.9, Pattern::Dotted}, tr("target function")});
    keys.append({Line{{}, m_look.text, m_look.modelWidth}, snapshot.rival() ? tr("A") : tr("model")});
    if (snapshot.rival())
        keys.append({Line{{}, m_look.rival, m_look.modelWidth, Pattern::Dashed}, tr("B")});
    m_keys->setKeys(std::move(keys), m_look);
}

QString FitChart::describe(const Snapshot &snapshot) const
{
    return tr("%1: a polynomial of degree %2. Training: %3. Validation: %4.")
        .arg(dataTexts(snapshot.scenario.data.source).title, wholeText(snapshot.scenario.model.degree),
            pointsText(snapshot.curve->split->training().size()),
            pointsText(snapshot.curve->split->validation->size()));
}

} // namespace overfit::ui
