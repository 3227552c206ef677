// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/shipped.h"

#include "core/tables/csv.h"
#include "core/tables/embedded.h"
#include "core/text/translate_noop.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace overfit {
namespace {

using Sets = std::array<ShippedSet, 10>;

// All but the texts of the files.
constexpr Sets kDescriptions{{
    {"cars", QT_TRANSLATE_NOOP("datasets", "Stopping distance of cars"),
        QT_TRANSLATE_NOOP("datasets", "speed"), QT_TRANSLATE_NOOP("datasets", "mph"),
        QT_TRANSLATE_NOOP("datasets", "distance"), QT_TRANSLATE_NOOP("datasets", "ft"),
        "Ezekiel 1930, Methods of Correlation Analysis", {}},
    {"pressure", QT_TRANSLATE_NOOP("datasets", "Vapour pressure of mercury"),
        QT_TRANSLATE_NOOP("datasets", "temperature"), QT_TRANSLATE_NOOP("datasets", "°C"),
        QT_TRANSLATE_NOOP("datasets", "pressure"), QT_TRANSLATE_NOOP("datasets", "mm Hg"),
        "Weast 1973, Handbook of Chemistry and Physics", {}},
    {"mcycle", QT_TRANSLATE_NOOP("datasets", "Head in a motorcycle crash"),
        QT_TRANSLATE_NOOP("datasets", "time after impact"), QT_TRANSLATE_NOOP("datasets", "ms"),
        QT_TRANSLATE_NOOP("datasets", "acceleration"), QT_TRANSLATE_NOOP("datasets", "g"),
        "Silverman 1985, J. R. Statist. Soc. B 47", {}},
    {"nile", QT_TRANSLATE_NOOP("datasets", "Flow of the Nile at Aswan"),
        QT_TRANSLATE_NOOP("datasets", "year"), "", QT_TRANSLATE_NOOP("datasets", "annual flow"),
        QT_TRANSLATE_NOOP("datasets", "10⁸ m³"),
        "Durbin and Koopman 2001, Time Series Analysis by State Space Methods", {}},
    {"nottem", QT_TRANSLATE_NOOP("datasets", "Temperature through the year at Nottingham"),
        QT_TRANSLATE_NOOP("datasets", "month"), "", QT_TRANSLATE_NOOP("datasets", "temperature"),
        QT_TRANSLATE_NOOP("datasets", "°F"), "Anderson 1976, Time Series Analysis and Forecasting", {}},
    {"gag", QT_TRANSLATE_NOOP("datasets", "Glycosaminoglycans in children"),
        QT_TRANSLATE_NOOP("datasets", "age"), QT_TRANSLATE_NOOP("datasets", "years"),
        QT_TRANSLATE_NOOP("datasets", "concentration in urine"), "",
        "Prosser, in Venables and Ripley 2002, Modern Applied Statistics with S", {}},
    {"ozone", QT_TRANSLATE_NOOP("datasets", "Ozone on summer days in New York"),
        QT_TRANSLATE_NOOP("datasets", "temperature"), QT_TRANSLATE_NOOP("datasets", "°F"),
        QT_TRANSLATE_NOOP("datasets", "ozone"), QT_TRANSLATE_NOOP("datasets", "ppb"),
        "Chambers et al. 1983, Graphical Methods for Data Analysis", {}},
    {"iris", QT_TRANSLATE_NOOP("datasets", "Iris: versicolor or virginica"),
        QT_TRANSLATE_NOOP("datasets", "petal length"), QT_TRANSLATE_NOOP("datasets", "cm"),
        QT_TRANSLATE_NOOP("datasets", "petal width"), QT_TRANSLATE_NOOP("datasets", "cm"),
        "Anderson 1935; Fisher 1936", {}, Problem::Classes,
        {QT_TRANSLATE_NOOP("datasets", "versicolor"), QT_TRANSLATE_NOOP("datasets", "virginica")}},
    {"crabs", QT_TRANSLATE_NOOP("datasets", "Crabs: female or male"),
        QT_TRANSLATE_NOOP("datasets", "carapace length"), QT_TRANSLATE_NOOP("datasets", "mm"),
        QT_TRANSLATE_NOOP("datasets", "rear width"), QT_TRANSLATE_NOOP("datasets", "mm"),
        "Campbell and Mahon 1974, Aust. J. Zool. 22", {}, Problem::Classes,
        {QT_TRANSLATE_NOOP("datasets", "female"), QT_TRANSLATE_NOOP("datasets", "male")}},
    {"ripley", QT_TRANSLATE_NOOP("datasets", "Ripley's two classes"), QT_TRANSLATE_NOOP("datasets", "x"), "",
        QT_TRANSLATE_NOOP("datasets", "y"), "", "Ripley 1996, Pattern Recognition and Neural Networks", {},
        Problem::Classes,
        {QT_TRANSLATE_NOOP("datasets", "class 0"), QT_TRANSLATE_NOOP("datasets", "class 1")}, 250},
}};

Sets completedSets()
{
    Sets sets = kDescriptions;
    for (ShippedSet &set : sets)
        set.csv = embeddedDataset(set.id);
    return sets;
}

const Sets &allSets()
{
    static const Sets sets = completedSets();
    return sets;
}

/// The table in these columns below a header.
template <typename AnyTable>
AnyTable parsed(const ShippedSet &set, const ChosenColumns &columns)
{
    const ReadOptions options{{}, {',', DecimalMark::Point, true}, columns};
    // std::get throws only if a file in resources/datasets is broken; the tests read each of them.
    return std::get<AnyTable>(std::get<ReadData>(parseData(set.csv, std::string(set.id), options)).table);
}

TablePtr parsedCurve(const ShippedSet &set)
{
    if (set.problem != Problem::Curve)
        return nullptr;
    Table table = parsed<Table>(set, {0, 1, std::nullopt});
    table.title = set.title;
    table.x = {set.xName, set.xUnit};
    table.y = {set.yName, set.yUnit};
    table.source = set.source;
    return std::make_shared<const Table>(std::move(table));
}

ClassTablePtr parsedClasses(const ShippedSet &set)
{
    if (set.problem != Problem::Classes)
        return nullptr;
    ClassTable table = parsed<ClassTable>(set, {0, 1, 2});
    table.title = set.title;
    table.x1 = {set.xName, set.xUnit};
    table.x2 = {set.yName, set.yUnit};
    table.classes = {set.classes[0], set.classes[1]};
    table.source = set.source;
    table.publishedTraining = set.publishedTraining;
    return std::make_shared<const ClassTable>(std::move(table));
}

/// What @p parsed makes of each set, in their order.
template <typename Pointer>
std::vector<Pointer> parsedSets(Pointer (*parsed)(const ShippedSet &))
{
    std::vector<Pointer> tables;
    for (const ShippedSet &set : allSets())
        tables.push_back(parsed(set));
    return tables;
}

template <typename Pointer>
Pointer tableOf(const ShippedSet &set, const std::vector<Pointer> &tables)
{
    const ShippedSet *const found = findShippedSet(set.id);
    return found ? tables[static_cast<std::size_t>(found - allSets().data())] : nullptr;
}

} // namespace

std::span<const ShippedSet> shippedSets()
{
    return allSets();
}

const ShippedSet *findShippedSet(std::string_view id)
{
    const auto matches = [id](const ShippedSet &set) { return set.id == id; };
    const auto found = std::find_if(allSets().begin(), allSets().end(), matches);
    return found == allSets().end() ? nullptr : &*found;
}

TablePtr shippedTable(const ShippedSet &set)
{
    static const std::vector<TablePtr> tables = parsedSets(parsedCurve);
    return tableOf(set, tables);
}

ClassTablePtr shippedClassTable(const ShippedSet &set)
{
    static const std::vector<ClassTablePtr> tables = parsedSets(parsedClasses);
    return tableOf(set, tables);
}

} // namespace overfit
