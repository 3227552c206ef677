// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/least_squares.h"

#include "core/model/triangular_system.h"

#include <utility>

namespace overfit {

namespace {

Fit fitOf(Polynomial polynomial, const Conditioning &conditioning)
{
    return {std::move(polynomial), static_cast<int>(conditioning.rank), conditioning.condition,
        conditioning.shortest};
}

Fit highestDegree(const TriangularSystem &system, Interval domain, int degree)
{
    Solution solution = system.solve(degree + 1);
    return fitOf({domain, std::move(solution.coefficients)}, solution.conditioning);
}

} // namespace

Fit fitPolynomial(const Examples &examples, Interval domain, int degree, double ridge)
{
    TriangularSystem system(domain, degree + 1, ridge);
    system.add(examples);
    return highestDegree(system, domain, degree);
}

std::optional<Fit> fitPolynomial(
    const Examples &examples, Interval domain, int degree, double ridge, const StopToken &stop)
{
    TriangularSystem system(domain, degree + 1, ridge);
    if (!system.add(examples, stop))
        return std::nullopt;
    return highestDegree(system, domain, degree);
}

std::vector<Fit> fitAllDegrees(const Examples &examples, Interval domain, int largestDegree, double ridge)
{
    TriangularSystem system(domain, largestDegree + 1, ridge);
    system.add(examples);
    const Solutions solutions = system.solveAll();
    std::vector<Fit> fits;
    for (std::size_t d = 0; d < solutions.conditioning.size(); ++d) {
        const double *column = solutions.coefficients.column(d);
        fits.push_back(fitOf({domain, {column, column + d + 1}}, solutions.conditioning[d]));
    }
    return fits;
}

struct GrowingFit::State {
    Interval domain;
    int degree;
    TriangularSystem system;
};

GrowingFit::GrowingFit(Interval domain, int degree, double ridge)
    : m_state(std::make_unique<State>(State{domain, degree, TriangularSystem(domain, degree + 1, ridge)}))
{
}

GrowingFit::~GrowingFit() = default;
GrowingFit::GrowingFit(GrowingFit &&) noexcept = default;
GrowingFit &GrowingFit::operator=(GrowingFit &&) noexcept = default;

void GrowingFit::add(double x, double y)
{
    m_state->system.add(x, y);
}

Fit GrowingFit::fit() const
{
    return highestDegree(m_state->system, m_state->domain, m_state->degree);
}

} // namespace overfit
