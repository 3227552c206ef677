// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/class_chart.h"

#include "ui/charts/class_points.h"
#include "ui/charts/fit_chart.h" // kMostDrawn
#include "ui/charts/key_line.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/point_editor.h"
#include "ui/widgets/readout.h"
#include "ui/words/language.h"
#include "ui/words/strings.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <utility>

namespace overfit::ui {

namespace {

// Shares of the size of a marker: 500 points are to be told apart in the smallest window.
constexpr qreal kTrainingSize = 1.0;
constexpr qreal kValidationSize = 0.68;
constexpr qreal kTrainingRing = 1.65;
constexpr qreal kValidationRing = 1.3;
constexpr qreal kTruthWidth = 1.1; // of a curve; it has to show on the shades too
// The longest name of a class in the keys, in heights of the type; longer where the true boundary leaves
// room.
constexpr qreal kLongestName = 6.5;
constexpr qreal kLongestNameBesideTruth = 3.8;

} // namespace

ClassChart::ClassChart(QWidget *parent)
    : Card(parent), m_keys(new KeyLine(this)), m_plot(new PlotView(this)), m_editor(new PointEditor(m_plot)),
      m_reading(new Readout(this))
{
    addBesideHeading(m_reading, 3);
    addBelow(m_keys);
    addBelow(m_plot, 1);
    m_plot->setObjectName(QStringLiteral("classPlot"));
    m_reading->setObjectName(QStringLiteral("classPointReading"));
    connect(m_editor, &PointEditor::readingChanged, this, &ClassChart::showReading);
    keepTranslated(this, [this] { retranslate(); });
}

void ClassChart::retranslate()
{
    setHeading(tr("The model and the data"));
    m_plot->setAccessibleName(tr("The model and the data"));
    m_plot->setHelp(tr(
        "Filled points are trained on, small hollow ones are not. The ground is the deeper, the "
        "surer the model is of a class. A ring marks a point that it gets wrong.\n\nDrag a point to move it; "
        "double-click adds one (with Shift for validation), the right button offers more. With the "
        "keyboard: arrows select, Alt+arrows move."));
    if (m_answer)
        draw();
}

void ClassChart::setLook(const Look &look)
{
    m_look = look;
    Card::setLook(look);
    m_keys->setFont(look.base);
    m_plot->setLook(look);
    m_editor->setLook(look);
    m_reading->setFont(look.base);
    if (!m_answer)
        return;
    m_shading = probabilityImage(m_answer->picture, m_look);
    draw();
}

void ClassChart::show(const Snapshot &snapshot)
{
    m_scenario = snapshot.scenario;
    if (m_answer != snapshot.classes) { // the later stages of an answer leave it as it is
        m_answer = snapshot.classes;
        m_shading = probabilityImage(m_answer->picture, m_look);
    }
    draw();
    m_editor->show(snapshot);
}

void ClassChart::setTruthShown(bool shown)
{
    m_truthShown = shown;
    if (m_answer)
        draw();
}

void ClassChart::draw()
{
    const DataTexts texts = dataTexts(m_scenario.data.source);
    const Rectangle &domain = m_answer->picture.domain;
    m_plot->setTitles(texts.x, texts.y);
    if (!m_editor->gesturing()) { // else the axes stay, and a point keeps to the hand
        m_plot->setRanges(
            roomyRange(domain.x1.low, domain.x1.high, 5), roomyRange(domain.x2.low, domain.x2.high, 5));
    }
    Drawing drawing;
    drawing.noteFont = m_look.base;
    drawing.noteGround = m_look.card;
    if (!m_shading.isNull())
        drawing.backdrop = Backdrop{m_shading, backdropValues(m_answer->picture.domain)};
    addLines(drawing);
    addExamples(drawing);
    m_plot->setDrawing(std::move(drawing));
    m_description = describe();
    showReading();
    setKeys();
}

void ClassChart::addLines(Drawing &drawing) const
{
    if (showsTruth()) {
        drawing.lines.append({planeLinePoints(*m_answer->truth), m_look.target,
            m_look.curveWidth * kTruthWidth, Pattern::Dotted});
    }
    drawing.lines.append({planeLinePoints(m_answer->picture.boundary), m_look.text, m_look.modelWidth});
}

void ClassChart::addExamples(Drawing &drawing) const
{
    const ClassExamples training = m_answer->split->training();
    const ClassExamples validation = m_answer->split->validation->examples();
    const qreal size = m_look.markerSize;
    const auto add = [&drawing](QList<QPointF> points, Mark mark, const QColor &color, qreal across) {
        drawing.marks.append({std::move(points), mark, color, across});
    };
    // The rings first: where many are missed, they would bury the points.
    add(missedPoints(validation, m_answer->validationRight, kMostDrawn), Mark::Ring, m_look.text,
        size * kValidationRing);
    add(missedPoints(training, m_answer->trainingRight, kMostDrawn), Mark::Ring, m_look.text,
        size * kTrainingRing);
    add(pointsOf(validation, 0, kMostDrawn), Mark::Circle, m_look.classZero, size * kValidationSize);
    add(pointsOf(validation, 1, kMostDrawn), Mark::HollowSquare, m_look.classOne, size * kValidationSize);
    add(pointsOf(training, 0, kMostDrawn), Mark::Disc, m_look.classZero, size * kTrainingSize);
    add(pointsOf(training, 1, kMostDrawn), Mark::Square, m_look.classOne, size * kTrainingSize);
}

void ClassChart::showReading()
{
    m_reading->setText(m_editor->readout());
    m_plot->setAccessibleDescription(sentencesText(m_editor->spoken(), m_description));
}

void ClassChart::setKeys()
{
    const QFontMetricsF metrics(m_look.base);
    const qreal longest = metrics.height() * (showsTruth() ? kLongestNameBesideTruth : kLongestName);
    const auto shortened = [&](const QString &name) {
        return metrics.elidedText(name, Qt::ElideRight, longest);
    };
    const std::array<QString, 2> names = classNames(m_scenario.data.source);
    const qreal size = m_look.markerSize;
    QList<KeyLine::Key> keys;
    keys.append({Marks{{}, Mark::Disc, m_look.classZero, size}, shortened(names[0])});
    keys.append({Marks{{}, Mark::Square, m_look.classOne, size}, shortened(names[1])});
    const std::size_t trained = m_answer->split->training().size();
    if (trained > kMostDrawn) // else the keys of the classes show what is trained on
        keys.append(
            {Marks{{}, Mark::Disc, m_look.quiet, size}, drawnText(tr("training"), trained, kMostDrawn)});
    keys.append({Marks{{}, Mark::Circle, m_look.quiet, size * 0.8},
        drawnText(tr("validation"), m_answer->split->validation->size(), kMostDrawn)});
    if (m_answer->split->sampledFrom > 0)
        keys.append({Marks{{}, Mark::Disc, Qt::transparent, 0}, sampleText(m_answer->split->sampledFrom)});
    keys.append({Marks{{}, Mark::Ring, m_look.text, size * kValidationRing}, tr("missed")});
    if (showsTruth())
        keys.append(
            {Line{{}, m_look.target, m_look.curveWidth * kTruthWidth, Pattern::Dotted}, tr("true boundary")});
    keys.append({Line{{}, m_look.text, m_look.modelWidth}, tr("model")});
    m_keys->setKeys(std::move(keys), m_look);
}

QString ClassChart::describe() const
{
    const auto wrong = [](const std::vector<std::uint8_t> &right) {
        return wholeText(std::count(right.cbegin(), right.cend(), 0));
    };
    QString found = tr(
        "%1: logistic regression of degree %2. Training: %3, predicted wrong: %4. Validation: %5, predicted "
        "wrong: %6.")
                        .arg(dataTexts(m_scenario.data.source).title, wholeText(m_scenario.model.degree),
                            pointsText(m_answer->split->training().size()), wrong(m_answer->trainingRight),
                            pointsText(m_answer->split->validation->size()),
                            wrong(m_answer->validationRight));
    if (m_answer->split->sampledFrom == 0)
        return found;
    return sentencesText(found, tr("Used: %1.").arg(sampleText(m_answer->split->sampledFrom)));
}

} // namespace overfit::ui
