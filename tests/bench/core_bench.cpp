// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/core_bench.h"

#include "core/analysis/metrics.h"
#include "core/analysis/sweep.h"
#include "core/model/householder.h"
#include "core/random.h"
#include "core/sampling/split.h"

#include <Eigen/Core>
#include <Eigen/QR>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <span>
#include <tuple>

namespace overfit::bench {

namespace {

constexpr int kPool = 200;
constexpr int kValidation = 100;
constexpr int kSizeSweepDegree = 15;

/// Results go here, so that no compiler can leave the work out.
std::atomic<double> sink{0};

Dataset draw(int count, Stream inputs, Stream noise)
{
    Random x(1, inputs);
    Random z(1, noise);
    Dataset data;
    for (int i = 0; i < count; ++i) {
        data.x.push_back(2 * x.uniform() - 1);
        data.y.push_back(std::sin(4 * data.x.back()) + 0.25 * z.normal());
    }
    return data;
}

std::shared_ptr<const Split> benchSplit()
{
    auto split = std::make_shared<Split>();
    split->pool = draw(kPool, Stream::TrainingInputs, Stream::TrainingNoise);
    split->validation = draw(kValidation, Stream::ValidationInputs, Stream::ValidationNoise);
    split->trainSize = kPool;
    split->domain = {-1, 1};
    split->tolerance = 0.35;
    return split;
}

Eigen::MatrixXd legendreDesign(const std::vector<double> &x, int columns)
{
    Eigen::MatrixXd design(static_cast<Eigen::Index>(x.size()), columns);
    const Eigen::ArrayXd u = Eigen::Map<const Eigen::ArrayXd>(x.data(), design.rows());
    design.col(0).setOnes();
    design.col(1) = u;
    for (Eigen::Index k = 1; k + 1 < columns; ++k) {
        const auto n = static_cast<double>(k);
        design.col(k + 1).array() =
            ((2 * n + 1) * u * design.col(k).array() - n * design.col(k - 1).array()) / (n + 1);
    }
    return design;
}

Metrics scoreFirst(Eigen::Index count, const Eigen::MatrixXd &design, const std::vector<double> &y,
    const Eigen::VectorXd &coefficients, double tolerance)
{
    const Eigen::VectorXd predicted = design.topRows(count) * coefficients;
    const auto size = static_cast<std::size_t>(count);
    return measure(std::span(y).first(size), std::span(predicted.data(), size), tolerance);
}

void sweepAlong(Dial dial, const Split &split)
{
    Scenario scenario;
    scenario.model.degree = kSizeSweepDegree;
    scenario.sampling.trainSize = kPool;
    sink = sweep(scenario, split, dial, StopToken())->points.back().validation.accuracy;
}

/// One factorisation for each size; both design matrices made once.
void freshFactorisations(const Split &split)
{
    const Eigen::MatrixXd training = legendreDesign(split.pool->x, kSizeSweepDegree + 1);
    const Eigen::MatrixXd validation = legendreDesign(split.validation->x, kSizeSweepDegree + 1);
    const Eigen::Map<const Eigen::VectorXd> y(split.pool->y.data(), kPool);
    double sum = 0;
    for (Eigen::Index size = 2; size <= kPool; ++size) {
        const Eigen::HouseholderQR<Eigen::MatrixXd> qr(training.topRows(size));
        const Eigen::Index rank = std::min<Eigen::Index>(size, training.cols());
        Eigen::VectorXd coefficients = Eigen::VectorXd::Zero(training.cols());
        coefficients.head(rank) = (qr.householderQ().adjoint() * y.head(size)).head(rank);
        qr.matrixQR()
            .topLeftCorner(rank, rank)
            .triangularView<Eigen::Upper>()
            .solveInPlace(coefficients.head(rank));
        sum += scoreFirst(size, training, split.pool->y, coefficients, split.tolerance).accuracy;
        sum +=
            scoreFirst(kValidation, validation, split.validation->y, coefficients, split.tolerance).accuracy;
    }
    sink = sum;
}

/// @p columns of them, and one that is transformed along.
Matrix rowsToReduce(std::size_t rows, std::size_t columns)
{
    Random random(1, Stream::TrainingNoise);
    Matrix matrix(rows, columns + 1);
    std::generate_n(matrix.column(0), rows * (columns + 1), [&random] { return random.normal(); });
    return matrix;
}

void reduceByEigen(Matrix matrix)
{
    Eigen::Map<Eigen::MatrixXd> whole(matrix.column(0), static_cast<Eigen::Index>(matrix.rows()),
        static_cast<Eigen::Index>(matrix.columns()));
    Eigen::Ref<Eigen::MatrixXd> inPlace(whole);
    const Eigen::HouseholderQR<Eigen::Ref<Eigen::MatrixXd>> qr(inPlace);
    sink = whole(0, whole.cols() - 1);
}

void reduceByOurs(Matrix matrix)
{
    reduceToTriangle(matrix, matrix.columns() - 1);
    sink = matrix(0, matrix.columns() - 1);
}

} // namespace

std::vector<BenchCase> factorisationBenchCases()
{
    std::vector<BenchCase> cases;
    for (const auto &[rows, columns, atMost] :
        {std::tuple(200, 31, 0.75), std::tuple(1000, 31, 0.8), std::tuple(602, 301, 1.0)}) {
        const auto matrix = std::make_shared<const Matrix>(
            rowsToReduce(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns)));
        const std::string size = std::to_string(rows) + "x" + std::to_string(columns);
        const std::string eigen = "HouseholderQR of " + size + ", in place";
        cases.push_back({eigen, [matrix] { reduceByEigen(*matrix); }, {}, 0});
        cases.push_back({"reduceToTriangle of " + size, [matrix] { reduceByOurs(*matrix); }, eigen, atMost});
    }
    return cases;
}

std::vector<BenchCase> coreBenchCases()
{
    const std::shared_ptr<const Split> split = benchSplit();
    const Eigen::MatrixXd design = legendreDesign(split->pool->x, kDegreeRange.high + 1);
    const std::string oneQr = "HouseholderQR of 200x31";
    const std::string manyQr = "train sizes 2..200 at degree 15, HouseholderQR each";
    return {
        {oneQr, [design] { sink = Eigen::HouseholderQR<Eigen::MatrixXd>(design).matrixQR()(30, 30); }, {}, 0},
        {"sweep along degree 0..30", [split] { sweepAlong(Dial::Degree, *split); }, oneQr, 2},
        {manyQr, [split] { freshFactorisations(*split); }, {}, 0},
        {"sweep along train size 2..200 at degree 15", [split] { sweepAlong(Dial::TrainSize, *split); },
            manyQr, 0.2},
    };
}

} // namespace overfit::bench
