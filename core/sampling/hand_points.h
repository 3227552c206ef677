// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/points.h"
#include "core/scenario/scenario.h"

#include <cstddef>
#include <cstdint>

// Editing the examples of a scenario by hand. Every function returns the scenario with the edit, or the same
// scenario where the edit cannot be (to a place that is not a number, say); a place beyond ±kLargestNumber
// becomes the nearest one within. An edit that leaves what the data source draws anyway leaves no points.

namespace overfit {

/// The most examples, of both sets together, that can be edited by hand.
inline constexpr std::size_t kMostHandPoints = 2000;

enum class Role { Training, Validation };

/// A point that is seen: one of those that are trained on (not of the rest of the pool), or a validation
/// point.
struct PointId {
    Role role = Role::Training;
    std::size_t index = 0;

    bool operator==(const PointId &) const = default;
};

/// Where a point is: x and y of a curve, both inputs of classes.
struct Place {
    double x = 0;
    double y = 0;

    bool operator==(const Place &) const = default;
};

/// All examples of a scenario (which must be clamped()): those put in place by hand, or else what its data
/// source draws.
[[nodiscard]] HandPoints pointsOf(const Scenario &scenario);

/// How many examples there are, of both sets together; told without drawing them.
[[nodiscard]] std::size_t exampleCount(const Scenario &scenario);
/// Not more than kMostHandPoints: only then may the functions below be called.
[[nodiscard]] bool arePointsEditable(const Scenario &scenario);

/// How many points of a role are seen.
[[nodiscard]] std::size_t seenCount(const Scenario &scenario, const HandPoints &points, Role role);
/// The point of a role that was added or put there last.
[[nodiscard]] PointId newestPoint(const Scenario &scenario, Role role);
/// Whether a point of that role can be taken away: enough are left, see kFewestTrainingPoints and
/// kFewestValidationPoints.
[[nodiscard]] bool canSpare(const Scenario &scenario, Role role);

/// A training point goes to the end of what is trained on, and the train size grows by it; @p label is for
/// classes.
[[nodiscard]] Scenario addPoint(
    const Scenario &scenario, Role role, const Place &place, std::uint8_t label = 0);
[[nodiscard]] Scenario movePoint(const Scenario &scenario, const PointId &point, const Place &place);
/// The train size goes with a training point.
[[nodiscard]] Scenario deletePoint(const Scenario &scenario, const PointId &point);
/// A training point becomes the last validation point, a validation point the last one that is trained on.
[[nodiscard]] Scenario switchRole(const Scenario &scenario, const PointId &point);
/// Moves a point away from the mean of the pool by three standard deviations of the pool: y of a curve, both
/// inputs of classes. (Not by those of the residuals: then the same key would do another thing with every
/// model.)
[[nodiscard]] Scenario makeOutlier(const Scenario &scenario, const PointId &point);
/// Class 0 becomes 1 and 1 becomes 0.
[[nodiscard]] Scenario switchClass(const Scenario &scenario, const PointId &point);

/// Whether @p after draws other examples than @p before does, points put in place by hand aside.
[[nodiscard]] bool drawsOtherExamples(const Scenario &before, const Scenario &after);

/// What becomes of points put in place by hand when a setting changes: where other examples are to be drawn,
/// those of @p before are dropped. Points of another making are kept.
[[nodiscard]] Scenario withFreshPoints(const Scenario &before, Scenario after);

} // namespace overfit
