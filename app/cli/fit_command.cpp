// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fit_command.h"

#include "app/cli/errors.h"
#include "app/cli/output.h"
#include "app/cli/source_options.h"
#include "core/analysis/metrics.h"
#include "core/model/least_squares.h"
#include "core/model/monomial.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace overfit::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Nobody waits for a picture here; beyond this the refinement would take seconds and much memory.
constexpr std::size_t kMostRefinedRows = 200000;

struct FitOptions {
    SourceOptions source;
    OptionText degree;
    OptionText ridge;
};

/// How well the fit does on a set, or null where that is empty.
Json scores(const Fit &fit, const Examples &examples, double tolerance)
{
    if (examples.size() == 0)
        return nullptr;
    const Metrics metrics = measure(fit.polynomial, examples, tolerance);
    return {{"count", metrics.count}, {"r2", metrics.accuracy}, {"rmse", metrics.rmse}, {"mae", metrics.mae}};
}

/// sqrt(SSE/(n - rank)); NaN where nothing is left to estimate it from.
double residualDeviation(double squaredResiduals, std::size_t count, int rank)
{
    const double freedom = static_cast<double>(count) - rank;
    return freedom > 0 ? std::sqrt(squaredResiduals / freedom) : std::nan("");
}

/// Why the powers of x may be of no use to whoever reads them.
std::string warningOf(const std::vector<double> &coefficients, const Polynomial &polynomial)
{
    const double half = 1 / std::sqrt(std::numeric_limits<double>::epsilon()); // of the digits
    if (!std::all_of(coefficients.begin(), coefficients.end(), [](double c) { return std::isfinite(c); }))
        // Inputs of 10^-300 have coefficients that no double holds; JSON has no word for those but null.
        return "A coefficient that is null is beyond the largest number that can be written. Give x in a "
               "smaller unit.";
    if (cancellation(coefficients, polynomial) > half)
        return "Evaluated at these x, the coefficients of 1, x, x^2, ... lose more than half of the digits: "
               "their terms cancel. Take legendre_coefficients with domain, or count x from its middle.";
    return {};
}

Json columnJson(const Column &column, std::size_t index)
{
    return {{"column", index + 1}, {"name", column.name}, {"unit", column.unit}};
}

/// Which part of a file was learnt from; null for a generated law.
Json dataJson(const std::optional<UsedColumns> &used)
{
    if (!used)
        return nullptr;
    return {{"x", columnJson(used->x, used->columns.x)}, {"y", columnJson(used->y, used->columns.y)},
        {"rows", used->rows}, {"left_out", used->leftOut}};
}

Answer runFit(const FitOptions &options, std::istream &in)
{
    if (!options.degree)
        throw UsageError{"--degree is missing. Give the degree of the polynomial, such as --degree 3."};
    const int degree = wholeNumber("--degree", *options.degree, kDegreeRange);
    const double ridge = realNumberOr(0, "--ridge", options.ridge, kRidgeRange);
    const auto [split, remark, used] = readSplit(options.source, Unsaid::TrainOnAll, in);
    const Fit fit = fitPolynomial(split.training(), split.domain, degree, ridge);
    const FitReport report = reportOf(fit, split.training(), ridge, kMostRefinedRows);
    Json json;
    json["degree"] = degree;
    json["rank"] = fit.rank;
    json["condition"] = fit.condition;
    json["coefficients"] = report.coefficients;
    json["domain"] = {fit.polynomial.domain.low, fit.polynomial.domain.high};
    json["legendre_coefficients"] = fit.polynomial.coefficients;
    json["residual_standard_deviation"] =
        residualDeviation(report.squaredResiduals, split.training().size(), fit.rank);
    json["train"] = scores(fit, split.training(), split.tolerance);
    json["validation"] = scores(fit, split.validation->examples(), split.tolerance);
    json["data"] = dataJson(used);
    return {jsonText(json), joined(remark, warningOf(report.coefficients, fit.polynomial))};
}

} // namespace

Command addFit(CLI::App &program)
{
    CLI::App *const parser =
        program.add_subcommand("fit", "Fit a polynomial: coefficients and accuracies, as JSON");
    parser->footer("Example, degree 3 with a third of the rows held out for validation:\n"
                   "  overfit-cli fit lab.csv --degree 3 --validation 0.33");
    const auto options = std::make_shared<FitOptions>();
    addOption(*parser, "--degree", options->degree, "D",
        "Degree of the polynomial, " + rangeText(kDegreeRange) + "; needed");
    addOption(*parser, "--ridge", options->ridge, "L",
        "Ridge penalty, " + rangeText(kRidgeRange) + withoutIt(Scenario().model.ridge));
    addSourceOptions(*parser, options->source);
    return {parser, [options](std::istream &in) { return runFit(*options, in); }};
}

} // namespace overfit::cli
