// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/law.h"

#include "core/data/formula.h"
#include "core/data/targets.h"

#include <cmath>
#include <memory>
#include <utility>
#include <variant>

namespace overfit {

bool hasLaw(const DataSource &data)
{
    return data.kind == DataSource::Kind::Generated || data.kind == DataSource::Kind::Formula;
}

std::function<double(double)> lawOf(const DataSource &data)
{
    if (data.kind == DataSource::Kind::Generated)
        return [target = data.target](double x) { return targetValue(target, x); };
    if (data.kind != DataSource::Kind::Formula)
        return {};
    auto parsed = std::make_shared<std::variant<Formula, FormulaError>>(parseFormula(data.formula));
    if (!std::holds_alternative<Formula>(*parsed))
        return [](double) { return 0.0; };
    return [parsed](double x) {
        const double y = std::get<Formula>(*parsed)(x);
        return std::isfinite(y) ? y : 0;
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
