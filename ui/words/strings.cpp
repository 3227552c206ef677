// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/strings.h"

#include "core/sampling/class_split.h"
#include "core/tables/shipped.h"
#include "ui/words/language.h"

#include <QCoreApplication>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

QString withUnit(const QString &name, const QString &unit)
{
    return unit.isEmpty() ? name : Strings::tr("%1 (%2)", "a quantity and its unit").arg(name, unit);
}

QString columnText(const Column &column)
{
    return withUnit(QString::fromStdString(column.name), QString::fromStdString(column.unit));
}

QString shippedText(const char *text)
{
    return QCoreApplication::translate("datasets", text);
}

QString targetTitle(Target target)
{
    switch (target) {
    case Target::Line:
        return Strings::tr("Noisy line (generated)");
    case Target::Cosine:
        return Strings::tr("Noisy cosine (generated)");
    case Target::Sine:
        return Strings::tr("Noisy wave (generated)");
    case Target::Runge:
        return Strings::tr("Runge's function (generated)");
    case Target::Step:
        return Strings::tr("Noisy step (generated)");
    case Target::Bumps:
        return Strings::tr("Noisy bumps (generated)");
    case Target::Exponential:
        return Strings::tr("Noisy growth (generated)");
    case Target::PureNoise:
        return Strings::tr("Pure noise (generated)");
    }
    return {};
}

QString shapeTitle(Shape shape)
{
    switch (shape) {
    case Shape::Moons:
        return Strings::tr("Two moons (generated)");
    case Shape::Circles:
        return Strings::tr("Two circles (generated)");
    case Shape::Blobs:
        return Strings::tr("Two clouds (generated)");
    case Shape::Spiral:
        return Strings::tr("Two spirals (generated)");
    case Shape::Checkerboard:
        return Strings::tr("Checkerboard (generated)");
    }
    return {};
}

/// "y = sin(3x)", whether that was typed with "y =" or without.
QString formulaTitle(const std::string &formula)
{
    const QString text = QString::fromStdString(formula).simplified();
    return text.contains(u'=') ? text : Strings::tr("y = %1").arg(text);
}

DataTexts tableTexts(const Table &table)
{
    return {QString::fromStdString(table.title), columnText(table.x), columnText(table.y),
        QString::fromStdString(table.source)};
}

DataTexts tableTexts(const ClassTable &table)
{
    return {QString::fromStdString(table.title), columnText(table.x1), columnText(table.x2),
        QString::fromStdString(table.source)};
}

} // namespace

DataTexts dataTexts(const DataSource &data)
{
    switch (data.kind()) {
    case DataSource::Kind::Generated:
        return {targetTitle(data.target()), Strings::tr("x"), Strings::tr("y"),
            Strings::tr("Drawn from a known law, the dotted line, with noise added.")};
    case DataSource::Kind::Formula:
        return {formulaTitle(data.formula()), Strings::tr("x"), Strings::tr("y"),
            Strings::tr("Drawn from a formula, the dotted line, with noise added.")};
    case DataSource::Kind::GeneratedClasses:
        return {shapeTitle(data.shape()), Strings::tr("input 1"), Strings::tr("input 2"),
            Strings::tr("Drawn on both sides of a known boundary, some labels turned around.")};
    case DataSource::Kind::Shipped:
        if (const ShippedSet *set = data.shipped()) {
            return {shippedText(set->title), withUnit(shippedText(set->xName), shippedText(set->xUnit)),
                withUnit(shippedText(set->yName), shippedText(set->yUnit)), shippedText(set->source)};
        }
        break;
    case DataSource::Kind::Own:
        return tableTexts(*data.table());
    case DataSource::Kind::OwnClasses:
        return tableTexts(*data.classTable());
    }
    return {};
}

std::array<QString, 2> classNames(const DataSource &data)
{
    if (const ShippedSet *set = data.shipped())
        return {shippedText(set->classes[0]), shippedText(set->classes[1])};
    if (const ClassTablePtr table = data.classTable())
        return {QString::fromStdString(table->classes[0]), QString::fromStdString(table->classes[1])};
    return {Strings::tr("class A"), Strings::tr("class B")};
}

QString sampleText(std::size_t rows)
{
    return Strings::tr("%1 of %2 rows, which the seed chooses")
        .arg(wholeText(kMostClassRows), wholeText(rows));
}

QString pointsText(std::size_t count)
{
    return Strings::tr("%Ln point(s)", nullptr, static_cast<int>(count));
}

QString drawnText(const QString &set, std::size_t count, int mostDrawn)
{
    if (count <= static_cast<std::size_t>(mostDrawn))
        return set;
    return Strings::tr("%1 (%2 of %3 drawn)").arg(set, wholeText(mostDrawn), wholeText(count));
}

QString epochText(int epochs)
{
    return epochs == kFullyTrained ? Strings::tr("fully trained") : wholeText(epochs);
}

QString spokenSummary(const Snapshot &snapshot)
{
    QString text =
        Strings::tr("Degree %1, %Ln training point(s), epochs: %2. Training %3, validation %4.", nullptr,
            static_cast<int>(snapshot.training.count))
            .arg(wholeText(snapshot.scenario.model.degree), epochText(snapshot.epoch),
                percentText(snapshot.training.accuracy), percentText(snapshot.validation.accuracy));
    if (!snapshot.verdict || snapshot.verdict->finding == Finding::Unmeasurable)
        return text;
    const QString best = snapshot.verdict->dial == Dial::Epochs
        ? Strings::tr("Best validation at epoch %1.")
        : Strings::tr("Best validation at degree %1.");
    return sentencesText(text, best.arg(wholeText(snapshot.verdict->best)));
}

} // namespace overfit::ui
