// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monkey/invariants.h"

#include "app/session.h"
#include "core/answer/answerer.h"
#include "core/sampling/hand_points.h"
#include "ui/charts/plot_view.h"
#include "ui/controls/epoch_player.h"

#include <QAction>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace overfit::monkey {
namespace {

constexpr int kPatience = 120'000; // ms; the slowest answers take some seconds under sanitizers
constexpr std::size_t kFewExamples = 5000; // of which an answer takes a moment

/// Which curve is looked at is nothing to undo.
Scenario withoutCurve(Scenario scenario)
{
    scenario.curve = Dial::Degree;
    return scenario;
}

/// To the bit, so that two NaN are the same.
bool same(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double p, double q) {
        return std::bit_cast<std::uint64_t>(p) == std::bit_cast<std::uint64_t>(q);
    });
}

bool same(const Metrics &a, const Metrics &b)
{
    return a.count == b.count
        && same(std::vector{a.accuracy, a.rmse, a.mae}, std::vector{b.accuracy, b.rmse, b.mae});
}

bool same(const Sweep *a, const Sweep *b)
{
    if (a == nullptr || b == nullptr)
        return a == b;
    return std::equal(a->points.begin(), a->points.end(), b->points.begin(), b->points.end(),
        [](const SweepPoint &p, const SweepPoint &q) {
            return p.value == q.value && same(p.training, q.training) && same(p.validation, q.validation);
        });
}

QStringList differences(const Snapshot &a, const Snapshot &b)
{
    QStringList found;
    if (!same(a.training, b.training) || !same(a.validation, b.validation))
        found.append(QStringLiteral("other accuracies"));
    for (const Dial dial : kDials)
        if (!same(a.sweepAlong(dial), b.sweepAlong(dial)))
            found.append(QStringLiteral("another curve along dial %1").arg(static_cast<int>(dial)));
    if (a.epoch != b.epoch || a.divergedAt != b.divergedAt)
        found.append(QStringLiteral("another epoch"));
    if ((a.curve == nullptr) != (b.curve == nullptr) || a.verdict.has_value() != b.verdict.has_value()
        || (a.rival() == nullptr) != (b.rival() == nullptr))
        found.append(QStringLiteral("other parts"));
    else if (a.curve != nullptr
        && (!same(a.curve->curve, b.curve->curve) || !same(a.curve->monomials, b.curve->monomials)))
        found.append(QStringLiteral("another model"));
    else if (a.rival() != nullptr && !same(a.rival()->curve, b.rival()->curve))
        found.append(QStringLiteral("another model B"));
    return found;
}

bool isFinite(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

bool isFinite(const ui::PlotMap &map)
{
    return std::isfinite(map.x.low) && std::isfinite(map.x.high) && map.x.low < map.x.high
        && std::isfinite(map.y.low) && std::isfinite(map.y.high) && map.y.low < map.y.high;
}

/// Of a line a NaN is a gap, which is wanted; nothing may be infinite.
bool isDrawable(const ui::Drawing &drawing)
{
    return std::all_of(drawing.lines.begin(), drawing.lines.end(), [](const ui::Line &line) {
        return std::none_of(line.values.begin(), line.values.end(),
            [](const QPointF &value) { return std::isinf(value.x()) || std::isinf(value.y()); });
    }) && std::all_of(drawing.marks.begin(), drawing.marks.end(), [](const ui::Marks &marks) {
        return std::all_of(
            marks.values.begin(), marks.values.end(), [](const QPointF &value) { return isFinite(value); });
    }) && std::all_of(drawing.notes.begin(), drawing.notes.end(), [](const ui::Note &note) {
        return isFinite(note.value);
    }) && std::isfinite(drawing.rule.value_or(0));
}

bool isSettled(app::Session &session)
{
    const ui::MainWindow &window = session.window();
    const SnapshotPtr shown = window.shown();
    const auto *const bar = window.findChild<QWidget *>(QStringLiteral("readingProgress"));
    const bool reads = bar != nullptr && bar->isVisible();
    return !reads && !window.document().isSaving() && shown != nullptr && shown->complete()
        && shown->scenario == window.scenario();
}

std::string fileName(const std::string &source)
{
    return source.substr(source.find_last_of('/') + 1); // where there is none, npos + 1 is 0
}

/// A file tells nobody in which folder a table was.
Experiment asInAFile(Experiment experiment)
{
    DataSource &source = experiment.scenario.data.source;
    if (source.kind() == DataSource::Kind::Own) {
        Table table = *source.table();
        table.source = fileName(table.source);
        source = DataSource::ownTable(std::make_shared<const Table>(std::move(table)));
    } else if (source.kind() == DataSource::Kind::OwnClasses) {
        ClassTable table = *source.classTable();
        table.source = fileName(table.source);
        source = DataSource::ownClassTable(std::make_shared<const ClassTable>(std::move(table)));
    }
    return experiment;
}

QAction *action(app::Session &session, const char *name)
{
    return session.window().findChild<QAction *>(QString::fromLatin1(name));
}

} // namespace

QStringList settle(app::Session &session)
{
    session.window().findChild<ui::EpochPlayer *>()->pause();
    if (QTest::qWaitFor([&session] { return isSettled(session); }, kPatience))
        return {};
    return {QStringLiteral("the picture does not come to belong to the setting")};
}

QStringList faultsOfDrawings(app::Session &session)
{
    QStringList faults;
    for (const auto *plot : session.window().findChildren<ui::PlotView *>())
        if (plot->isVisible() && (!isFinite(plot->map()) || !isDrawable(plot->drawing())))
            faults.append(QStringLiteral("a number that is none is drawn on ") + plot->objectName());
    const SnapshotPtr shown = session.window().shown();
    if (shown != nullptr && shown->curve != nullptr
        && !std::all_of(shown->curve->curve.begin(), shown->curve->curve.end(),
            [](double y) { return std::isfinite(y); }))
        faults.append(QStringLiteral("the model is not finite"));
    static const QRegularExpression none(
        QStringLiteral("\\b(nan|inf)\\b"), QRegularExpression::CaseInsensitiveOption);
    for (const auto *label : session.window().findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(none))
            faults.append(QStringLiteral("a label says ") + label->text());
    return faults;
}

QStringList faultsOfPicture(app::Session &session)
{
    const Scenario scenario = session.window().scenario();
    if (exampleCount(scenario) > kFewExamples)
        return {};
    SnapshotPtr fresh;
    Answerer().answer(scenario, StopToken(), [&fresh](SnapshotPtr snapshot) { fresh = std::move(snapshot); });
    QStringList faults = differences(*session.window().shown(), *fresh);
    if (!faults.isEmpty())
        faults.prepend(QStringLiteral("the picture is not that of its setting"));
    return faults;
}

QStringList faultsOfHistory(app::Session &session, const Scenario &beginning)
{
    QStringList faults;
    const Scenario end = session.window().scenario();
    const int index = session.window().experimenter().history().stack().index();
    while (action(session, "undo")->isEnabled())
        action(session, "undo")->trigger();
    if (withoutCurve(session.window().scenario()) != withoutCurve(beginning))
        faults.append(QStringLiteral("undoing all of %1 steps does not give the beginning").arg(index));
    while (session.window().experimenter().history().stack().index() < index)
        action(session, "redo")->trigger();
    if (withoutCurve(session.window().scenario()) != withoutCurve(end))
        faults.append(QStringLiteral("doing %1 steps again does not give the end").arg(index));
    return faults;
}

QStringList faultsOfFile(app::Session &session, const QString &path)
{
    const Experiment saved = asInAFile(session.window().experiment());
    session.window().document().saveTo(path);
    if (!QTest::qWaitFor([&session] { return !session.window().document().isSaving(); }, kPatience))
        return {QStringLiteral("saving does not end")};
    if (session.window().document().hasUnsavedWork() || session.window().document().file() != path)
        return {QStringLiteral("what was saved counts as unsaved")};
    const ExperimentResult read = readExperiment(path.toStdString(), StopToken());
    if (const auto *error = std::get_if<ExperimentError>(&read))
        return {QStringLiteral("what was saved can't be read: ") + QString::fromStdString(error->member)};
    if (std::get<Experiment>(read) != saved)
        return {QStringLiteral("what was saved is read as another experiment")};
    bool opened = false;
    const auto heard =
        QObject::connect(&session.document(), &app::Document::opened, &session, [&opened] { opened = true; });
    session.openFile(path);
    const bool came = QTest::qWaitFor([&opened] { return opened; }, kPatience);
    QObject::disconnect(heard);
    if (!came)
        return {QStringLiteral("what was saved does not open")};
    if (session.window().experiment() != saved)
        return {QStringLiteral("what was saved opens as another experiment")};
    return {};
}

} // namespace overfit::monkey
