// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/data/class_shapes.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/data/targets.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace overfit {

struct ShippedSet;

/// y as a function of x.
using Law = std::function<double(double)>;

/// Where the examples come from. What is behind it is looked up once, when the source is made; copies share
/// it.
class DataSource
{
public:
    enum class Kind { Generated, GeneratedClasses, Shipped, Own, OwnClasses, Formula };

    /// The sine.
    DataSource() = default;
    static DataSource generated(Target target);
    static DataSource generatedClasses(Shape shape);
    static DataSource shippedSet(std::string_view id); ///< such as "cars"
    static DataSource ownTable(TablePtr table);
    static DataSource ownClassTable(ClassTablePtr table);
    static DataSource ofFormula(std::string formula); ///< the law as it was typed; see parseFormula()

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(m_what.index()); }
    [[nodiscard]] Problem problem() const;
    /// Whether examples can be had of it: not of a set that there is not, of no table, and of a formula in
    /// which checkFormula() finds something wrong over kGeneratedDomain.
    [[nodiscard]] bool isThere() const;

    /// The law that a curve is drawn from, of a target or of a formula; empty where there is none. NaN where
    /// it has no value, or one beyond ±kLargestNumber. Safe to call from any thread.
    [[nodiscard]] Law law() const;
    /// The rows of a curve, own or shipped ones; null where there are none.
    [[nodiscard]] TablePtr table() const;
    /// The rows of classes, own or shipped ones; null where there are none.
    [[nodiscard]] ClassTablePtr classTable() const;

    [[nodiscard]] Target target() const { return std::get<Target>(m_what); } ///< of Generated
    [[nodiscard]] Shape shape() const { return std::get<Shape>(m_what); } ///< of GeneratedClasses
    /// Of what is Shipped; null for all others.
    [[nodiscard]] const ShippedSet *shipped() const;
    [[nodiscard]] std::string formula() const; ///< as it was typed; empty for all but a Formula

    /// Equal where they give equal data: own tables are compared by their content.
    friend bool operator==(const DataSource &a, const DataSource &b);

private:
    struct TypedLaw;
    /// In the order of Kind.
    using What = std::variant<Target, Shape, const ShippedSet *, TablePtr, ClassTablePtr,
        std::shared_ptr<const TypedLaw>>;

    explicit DataSource(What what);

    What m_what{Target::Sine};
};

} // namespace overfit
