// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/logistic.h"

#include "core/model/descent.h"
#include "core/model/feature_rows.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit {

namespace {

using Vector = Eigen::VectorXd;
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr int kMostSteps = 100;
constexpr double kNegligibleGain = 1e-12; // of the objective, that a further step could bring
constexpr int kMostHalvings = 40;

/// The penalised log loss and what Newton's method needs of it.
class Objective
{
public:
    Objective(const ClassExamples &examples, const Rectangle &domain, int degree, double penalty)
        : m_features(planeFeatures(examples, domain, degree)), m_label(examples.label),
          m_penalties(Vector::Constant(static_cast<Eigen::Index>(m_features.terms()), penalty))
    {
        m_penalties[0] = kLeastPenalty; // enough to bound it where all examples are of one class
        constexpr double kCheaper = 1.5; // as measured: up to so many examples a term
        if (static_cast<double>(m_features.rows()) < kCheaper * static_cast<double>(m_features.terms()))
            m_kernel = design() * m_penalties.cwiseInverse().asDiagonal() * design().transpose();
    }

    [[nodiscard]] Eigen::Index terms() const { return m_penalties.size(); }

    [[nodiscard]] Vector logits(const Vector &weights) const { return design() * weights; }

    [[nodiscard]] double value(const Vector &weights, const Vector &logits) const
    {
        double loss = 0;
        for (Eigen::Index i = 0; i < logits.size(); ++i)
            loss += softPlus(label(i) > 0 ? -logits[i] : logits[i]);
        return loss + 0.5 * weights.cwiseAbs2().dot(m_penalties);
    }

    [[nodiscard]] Vector gradient(const Vector &weights, const Vector &logits) const
    {
        Vector residuals(logits.size());
        for (Eigen::Index i = 0; i < logits.size(); ++i)
            residuals[i] = sigmoid(logits[i]) - label(i);
        return design().transpose() * residuals + m_penalties.cwiseProduct(weights);
    }

    /// The solution of (second derivatives) step = gradient. These are D + X^T W X, D the penalties, X the
    /// design matrix and W = diag(p (1-p)).
    [[nodiscard]] Vector newtonStep(const Vector &gradient, const Vector &logits) const
    {
        Vector roots(logits.size()); // of W
        for (Eigen::Index i = 0; i < logits.size(); ++i) {
            const double p = sigmoid(logits[i]);
            roots[i] = std::sqrt(p * (1 - p));
        }
        return m_kernel.size() > 0 ? stepByExamples(gradient, roots) : stepByTerms(gradient, roots);
    }

    [[nodiscard]] bool separates(const Vector &logits) const
    {
        for (Eigen::Index i = 0; i < logits.size(); ++i)
            if ((logits[i] > 0) != (label(i) > 0))
                return false;
        return true;
    }

private:
    [[nodiscard]] Vector stepByTerms(const Vector &gradient, const Vector &roots) const
    {
        const RowMajor weighted = roots.asDiagonal() * design();
        Eigen::MatrixXd second = m_penalties.asDiagonal();
        second.selfadjointView<Eigen::Lower>().rankUpdate(weighted.transpose());
        return second.selfadjointView<Eigen::Lower>().llt().solve(gradient);
    }

    /// The same by the identity of Sherman, Morrison and Woodbury (Golub and Van Loan, Matrix Computations,
    /// 4th ed., 2.1.4): a system as large as there are examples, I + W^1/2 X D^-1 X^T W^1/2.
    [[nodiscard]] Vector stepByExamples(const Vector &gradient, const Vector &roots) const
    {
        Eigen::MatrixXd system = roots.asDiagonal() * m_kernel * roots.asDiagonal();
        system.diagonal().array() += 1;
        const Vector free = gradient.cwiseQuotient(m_penalties);
        const Vector seen = roots.cwiseProduct(design() * free);
        const Vector held = roots.cwiseProduct(system.selfadjointView<Eigen::Lower>().llt().solve(seen));
        return free - (design().transpose() * held).cwiseQuotient(m_penalties);
    }

    [[nodiscard]] double label(Eigen::Index i) const { return m_label[static_cast<std::size_t>(i)]; }

    [[nodiscard]] Eigen::Map<const RowMajor, 0, Eigen::OuterStride<>> design() const
    {
        return {m_features.row(0), static_cast<Eigen::Index>(m_features.rows()), terms(),
            Eigen::OuterStride<>(static_cast<Eigen::Index>(m_features.stride()))};
    }

    FeatureRows m_features;
    std::span<const std::uint8_t> m_label;
    Vector m_penalties;
    Eigen::MatrixXd m_kernel; ///< X D^-1 X^T; empty where there are so many examples that terms are cheaper
};

struct State {
    Vector weights;
    Vector logits;
    double value = 0;
};

State stateAt(const Objective &objective, Vector weights)
{
    State state{std::move(weights), {}, 0};
    state.logits = objective.logits(state.weights);
    state.value = objective.value(state.weights, state.logits);
    return state;
}

/// As far along @p step as makes the objective smaller by a part of what its slope promises (Armijo's rule;
/// Nocedal and Wright, Numerical Optimization, 2nd ed., 3.1). False where nothing does: then it is at its
/// minimum to rounding.
bool descend(const Objective &objective, State &state, const Vector &step, double slope)
{
    constexpr double kPart = 1e-4;
    double length = 1;
    for (int halving = 0; halving < kMostHalvings; ++halving) {
        State next = stateAt(objective, state.weights - length * step);
        if (next.value <= state.value - kPart * length * slope) {
            state = std::move(next);
            return true;
        }
        length /= 2;
    }
    return false;
}

} // namespace

// Newton's method with a line search (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd
// ed., 4.4.1): the objective is strictly convex because of the penalty, so from any start it gets to the only
// minimum.
std::optional<ClassFit> fitClasses(
    const ClassExamples &examples, const Rectangle &domain, int degree, double ridge, const StopToken &stop)
{
    ClassFit fit;
    fit.penalty = std::max(ridge, kLeastPenalty);
    const Objective objective(examples, domain, degree, fit.penalty);
    State state = stateAt(objective, Vector::Zero(objective.terms()));
    while (fit.steps < kMostSteps) {
        if (stop.requested())
            return std::nullopt;
        const Vector gradient = objective.gradient(state.weights, state.logits);
        const Vector step = objective.newtonStep(gradient, state.logits);
        const double slope = gradient.dot(step);
        if (!(slope > kNegligibleGain * (1 + state.value)) || !descend(objective, state, step, slope))
            break;
        ++fit.steps;
    }
    fit.polynomial = {domain, degree, {state.weights.begin(), state.weights.end()}};
    fit.separated = objective.separates(state.logits);
    return fit;
}

} // namespace overfit
