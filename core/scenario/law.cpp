// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/law.h"

#include "core/data/formula.h"
#include "core/data/targets.h"
#include "core/text/number.h"

#include <cmath>
#include <limits>
#include <memory>
#include <utility>
#include <variant>

namespace overfit {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double orNone(double y)
{
    return std::abs(y) <= kLargestNumber ? y : kNaN;
}

} // namespace

bool hasLaw(const DataSource &data)
{
    return data.kind == DataSource::Kind::Generated || data.kind == DataSource::Kind::Formula;
}

std::function<double(double)> lawOf(const DataSource &data)
{
    if (data.kind == DataSource::Kind::Generated)
        return [target = data.target](double x) { return orNone(targetValue(target, x)); };
    if (data.kind != DataSource::Kind::Formula)
        return {};
    auto parsed = std::make_shared<std::variant<Formula, FormulaError>>(parseFormula(data.formula));
    if (!std::holds_alternative<Formula>(*parsed))
        return [](double) { return kNaN; };
    return [parsed](double x) { return orNone(std::get<Formula>(*parsed)(x)); };
}

std::function<double(double)> sampledLawOf(const DataSource &data)
{
    const std::function<double(double)> law = lawOf(data);
    if (!law)
        return {};
    return [law](double x) {
        const double y = law(x);
        return std::isnan(y) ? 0 : y;
    };
}

bool isLaw(const std::string &formula)
{
    // Asked at every move of a control, about one and the same formula.
    thread_local std::string lastGood;
    if (!formula.empty() && formula == lastGood)
        return true;
    if (checkFormula(formula, kGeneratedDomain))
        return false;
    lastGood = formula;
    return true;
}

} // namespace overfit
