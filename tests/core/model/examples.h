// SPDX-License-Identifier: GPL-3.0-or-later
// Examples for tests, the same ones for the same seed.
#pragma once

#include "core/data/dataset.h"
#include "core/random.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace overfit::test {

/// x uniform on the domain, y = sin(4 u) + noise.
inline Dataset noisySine(int count, Interval domain, double noise, std::uint64_t seed = 1)
{
    Random inputs(seed, Stream::TrainingInputs);
    Random errors(seed, Stream::TrainingNoise);
    Dataset data;
    for (int i = 0; i < count; ++i) {
        const double u = 2 * inputs.uniform() - 1;
        data.x.push_back(domain.low + 0.5 * (u + 1) * domain.width());
        data.y.push_back(std::sin(4 * u) + noise * errors.normal());
    }
    return data;
}

/// The same, at @p distinct equally spaced inputs that come again and again.
inline Dataset repeatedInputs(int count, int distinct, Interval domain)
{
    Dataset data = noisySine(count, domain, 0.3);
    for (int i = 0; i < count; ++i)
        data.x[static_cast<std::size_t>(i)] = domain.low + domain.width() * (i % distinct) / (distinct - 1);
    return data;
}

/// Chebyshev points: interpolation there is well conditioned at every degree.
inline Dataset chebyshevPoints(int count, Interval domain)
{
    Dataset data = noisySine(count, domain, 0.3);
    for (int i = 0; i < count; ++i)
        data.x[static_cast<std::size_t>(i)] =
            domain.low + domain.width() * (1 - std::cos((2 * i + 1) * 3.14159265358979 / (2 * count))) / 2;
    return data;
}

inline double norm(const std::vector<double> &numbers)
{
    double sum = 0;
    for (const double number : numbers)
        sum += number * number;
    return std::sqrt(sum);
}

} // namespace overfit::test
