// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/logistic.h"

#include "core/model/descent.h"
#include "core/model/feature_rows.h"
#include "core/parallel.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace overfit {

namespace {

using Vector = Eigen::VectorXd;
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr int kMostSteps = 100;
constexpr double kNegligibleGain = 1e-12; // of the objective, that a further step could bring
constexpr int kMostHalvings = 40;

/// First and second derivatives of the objective; of the second ones the lower half.
struct Derivatives {
    Vector gradient;
    Eigen::MatrixXd second;
};

/// Weights, and what the objective says of them.
struct State {
    Vector weights;
    Vector logits;
    double value = 0;
};

Eigen::Index index(std::size_t value)
{
    return static_cast<Eigen::Index>(value);
}

/// The penalised log loss and what Newton's method needs of it. What goes over all examples gives nothing
/// when stopped.
class Objective
{
public:
    Objective(const ClassExamples &examples, const Rectangle &domain, int degree, double penalty,
        const StopToken &stop)
        : m_examples(examples), m_domain(domain), m_degree(degree), m_stop(stop),
          m_penalties(Vector::Constant(index(planeTerms(degree)), penalty))
    {
        m_penalties[0] = kLeastPenalty; // enough to bound it where all examples are of one class
        if (isLarge())
            return;
        m_features = planeFeatures(examples, domain, degree);
        constexpr double kCheaper = 1.5; // as measured: up to so many examples a term
        if (static_cast<double>(examples.size()) < kCheaper * static_cast<double>(terms()))
            m_kernel = design() * m_penalties.cwiseInverse().asDiagonal() * design().transpose();
    }

    [[nodiscard]] Eigen::Index terms() const { return m_penalties.size(); }

    [[nodiscard]] std::optional<State> at(Vector weights) const
    {
        State state{std::move(weights), Vector(index(m_examples.size())), 0};
        double loss = 0;
        const bool isWhole = overBlocks<double>(
            [this, &state](const RowBlock &block, const Design &design) {
                auto logits = state.logits.segment(index(block.from), design.rows());
                logits = design * state.weights;
                double sum = 0;
                for (Eigen::Index i = 0; i < logits.size(); ++i)
                    sum += softPlus(label(block, i) > 0 ? -logits[i] : logits[i]);
                return sum;
            },
            [&loss](const double &sum) { loss += sum; });
        if (!isWhole)
            return std::nullopt;
        state.value = loss + 0.5 * state.weights.cwiseAbs2().dot(m_penalties);
        return state;
    }

    /// The second ones are D + X^T W X, D the penalties, X the design matrix and W = diag(p (1-p)). They are
    /// left out where stepByExamples() does without them.
    [[nodiscard]] std::optional<Derivatives> derivativesAt(const State &state) const
    {
        Derivatives all{Vector::Zero(terms()), {}};
        const bool isWhole = overBlocks<Derivatives>(
            [this, &state](const RowBlock &block, const Design &design) {
                return derivativesOf(block, design, state.logits.segment(index(block.from), design.rows()));
            },
            [&all](Derivatives &part) {
                all.gradient += part.gradient;
                if (all.second.size() == 0)
                    all.second = std::move(part.second);
                else
                    all.second += part.second;
            });
        if (!isWhole)
            return std::nullopt;
        all.gradient += m_penalties.cwiseProduct(state.weights);
        return all;
    }

    /// The solution of (second derivatives) step = gradient.
    [[nodiscard]] Vector newtonStep(const Derivatives &derivatives, const State &state) const
    {
        if (m_kernel.size() > 0)
            return stepByExamples(derivatives.gradient, rootsOf(state.logits));
        return derivatives.second.selfadjointView<Eigen::Lower>().llt().solve(derivatives.gradient);
    }

    [[nodiscard]] bool separates(const Vector &logits) const
    {
        for (Eigen::Index i = 0; i < logits.size(); ++i)
            if ((logits[i] > 0) != (label({}, i) > 0))
                return false;
        return true;
    }

private:
    using Design = Eigen::Map<const RowMajor, 0, Eigen::OuterStride<>>;

    [[nodiscard]] bool isLarge() const { return m_examples.size() > kBlockRows; }

    /// Work on the design matrix, in blocks of its rows where it is large.
    template <typename Made>
    [[nodiscard]] bool overBlocks(const std::function<Made(const RowBlock &, const Design &)> &work,
        const std::function<void(Made &)> &take) const
    {
        if (!isLarge()) {
            Made made = work({0, m_examples.size()}, design());
            take(made);
            return !m_stop.requested();
        }
        return forBlocks<Made>(
            m_examples.size(), kFeatureBlock, m_stop,
            [&](const RowBlock &block) {
                const FeatureRows features =
                    planeFeatures(m_examples.between(block.from, block.to), m_domain, m_degree);
                return work(block, designOf(features));
            },
            take);
    }

    [[nodiscard]] Derivatives derivativesOf(
        const RowBlock &block, const Design &design, const Eigen::Ref<const Vector> &logits) const
    {
        Vector residuals(logits.size());
        for (Eigen::Index i = 0; i < logits.size(); ++i)
            residuals[i] = sigmoid(logits[i]) - label(block, i);
        Derivatives result{design.transpose() * residuals, {}};
        if (m_kernel.size() > 0)
            return result;
        if (block.from == 0)
            result.second = m_penalties.asDiagonal();
        else
            result.second = Eigen::MatrixXd::Zero(terms(), terms());
        const RowMajor weighted = rootsOf(logits).asDiagonal() * design;
        result.second.selfadjointView<Eigen::Lower>().rankUpdate(weighted.transpose());
        return result;
    }

    /// Of W.
    static Vector rootsOf(const Eigen::Ref<const Vector> &logits)
    {
        Vector roots(logits.size());
        for (Eigen::Index i = 0; i < logits.size(); ++i) {
            const double p = sigmoid(logits[i]);
            roots[i] = std::sqrt(p * (1 - p));
        }
        return roots;
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

    [[nodiscard]] double label(const RowBlock &block, Eigen::Index i) const
    {
        return m_examples.label[block.from + static_cast<std::size_t>(i)];
    }

    [[nodiscard]] Design designOf(const FeatureRows &features) const
    {
        return {
            features.row(0), index(features.rows()), terms(), Eigen::OuterStride<>(index(features.stride()))};
    }

    [[nodiscard]] Design design() const { return designOf(m_features); }

    ClassExamples m_examples;
    Rectangle m_domain;
    int m_degree;
    StopToken m_stop;
    Vector m_penalties;
    FeatureRows m_features{0, 1}; ///< of all examples, where these are not many
    Eigen::MatrixXd m_kernel; ///< X D^-1 X^T; empty where there are so many examples that terms are cheaper
};

/// As far along @p step as makes the objective smaller by a part of what its slope promises (Armijo's rule;
/// Nocedal and Wright, Numerical Optimization, 2nd ed., 3.1). Nothing where nowhere does: then it is at its
/// minimum to rounding; or when stopped.
std::optional<State> descended(
    const Objective &objective, const State &state, const Vector &step, double slope)
{
    constexpr double kPart = 1e-4;
    double length = 1;
    for (int halving = 0; halving < kMostHalvings; ++halving) {
        std::optional<State> next = objective.at(state.weights - length * step);
        if (!next || next->value <= state.value - kPart * length * slope)
            return next;
        length /= 2;
    }
    return std::nullopt;
}

struct Minimum {
    State state;
    int steps = 0;
};

// Newton's method with a line search (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd
// ed., 4.4.1): the objective is strictly convex because of the penalty, so from any start it gets to the only
// minimum.
std::optional<Minimum> minimised(const Objective &objective, const StopToken &stop)
{
    std::optional<State> first = objective.at(Vector::Zero(objective.terms()));
    if (!first)
        return std::nullopt;
    Minimum minimum{*std::move(first), 0};
    while (minimum.steps < kMostSteps) {
        const std::optional<Derivatives> derivatives = objective.derivativesAt(minimum.state);
        if (!derivatives)
            return std::nullopt;
        const Vector step = objective.newtonStep(*derivatives, minimum.state);
        const double slope = derivatives->gradient.dot(step);
        if (!(slope > kNegligibleGain * (1 + minimum.state.value)))
            break;
        std::optional<State> next = descended(objective, minimum.state, step, slope);
        if (stop.requested())
            return std::nullopt;
        if (!next)
            break;
        minimum.state = *std::move(next);
        ++minimum.steps;
    }
    return minimum;
}

} // namespace

std::optional<ClassFit> fitClasses(
    const ClassExamples &examples, const Rectangle &domain, int degree, double ridge, const StopToken &stop)
{
    ClassFit fit;
    fit.penalty = std::max(ridge, kLeastPenalty);
    const Objective objective(examples, domain, degree, fit.penalty, stop);
    const std::optional<Minimum> minimum = minimised(objective, stop);
    if (!minimum)
        return std::nullopt;
    fit.steps = minimum->steps;
    const Vector &weights = minimum->state.weights;
    fit.polynomial = {domain, degree, {weights.begin(), weights.end()}};
    fit.separated = objective.separates(minimum->state.logits);
    return fit;
}

} // namespace overfit
