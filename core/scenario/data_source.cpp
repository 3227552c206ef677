// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/data_source.h"

#include "core/data/formula.h"
#include "core/tables/shipped.h"
#include "core/text/number.h"

#include <cmath>
#include <limits>
#include <utility>

namespace overfit {
namespace {

/// NaN for what is no value of a law.
double valueOrNone(double y)
{
    return std::abs(y) <= kLargestNumber ? y : std::numeric_limits<double>::quiet_NaN();
}

Law lawOf(Target target)
{
    return [target](double x) { return valueOrNone(targetValue(target, x)); };
}

/// Empty where the formula is none, or has no value somewhere.
Law lawOf(const std::string &formula)
{
    if (checkFormula(formula, kGeneratedDomain))
        return {};
    const auto parsed = std::make_shared<const Formula>(std::get<Formula>(parseFormula(formula)));
    return [parsed](double x) { return valueOrNone((*parsed)(x)); };
}

template <typename Pointer>
bool sameContent(const Pointer &a, const Pointer &b)
{
    return a == b || (a && b && *a == *b);
}

} // namespace

struct DataSource::TypedLaw {
    std::string formula;
    Law law;

    bool operator==(const TypedLaw &other) const { return formula == other.formula; }
};

DataSource::DataSource(What what) : m_what(std::move(what)) { }

DataSource DataSource::generated(Target target)
{
    return DataSource(target);
}

DataSource DataSource::generatedClasses(Shape shape)
{
    return DataSource(shape);
}

DataSource DataSource::shippedSet(std::string_view id)
{
    return DataSource(findShippedSet(id));
}

DataSource DataSource::ownTable(TablePtr table)
{
    return DataSource(std::move(table));
}

DataSource DataSource::ownClassTable(ClassTablePtr table)
{
    return DataSource(std::move(table));
}

DataSource DataSource::ofFormula(std::string formula)
{
    Law law = lawOf(formula);
    return DataSource(std::make_shared<const TypedLaw>(TypedLaw{std::move(formula), std::move(law)}));
}

Problem DataSource::problem() const
{
    const bool areClasses = kind() == Kind::GeneratedClasses || kind() == Kind::OwnClasses
        || (shipped() != nullptr && shipped()->problem == Problem::Classes);
    return areClasses ? Problem::Classes : Problem::Curve;
}

bool DataSource::isThere() const
{
    switch (kind()) {
    case Kind::Shipped:
        return shipped() != nullptr;
    case Kind::Own:
    case Kind::OwnClasses:
        return table() || classTable();
    case Kind::Formula:
        return static_cast<bool>(law());
    case Kind::Generated:
    case Kind::GeneratedClasses:
        break;
    }
    return true;
}

Law DataSource::law() const
{
    if (const auto *const target = std::get_if<Target>(&m_what))
        return lawOf(*target);
    const auto *const typed = std::get_if<std::shared_ptr<const TypedLaw>>(&m_what);
    return typed != nullptr ? (*typed)->law : Law();
}

TablePtr DataSource::table() const
{
    if (shipped() != nullptr)
        return shippedTable(*shipped());
    const auto *const own = std::get_if<TablePtr>(&m_what);
    return own != nullptr ? *own : nullptr;
}

ClassTablePtr DataSource::classTable() const
{
    if (shipped() != nullptr)
        return shippedClassTable(*shipped());
    const auto *const own = std::get_if<ClassTablePtr>(&m_what);
    return own != nullptr ? *own : nullptr;
}

const ShippedSet *DataSource::shipped() const
{
    const auto *const set = std::get_if<const ShippedSet *>(&m_what);
    return set != nullptr ? *set : nullptr;
}

std::string DataSource::formula() const
{
    const auto *const typed = std::get_if<std::shared_ptr<const TypedLaw>>(&m_what);
    return typed != nullptr ? (*typed)->formula : std::string();
}

bool operator==(const DataSource &a, const DataSource &b)
{
    const auto same = [&b](const auto &mine) {
        using Mine = std::decay_t<decltype(mine)>;
        const auto *const other = std::get_if<Mine>(&b.m_what);
        if constexpr (requires { mine.use_count(); })
            return other != nullptr && sameContent(mine, *other);
        else
            return other != nullptr && mine == *other;
    };
    return std::visit(same, a.m_what);
}

} // namespace overfit
