// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace overfit {

/// The unevaluated sum high + low of two doubles, |low| <= ulp(high)/2: about 32 decimal digits. (A long
/// double would be no more than a double on some of our platforms.)
///
/// Error-free sums: Knuth, The Art of Computer Programming 2, 4.2.2, theorem B, and Dekker, Numer. Math. 18
/// (1971), 224-242; arithmetic on pairs: Hida, Li and Bailey, Proc. 15th IEEE Symposium on Computer
/// Arithmetic (2001), 155-162. All of it needs arithmetic that rounds each operation once: no -ffast-math.
struct DoubleDouble {
    double high = 0;
    double low = 0;

    DoubleDouble() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a double is one of these, no conversion to be spelled out
    DoubleDouble(double value) : high(value) { }
    DoubleDouble(double h, double l) : high(h), low(l) { }

    [[nodiscard]] double rounded() const { return high + low; }
    bool operator==(const DoubleDouble &) const = default;
};

/// a + b exactly.
[[nodiscard]] inline DoubleDouble twoSum(double a, double b)
{
    const double sum = a + b;
    const double part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}

/// a + b exactly, where |a| >= |b|.
[[nodiscard]] inline DoubleDouble quickTwoSum(double a, double b)
{
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

/// @p value rounded to the upper 26 bits of its significand; what that takes away has at most 26 bits as
/// well.
[[nodiscard]] inline double upperHalf(double value)
{
    constexpr std::uint64_t kHalfUnit = std::uint64_t{1} << 26U;
    constexpr std::uint64_t kLowerBits = 2 * kHalfUnit - 1;
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(value) + kHalfUnit) & ~kLowerBits);
}

/// a * b exactly (but for underflow, and where a, b or the product is next to the largest double), by
/// Dekker's four products of halves. std::fma(a, b, -product) would be the same in one step, but that of
/// MinGW-w64 gives 0.
[[nodiscard]] inline DoubleDouble twoProduct(double a, double b)
{
    const double product = a * b;
    const double aHigh = upperHalf(a);
    const double aLow = a - aHigh;
    const double bHigh = upperHalf(b);
    const double bLow = b - bHigh;
    return {product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow};
}

[[nodiscard]] inline DoubleDouble operator-(const DoubleDouble &a)
{
    return {-a.high, -a.low};
}

[[nodiscard]] inline DoubleDouble operator+(const DoubleDouble &a, const DoubleDouble &b)
{
    const DoubleDouble high = twoSum(a.high, b.high);
    const DoubleDouble low = twoSum(a.low, b.low);
    const DoubleDouble sum = quickTwoSum(high.high, high.low + low.high);
    return quickTwoSum(sum.high, sum.low + low.low);
}

[[nodiscard]] inline DoubleDouble operator-(const DoubleDouble &a, const DoubleDouble &b)
{
    return a + -b;
}

[[nodiscard]] inline DoubleDouble operator*(const DoubleDouble &a, const DoubleDouble &b)
{
    const DoubleDouble product = twoProduct(a.high, b.high);
    return quickTwoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

[[nodiscard]] inline DoubleDouble operator/(const DoubleDouble &a, const DoubleDouble &b)
{
    const double first = a.high / b.high;
    const DoubleDouble afterFirst = a - b * first;
    const double second = afterFirst.high / b.high;
    const DoubleDouble afterSecond = afterFirst - b * second;
    return quickTwoSum(first, second) + afterSecond.high / b.high;
}

inline DoubleDouble &operator+=(DoubleDouble &a, const DoubleDouble &b)
{
    return a = a + b;
}

inline DoubleDouble &operator-=(DoubleDouble &a, const DoubleDouble &b)
{
    return a = a - b;
}

} // namespace overfit
