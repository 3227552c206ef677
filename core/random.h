// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>

namespace overfit {

/// What a sequence of random numbers is for. Streams of one seed are independent of each other, so that
/// drawing more of one never changes another.
enum class Stream : std::uint64_t {
    TrainingInputs,
    TrainingNoise,
    ValidationInputs,
    ValidationNoise,
    Order,
    Bootstrap,
    Shuffling, ///< of the training examples, in every epoch
    StartingWeights
};

/// The standard normal's z with P(Z <= z) = @p probability, for 0 < probability < 1; the same to the bit on
/// every platform, about 16 digits right. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), 477-484
/// (PPND16).
[[nodiscard]] double normalQuantile(double probability);

/// What the engine of a stream is seeded with.
[[nodiscard]] std::uint64_t engineSeed(std::uint64_t seed, Stream stream);

/// A seeded source of random numbers: the same sequence on every compiler, standard library and processor.
///
/// The engine is std::mt19937_64, whose output the C++ standard fixes; the distributions are made here from
/// its bits, because the standard leaves those of <random> to the vendor.
class Random
{
public:
    Random(std::uint64_t seed, Stream stream);

    /// Uniform on [0, 1), a multiple of 2^-53.
    double uniform();

    /// Uniform on 0 … count-1, without bias (by rejection). @p count must be at least 1.
    std::uint64_t below(std::uint64_t count);

    /// Standard normal: normalQuantile() of a uniform number that is never 0 or 1. One draw of the engine per
    /// number.
    double normal();

private:
    std::mt19937_64 m_engine;
};

} // namespace overfit
