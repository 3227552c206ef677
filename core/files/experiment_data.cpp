// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_data.h"

#include "core/data/points.h"
#include "core/files/json_members.h"
#include "core/files/setting_members.h"
#include "core/tables/shipped.h"
#include "core/text/path_utf8.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;
using Reason = ExperimentError::Reason;

/// In the order of the enumeration.
const std::vector<std::string> kKindNames{"generated", "classes", "shipped", "own", "own-classes", "formula"};

template <typename Values, typename Name>
std::vector<std::string> namesOf(const Values &values, Name name)
{
    std::vector<std::string> names;
    names.reserve(values.size());
    for (const auto &value : values)
        names.emplace_back(name(value));
    return names;
}

std::vector<std::string> targetNames()
{
    return namesOf(kTargets, targetName);
}

std::vector<std::string> shapeNames()
{
    return namesOf(kShapes, shapeName);
}

std::vector<std::string> shippedNames()
{
    return namesOf(shippedSets(), [](const ShippedSet &set) { return set.id; });
}

/// Of a path the name alone: where the file lay is nobody's business.
std::string fileName(const std::string &source)
{
    return utf8(pathOf(source).filename());
}

Json jsonOf(const Column &column, const std::vector<double> &values)
{
    return {{"name", column.name}, {"unit", column.unit}, {"values", values}};
}

struct NamedValues {
    Column column;
    std::vector<double> values;
};

NamedValues readColumn(const JsonMembers &parent, std::string_view name)
{
    const JsonMembers members(parent.at(name), parent.pathOf(name), {"name", "unit", "values"});
    return {
        {members.textOr("name", std::string(name)), members.textOr("unit", {})}, members.numbers("values")};
}

void checkRows(const JsonMembers &parent, const Dataset &rows)
{
    if (rows.y.size() != rows.x.size())
        throw ExperimentError{
            Reason::WrongValue, {}, 0, 0, parent.pathOf("y.values"), "[…]", {Expectation::Kind::Numbers}};
    if (rows.size() < kFewestRows)
        throw ExperimentError{Reason::TooFewRows, {}, 0, 0, parent.pathOf("x.values")};
    if (areAllEqual(rows.x))
        throw ExperimentError{Reason::AllInputsEqual, {}, 0, 0, parent.pathOf("x.values")};
}

TablePtr readTableIn(const JsonMembers &data)
{
    const JsonMembers members(data.at("table"), data.pathOf("table"), {"title", "source", "x", "y"});
    NamedValues x = readColumn(members, "x");
    NamedValues y = readColumn(members, "y");
    Dataset rows{std::move(x.values), std::move(y.values)};
    checkRows(members, rows);
    return std::make_shared<const Table>(Table{members.textOr("title", {}), std::move(x.column),
        std::move(y.column), std::move(rows), members.textOr("source", {})});
}

void checkClassRows(const JsonMembers &parent, const ClassDataset &rows)
{
    for (const auto &[name, size] :
        {std::pair("x2.values", rows.x2.size()), std::pair("labels", rows.label.size())}) {
        if (size != rows.x1.size())
            throw ExperimentError{
                Reason::WrongValue, {}, 0, 0, parent.pathOf(name), "[…]", {Expectation::Kind::Numbers}};
    }
    if (rows.size() < kFewestRows)
        throw ExperimentError{Reason::TooFewRows, {}, 0, 0, parent.pathOf("x1.values")};
    if (std::adjacent_find(rows.label.begin(), rows.label.end(), std::not_equal_to<>()) == rows.label.end())
        parent.refuse("labels", {Expectation::Kind::WholeNumber, 0, 1}); // one class only
    for (const auto &[name, values] : {std::pair("x1.values", &rows.x1), std::pair("x2.values", &rows.x2)}) {
        if (areAllEqual(*values))
            throw ExperimentError{Reason::AllInputsEqual, {}, 0, 0, parent.pathOf(name)};
    }
}

/// 0 for the first class, 1 for the second.
std::vector<std::uint8_t> readLabels(const JsonMembers &parent)
{
    std::vector<std::uint8_t> labels;
    for (const double value : parent.numbers("labels")) {
        if (value != 0 && value != 1)
            parent.refuse("labels", {Expectation::Kind::WholeNumber, 0, 1});
        labels.push_back(static_cast<std::uint8_t>(value));
    }
    return labels;
}

ClassTablePtr readClassTableIn(const JsonMembers &data)
{
    const JsonMembers members(data.at("classTable"), data.pathOf("classTable"),
        {"title", "source", "x1", "x2", "classes", "labels"});
    NamedValues x1 = readColumn(members, "x1");
    NamedValues x2 = readColumn(members, "x2");
    ClassDataset rows{std::move(x1.values), std::move(x2.values), readLabels(members)};
    checkClassRows(members, rows);
    const JsonMembers classes(members.at("classes"), members.pathOf("classes"), {"0", "1"});
    return std::make_shared<const ClassTable>(
        ClassTable{members.textOr("title", {}), std::move(x1.column), std::move(x2.column),
            {classes.text("0"), classes.text("1")}, std::move(rows), members.textOr("source", {})});
}

Json jsonOf(const ClassTable &table)
{
    return {{"title", table.title}, {"source", fileName(table.source)},
        {"x1", jsonOf(table.x1, table.rows.x1)}, {"x2", jsonOf(table.x2, table.rows.x2)},
        {"classes", {{"0", table.classes[0]}, {"1", table.classes[1]}}}, {"labels", table.rows.label}};
}

Json jsonOf(const Table &table)
{
    return {{"title", table.title}, {"source", fileName(table.source)}, {"x", jsonOf(table.x, table.rows.x)},
        {"y", jsonOf(table.y, table.rows.y)}};
}

DataSource readFormula(const JsonMembers &data)
{
    const std::string formula = data.text("formula");
    if (const auto error = checkFormula(formula, kGeneratedDomain))
        data.refuse("formula", {Expectation::Kind::Formula, 0, 0, {}, WrongFormula{formula, *error}});
    return DataSource::ofFormula(formula);
}

void addSource(Json &data, const DataSource &source)
{
    data["kind"] = kKindNames.at(static_cast<std::size_t>(source.kind()));
    switch (source.kind()) {
    case DataSource::Kind::Generated:
        data["target"] = std::string(targetName(source.target()));
        break;
    case DataSource::Kind::GeneratedClasses:
        data["shape"] = std::string(shapeName(source.shape()));
        break;
    case DataSource::Kind::Shipped:
        data["set"] = std::string(source.shipped()->id);
        break;
    case DataSource::Kind::Own:
        data["table"] = jsonOf(*source.table());
        break;
    case DataSource::Kind::OwnClasses:
        data["classTable"] = jsonOf(*source.classTable());
        break;
    case DataSource::Kind::Formula:
        data["formula"] = source.formula();
        break;
    }
}

DataSource readSource(const JsonMembers &data)
{
    const std::vector<std::string> shipped = shippedNames();
    switch (static_cast<DataSource::Kind>(data.choice("kind", kKindNames))) {
    case DataSource::Kind::GeneratedClasses:
        return DataSource::generatedClasses(kShapes.at(data.choice("shape", shapeNames())));
    case DataSource::Kind::Shipped:
        return DataSource::shippedSet(shipped.at(data.choice("set", shipped)));
    case DataSource::Kind::Own:
        return DataSource::ownTable(readTableIn(data));
    case DataSource::Kind::OwnClasses:
        return DataSource::ownClassTable(readClassTableIn(data));
    case DataSource::Kind::Formula:
        return readFormula(data);
    case DataSource::Kind::Generated:
        break;
    }
    return DataSource::generated(kTargets.at(data.choice("target", targetNames())));
}

Json jsonOf(const Dataset &points)
{
    return {{"x", points.x}, {"y", points.y}};
}

Json jsonOf(const ClassDataset &points)
{
    return {{"x1", points.x1}, {"x2", points.x2}, {"labels", points.label}};
}

template <typename Data>
Json jsonOf(const Divided<Data> &points)
{
    return {{"pool", jsonOf(points.pool)}, {"validation", jsonOf(points.validation)}};
}

void readInto(Dataset &points, const JsonMembers &parent, std::string_view name)
{
    const JsonMembers members(parent.at(name), parent.pathOf(name), {"x", "y"});
    points = {members.numbers("x"), members.numbers("y")};
}

void readInto(ClassDataset &points, const JsonMembers &parent, std::string_view name)
{
    const JsonMembers members(parent.at(name), parent.pathOf(name), {"x1", "x2", "labels"});
    points = {members.numbers("x1"), members.numbers("x2"), readLabels(members)};
}

template <typename Data>
Divided<Data> readDivided(const JsonMembers &parent)
{
    Divided<Data> points;
    readInto(points.pool, parent, "pool");
    readInto(points.validation, parent, "validation");
    return points;
}

HandPointsPtr readPoints(const JsonMembers &data, Problem problem)
{
    if (!data.has("points"))
        return nullptr;
    const JsonMembers members(data.at("points"), data.pathOf("points"), {"pool", "validation"});
    HandPoints points;
    if (problem == Problem::Curve)
        points.curve = readDivided<Dataset>(members);
    else
        points.classes = readDivided<ClassDataset>(members);
    if (!areSound(points, problem == Problem::Classes))
        data.refuse("points", {Expectation::Kind::Numbers});
    return std::make_shared<const HandPoints>(std::move(points));
}

} // namespace

Json dataPart(const Scenario &scenario)
{
    Json data;
    addSource(data, scenario.data.source);
    if (scenario.data.points)
        data["points"] = problemOf(scenario) == Problem::Curve ? jsonOf(scenario.data.points->curve)
                                                               : jsonOf(scenario.data.points->classes);
    addSettings(data, rowsOf("data"), scenario);
    return data;
}

void readDataPart(const Json &part, Scenario &scenario)
{
    const JsonMembers data(part, "data",
        {"kind", "target", "shape", "set", "formula", "table", "classTable", "points", "seed", "noise",
            "labelNoise"});
    scenario.data.source = readSource(data);
    scenario.data.points = readPoints(data, problemOf(scenario));
    readSettings(data, rowsOf("data"), scenario);
}

} // namespace overfit
