// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/targets.h"

#include <cstdint>
#include <string>

namespace overfit {

/// Where the examples come from.
struct DataSource {
    enum class Kind { Generated, Shipped, Own };

    Kind kind = Kind::Generated;
    Target target = Target::Sine; ///< for Generated
    std::string shipped; ///< for Shipped: the id of a set, such as "cars"
    TablePtr own; ///< for Own: never null

    static DataSource generated(Target target);
    static DataSource shippedSet(std::string id);
    static DataSource ownTable(TablePtr table);
};

/// Equal where they give equal data: own tables are compared by their content.
[[nodiscard]] bool operator==(const DataSource &a, const DataSource &b);

/// A setting of the model that has a curve of accuracy along it.
enum class Dial { Degree, TrainSize };

struct IntRange {
    int low;
    int high;
};

struct RealRange {
    double low;
    double high;
};

/// Everything that a user can choose. Equal scenarios give bit-equal snapshots.
struct Scenario {
    DataSource data;
    int degree = 5; ///< of the polynomial
    int trainSize = 20; ///< examples; where the data have fewer, all of them are used
    double noise = 0.25; ///< standard deviation of generated y about the target, in units of y
    double ridge = 0; ///< penalty λ on the squared coefficients of P_1, P_2, …; 0 for plain least squares
    std::uint64_t seed = 21; ///< draws generated data, and the order in which real data are dealt
    Dial curve = Dial::Degree; ///< the dial whose curve is looked at; it is computed first

    bool operator==(const Scenario &) const = default;
};

inline constexpr IntRange kDegreeRange{0, 30};
inline constexpr IntRange kTrainSizeRange{2, 1000000000}; ///< the data may end sooner
inline constexpr RealRange kNoiseRange{0, 1};
inline constexpr RealRange kRidgeRange{0, 1000};
inline constexpr std::uint64_t kLargestSeed = 999999;

/// The nearest scenario within all limits. A number that is not finite becomes its default.
[[nodiscard]] Scenario clamped(Scenario scenario);

} // namespace overfit
