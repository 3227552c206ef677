// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"

#include "core/portable_math.h"

#include <array>
#include <cmath>

namespace overfit {
namespace {

using Coefficients = std::array<double, 8>;

// The rational approximations of AS 241: numerators and denominators, constant term first.
constexpr Coefficients kCentreAbove{3.3871328727963666080e0, 1.3314166789178437745e+2,
    1.9715909503065514427e+3, 1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr Coefficients kCentreBelow{1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2,
    5.3941960214247511077e+3, 2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
    5.2264952788528545610e+3};
constexpr Coefficients kMiddleAbove{1.42343711074968357734e0, 4.63033784615654529590e0,
    5.76949722146069140550e0, 3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Coefficients kMiddleBelow{1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
    6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
    5.47593808499534494600e-4, 1.05075007164441684324e-9};
constexpr Coefficients kTailAbove{6.65790464350110377720e0, 5.46378491116411436990e0,
    1.78482653991729133580e0, 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Coefficients kTailBelow{1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
    1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
    1.42151175831644588870e-7, 2.04426310338993978564e-15};

constexpr double kCentreHalfWidth = 0.425;
constexpr double kCentreShift = 0.180625; // = kCentreHalfWidth²
constexpr double kTailStart = 5;
constexpr double kMiddleShift = 1.6;

double ratio(const Coefficients &above, const Coefficients &below, double x)
{
    return horner(above, x) / horner(below, x);
}

/// One step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): neighbouring inputs give unrelated outputs.
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

} // namespace

double normalQuantile(double probability)
{
    const double q = probability - 0.5;
    if (std::abs(q) <= kCentreHalfWidth)
        return q * ratio(kCentreAbove, kCentreBelow, kCentreShift - q * q);
    const double tail = q < 0 ? probability : 1 - probability;
    const double r = std::sqrt(-portableLog(tail));
    const double z = r <= kTailStart ? ratio(kMiddleAbove, kMiddleBelow, r - kMiddleShift)
                                     : ratio(kTailAbove, kTailBelow, r - kTailStart);
    return q < 0 ? -z : z;
}

std::uint64_t engineSeed(std::uint64_t seed, Stream stream)
{
    return mixed(mixed(seed) + static_cast<std::uint64_t>(stream));
}

Random::Random(std::uint64_t seed, Stream stream) : m_engine(engineSeed(seed, stream)) { }

double Random::uniform()
{
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

std::uint64_t Random::below(std::uint64_t count)
{
    // 2^64 modulo count: without so many of the smallest draws, every remainder is equally frequent.
    const std::uint64_t surplus = (std::uint64_t{0} - count) % count;
    std::uint64_t draw = m_engine();
    while (draw < surplus)
        draw = m_engine();
    return draw % count;
}

double Random::normal()
{
    // The middles of 2^52 cells. With 53 bits the half would be rounded away, and the last cell would give 1.
    return normalQuantile((static_cast<double>(m_engine() >> 12) + 0.5) * 0x1.0p-52);
}

} // namespace overfit
