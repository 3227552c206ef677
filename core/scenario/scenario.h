// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/points.h"
#include "core/data/problem.h"
#include "core/model/descent_settings.h"
#include "core/scenario/data_source.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace overfit {

/// A setting of the model that has a curve of accuracy along it.
/// What is particular to one is a row of core/scenario/dial.h.
enum class Dial { Degree, TrainSize, Epochs, Ridge };
inline constexpr std::array kDials{Dial::Degree, Dial::TrainSize, Dial::Epochs, Dial::Ridge};

/// One value for each dial.
template <typename Value>
class ByDial
{
public:
    Value &operator[](Dial dial) { return m_values.at(static_cast<std::size_t>(dial)); }
    const Value &operator[](Dial dial) const { return m_values.at(static_cast<std::size_t>(dial)); }

private:
    std::array<Value, kDials.size()> m_values{};
};

struct IntRange {
    int low;
    int high;
};

struct RealRange {
    double low;
    double high;
};

inline constexpr IntRange kEpochRange{1, 2000};
/// In place of a number of epochs: the minimum itself, computed directly.
inline constexpr int kFullyTrained = kEpochRange.high + 1;

/// The examples: where they come from, and what is drawn with them.
struct DataSettings {
    DataSource source;
    HandPointsPtr points; ///< put in place by hand instead of what the source draws; null for none
    double noise = 0.25; ///< standard deviation of generated y about the target, in units of y
    double labelNoise = 0.1; ///< share of the labels of generated classes that are wrong, 0 … 0.5
    std::uint64_t seed = 21; ///< draws generated data, and the order in which real data are dealt

    bool operator==(const DataSettings &) const = default;
};

/// How many of the examples a model sees.
struct SamplingSettings {
    int trainSize = 20; ///< examples; where the data have fewer, all of them are used

    bool operator==(const SamplingSettings &) const = default;
};

/// Settings of a model: of the same data another one can be made by others.
struct ModelSettings {
    int degree = 5; ///< of the polynomial; in two inputs the total degree
    double ridge = 0; ///< penalty λ on the squared coefficients but the constant; 0 for none
    int epochs = kFullyTrained; ///< that it is trained for, or kFullyTrained

    bool operator==(const ModelSettings &) const = default;
};

/// How a model is trained that is trained for a number of epochs.
struct TrainingSettings {
    DescentSettings descent;
    int lastEpoch = 200; ///< how far the curve along the epochs goes; at least epochs, unless fully trained

    bool operator==(const TrainingSettings &) const = default;
};

/// Everything that a user can choose. Equal scenarios give bit-equal snapshots.
struct Scenario {
    DataSettings data;
    SamplingSettings sampling;
    ModelSettings model; ///< model A
    TrainingSettings training; ///< of all models
    std::vector<ModelSettings> rivals; ///< further models of the same data, to be compared; for curves only
    Dial curve = Dial::Degree; ///< the dial whose curve is looked at; it is computed first

    bool operator==(const Scenario &) const = default;
};

inline constexpr IntRange kDegreeRange{0, 30}; ///< of a curve
inline constexpr IntRange kClassDegreeRange{0, 12}; ///< of classes
inline constexpr IntRange kLastEpochRange{10, kEpochRange.high};
inline constexpr IntRange kTrainSizeRange{2, 1000000000}; ///< the data may end sooner
inline constexpr RealRange kNoiseRange{0, 1};
inline constexpr RealRange kLabelNoiseRange{0, 0.5};
inline constexpr RealRange kRidgeRange{0, 1000};
inline constexpr RealRange kLearningRateRange{0.00001, kLargestLearningRate};
inline constexpr RealRange kRateFactorRange{0.8, 1.2};
inline constexpr IntRange kBatchSizeRange{1, 1000}; ///< the training set may be smaller
inline constexpr RealRange kStartSpreadRange{0, 3};
inline constexpr std::uint64_t kLargestSeed = 999999;
inline constexpr std::size_t kMostRivals = 1; ///< model B; files, codes and the window know no more

[[nodiscard]] Problem problemOf(const Scenario &scenario);

[[nodiscard]] IntRange degreeRange(Problem problem);

/// The nearest scenario within all limits. A number that is not finite becomes its default.
[[nodiscard]] Scenario clamped(Scenario scenario);

} // namespace overfit
