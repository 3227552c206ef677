// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <span>
#include <vector>

namespace overfit {

/// p(x) = sum_k coefficients[k] P_k(u), P_k the Legendre polynomials, u = x mapped from domain to [-1, 1].
/// Degree = coefficients.size() - 1.
struct Polynomial {
    Interval domain;
    std::vector<double> coefficients{0.0};

    [[nodiscard]] int degree() const { return static_cast<int>(coefficients.size()) - 1; }
    bool operator==(const Polynomial &) const = default;
};

/// x mapped from @p domain to [-1, 1]; beyond that outside of it.
[[nodiscard]] double toUnit(Interval domain, double x);

/// p(x), by Clenshaw's recurrence (Math. Comp. 9 (1955), 118-120).
[[nodiscard]] double evaluate(const Polynomial &polynomial, double x);
/// p at every x; as long as @p x.
[[nodiscard]] std::vector<double> evaluate(const Polynomial &polynomial, std::span<const double> x);

} // namespace overfit
