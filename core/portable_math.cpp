// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portable_math.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace overfit {
namespace {

// Constants in parts. The first parts end in so many zero bits that their product with any whole number that
// occurs here is exact (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980).
constexpr double kLn2High = 0x1.62e42feep-1;
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
constexpr double kOneOverLn2 = 0x1.71547652b82fep+0;
constexpr double kHalfPiHigh = 0x1.921fb544p+0;
constexpr double kHalfPiMiddle = 0x1.0b4611a6p-34;
constexpr double kHalfPiLow = 0x1.3198a2e037073p-69;
constexpr double kTwoOverPi = 0x1.45f306dc9c883p-1;
constexpr double kSqrtHalf = 0x1.6a09e667f3bcdp-1;

/// 1/first!, ±1/(first+step)!, … with the sign turning each time where @p sign is -1.
template <std::size_t count>
constexpr std::array<double, count> reciprocalFactorials(int first, int step, double sign)
{
    std::array<double, count> result{};
    double turn = 1;
    for (std::size_t k = 0; k < count; ++k) {
        std::uint64_t factorial = 1;
        for (int factor = 2; factor <= first + static_cast<int>(k) * step; ++factor)
            factorial *= static_cast<std::uint64_t>(factor);
        result[k] = turn / static_cast<double>(factorial);
        turn *= sign;
    }
    return result;
}

/// 2/3, 2/5, 2/7, …: the series of 2 artanh(s) after its first term, in s².
template <std::size_t count>
constexpr std::array<double, count> artanhSeries()
{
    std::array<double, count> result{};
    for (std::size_t k = 0; k < count; ++k)
        result[k] = 2.0 / static_cast<double>(2 * k + 3);
    return result;
}

// So many terms that the first one left out is below a tenth of a unit in the last place.
constexpr auto kExpSeries = reciprocalFactorials<12>(2, 1, 1);
constexpr auto kSinSeries = reciprocalFactorials<8>(3, 2, -1);
constexpr auto kCosSeries = reciprocalFactorials<7>(4, 2, -1);
constexpr auto kLogSeries = artanhSeries<11>();

/// x = quarters * π/2 + high + low, |high| at most about π/4.
struct Angle {
    double high;
    double low;
    int quarters;
};

Angle reduced(double x)
{
    const double quarters = std::floor(x * kTwoOverPi + 0.5);
    const double a = x - quarters * kHalfPiHigh;
    const double b = quarters * kHalfPiMiddle;
    // Knuth's exact difference: next to a zero, a can be smaller than b.
    const double difference = a - b;
    const double seen = a - difference;
    const double lost = (a - (difference + seen)) + (seen - b);
    const double low = lost - quarters * kHalfPiLow;
    const double high = difference + low;
    return {high, (difference - high) + low, static_cast<int>(quarters)};
}

double sinNearZero(const Angle &angle)
{
    const double square = angle.high * angle.high;
    const double cubic = angle.high * square * horner(kSinSeries, square);
    return angle.high + (angle.low * (1 - 0.5 * square) - cubic);
}

double cosNearZero(const Angle &angle)
{
    const double square = angle.high * angle.high;
    const double quartic = square * square * horner(kCosSeries, square);
    return 1 - (0.5 * square - (quartic - angle.high * angle.low));
}

/// sin(x + turns * π/2)
double sinTurned(double x, int turns)
{
    const Angle angle = reduced(x);
    const int quadrant = (angle.quarters + turns) & 3;
    const double value = quadrant % 2 == 0 ? sinNearZero(angle) : cosNearZero(angle);
    return quadrant < 2 ? value : -value;
}

/// 2^exponent for -1022 <= exponent <= 1023, put together from its bits: several times as fast as
/// std::ldexp().
double powerOfTwo(int exponent)
{
    constexpr int kBias = 1023;
    constexpr int kFractionBits = 52;
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + kBias) << kFractionBits);
}

/// (x - atan(x)) / x³ in powers of x², to where it no longer counts for |x| <= 7/16.
constexpr auto kAtanSeries = [] {
    std::array<double, 22> series{};
    for (std::size_t k = 0; k < series.size(); ++k)
        series[k] = (k % 2 == 0 ? 1 : -1) / (2 * static_cast<double>(k) + 3);
    return series;
}();

/// An angle in two parts, and what is left of the tangent beyond it.
struct ReducedTangent {
    double angle;
    double angleLow;
    double rest;
};

/// Of x >= 0, to |rest| <= 7/16. The angles are those whose tangents are 1/2, 1, 3/2 and infinite, as in
/// Sun's fdlibm (K. C. Ng, 1993), by tan(a - b) = (tan a - tan b) / (1 + tan a tan b).
ReducedTangent reducedTangent(double x)
{
    if (x < 7.0 / 16)
        return {0, 0, x};
    if (x < 11.0 / 16)
        return {0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56, (2 * x - 1) / (2 + x)};
    if (x < 19.0 / 16)
        return {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55, (x - 1) / (x + 1)};
    if (x < 39.0 / 16)
        return {0x1.f730bd281f69bp-1, 0x1.007887af0cbbdp-56, (x - 1.5) / (1 + 1.5 * x)};
    return {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -1 / x};
}

} // namespace

double portableExp(double x)
{
    const double exponent = std::floor(x * kOneOverLn2 + 0.5);
    const double high = x - exponent * kLn2High;
    const double low = exponent * kLn2Low;
    const double rest = high - low;
    const double lost = (high - rest) - low;
    const double fraction = 1 + (rest + (rest * rest * horner(kExpSeries, rest) + lost));
    return fraction * powerOfTwo(static_cast<int>(exponent));
}

double portableLog(double x)
{
    int exponent = 0;
    double fraction = std::frexp(x, &exponent);
    if (fraction < kSqrtHalf) {
        fraction *= 2;
        --exponent;
    }
    const double f = fraction - 1;
    const double s = f / (2 + f);
    // log(1 + f) = 2 artanh(s) and 2s = f - s f: what is rounded is only a small correction to f.
    const double correction = s * (f - s * s * horner(kLogSeries, s * s));
    return exponent * kLn2High - ((correction - exponent * kLn2Low) - f);
}

double portableSin(double x)
{
    return sinTurned(x, 0);
}

double portableAtan(double x)
{
    const auto [angle, angleLow, rest] = reducedTangent(std::abs(x));
    const double square = rest * rest;
    const double correction = rest * square * horner(kAtanSeries, square);
    return std::copysign(angle - ((correction - angleLow) - rest), x);
}

double portableCos(double x)
{
    return sinTurned(x, 1);
}

} // namespace overfit
