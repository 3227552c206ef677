// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

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

/// a * b exactly (but for underflow).
[[nodiscard]] inline DoubleDouble twoProduct(double a, double b)
{
    const double product = a * b;
    return {product, std::fma(a, b, -product)};
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
