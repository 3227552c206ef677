// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/takeaway/axis_names.h"

#include "core/tables/shipped.h"

namespace overfit {

namespace {

std::string withUnit(const std::string &name, const std::string &unit)
{
    return unit.empty() ? name : name + " (" + unit + ')';
}

AxisNames shippedNames(const ShippedSet &set)
{
    AxisNames names{withUnit(set.xName, set.xUnit), withUnit(set.yName, set.yUnit), {"0", "1"}};
    if (set.problem == Problem::Classes)
        names.classes = {set.classes[0], set.classes[1]};
    return names;
}

} // namespace

AxisNames axisNames(const DataSource &data)
{
    if (data.shipped() != nullptr)
        return shippedNames(*data.shipped());
    if (const TablePtr table = data.table())
        return {withUnit(table->x.name, table->x.unit), withUnit(table->y.name, table->y.unit), {"0", "1"}};
    if (const ClassTablePtr table = data.classTable()) {
        return {withUnit(table->x1.name, table->x1.unit), withUnit(table->x2.name, table->x2.unit),
            {table->classes[0], table->classes[1]}};
    }
    if (data.problem() == Problem::Classes)
        return {"x1", "x2", {"0", "1"}};
    return {"x", "y", {"0", "1"}};
}

} // namespace overfit
