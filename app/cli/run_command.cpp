// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_command.h"

#include "app/cli/error_texts.h"
#include "app/cli/errors.h"
#include "app/cli/output.h"
#include "app/cli/source_options.h"
#include "core/answer/answerer.h"
#include "core/files/experiment_file.h"
#include "core/text/path_utf8.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace overfit::cli {

namespace {

using Json = nlohmann::ordered_json;

struct RunOptions {
    OptionText file;
};

/// The names of Finding and Gap.
constexpr std::array kFindings{
    "unmeasurable", "nothing-to-learn", "underfit", "good", "past-best", "diverged", "overfit"};
constexpr std::array kGaps{"within-chance", "noticeable", "large"};

Json epochsJson(int epochs)
{
    return epochs == kFullyTrained ? Json("full") : Json(epochs);
}

Json settingsJson(const ModelSettings &settings)
{
    return {{"degree", settings.degree}, {"ridge", settings.ridge}, {"epochs", epochsJson(settings.epochs)}};
}

Json scores(const Metrics &metrics, Problem problem)
{
    if (metrics.count == 0)
        return nullptr;
    if (problem == Problem::Classes)
        return {{"count", metrics.count}, {"accuracy", metrics.accuracy}, {"log_loss", metrics.logLoss}};
    return {{"count", metrics.count}, {"r2", metrics.accuracy}, {"rmse", metrics.rmse}, {"mae", metrics.mae}};
}

/// Of a curve R² and RMSE, of classes the share that is predicted right and the log loss, by the dial.
Json curveJson(const Sweep &sweep, Problem problem)
{
    const bool isCurve = problem == Problem::Curve;
    Json values = Json::array();
    std::array<Json, 4> columns{Json::array(), Json::array(), Json::array(), Json::array()};
    for (const SweepPoint &point : sweep.points) {
        values.push_back(point.value);
        columns[0].push_back(point.training.accuracy);
        columns[1].push_back(point.validation.accuracy);
        columns[2].push_back(isCurve ? point.training.rmse : point.training.logLoss);
        columns[3].push_back(isCurve ? point.validation.rmse : point.validation.logLoss);
    }
    const std::string accuracy = isCurve ? "r2" : "accuracy";
    const std::string loss = isCurve ? "rmse" : "log_loss";
    return {{"best", sweep.best ? Json(sweep.points[*sweep.best].value) : Json()}, {"value", values},
        {"train_" + accuracy, columns[0]}, {"validation_" + accuracy, columns[1]},
        {"train_" + loss, columns[2]}, {"validation_" + loss, columns[3]}};
}

Json curvesJson(const Snapshot &snapshot, Problem problem)
{
    Json curves = Json::object();
    for (const DialRow &row : dialRows()) {
        std::string name = row.id;
        std::replace(name.begin(), name.end(), '-', '_');
        if (const Sweep *const sweep = snapshot.sweepAlong(row.dial))
            curves[name] = curveJson(*sweep, problem);
    }
    return curves;
}

Json domainJson(Interval domain)
{
    return {domain.low, domain.high};
}

/// A polynomial as it is computed, in Legendre polynomials of x mapped from the domain to [-1, 1], and in
/// powers of x.
void addPolynomial(Json &json, const Fit &fit, const std::vector<double> &monomials)
{
    json["rank"] = fit.rank;
    json["condition"] = fit.condition;
    json["coefficients"] = monomials;
    json["domain"] = domainJson(fit.polynomial.domain);
    json["legendre_coefficients"] = fit.polynomial.coefficients;
}

/// What the coefficients of classes belong to: the degrees in x1 and in x2 of products of Legendre
/// polynomials of the inputs, mapped from the domain to [-1, 1]. See PlanePolynomial.
Json termsJson(int degree)
{
    Json terms = Json::array();
    for (int total = 0; total <= degree; ++total) {
        for (int second = 0; second <= total; ++second)
            terms.push_back({total - second, second});
    }
    return terms;
}

void addModel(Json &json, const Snapshot &snapshot)
{
    if (snapshot.curve) {
        addPolynomial(json, snapshot.curve->fit, snapshot.curve->monomials);
    } else {
        const ClassFit &fit = snapshot.classes->fit;
        const Rectangle &domain = fit.polynomial.domain;
        if (snapshot.classes->split->sampledFrom > 0)
            json["sampled_from"] = snapshot.classes->split->sampledFrom;
        json["penalty"] = fit.penalty;
        json["separated"] = fit.separated;
        json["domain"] = {{"x1", domainJson(domain.x1)}, {"x2", domainJson(domain.x2)}};
        json["terms"] = termsJson(fit.polynomial.degree);
        json["coefficients"] = fit.polynomial.coefficients;
    }
    json["diverged_at"] = snapshot.divergedAt ? Json(*snapshot.divergedAt) : Json();
}

Json comparisonJson(const Snapshot &snapshot, Problem problem)
{
    const RivalAnswer *const rival = snapshot.rival();
    if (rival == nullptr)
        return nullptr;
    Json json = settingsJson(rival->settings);
    addPolynomial(json, rival->fit, rival->monomials);
    json["train"] = scores(rival->training, problem);
    json["validation"] = scores(rival->validation, problem);
    return json;
}

Json outcome(const Snapshot &snapshot)
{
    const Scenario &scenario = snapshot.scenario;
    const Problem problem = problemOf(scenario);
    Json json{{"problem", problem == Problem::Curve ? "curve" : "classes"}, {"seed", scenario.data.seed}};
    json.update(settingsJson(scenario.model));
    addModel(json, snapshot);
    json["train"] = scores(snapshot.training, problem);
    json["validation"] = scores(snapshot.validation, problem);
    if (snapshot.verdict) {
        json["finding"] = kFindings.at(static_cast<std::size_t>(snapshot.verdict->finding));
        json["gap"] = kGaps.at(static_cast<std::size_t>(snapshot.verdict->gap));
    }
    json["curves"] = curvesJson(snapshot, problem);
    json["comparison"] = comparisonJson(snapshot, problem);
    return json;
}

Experiment readFile(const std::string &file)
{
    ExperimentResult result = readExperiment(pathOf(file), StopToken());
    if (const ExperimentError *const error = std::get_if<ExperimentError>(&result))
        throw DataError{errorText(*error)};
    return std::get<Experiment>(std::move(result));
}

Answer runExperiment(const RunOptions &options)
{
    if (!options.file)
        throw UsageError{"the experiment is missing. Name a file that Overfit has saved."};
    const Experiment experiment = readFile(*options.file);
    SnapshotPtr last;
    Answerer().answer(experiment.scenario, StopToken(), [&last](const SnapshotPtr &stage) { last = stage; });
    return {jsonText(outcome(*last))};
}

} // namespace

Command addRun(CLI::App &program)
{
    CLI::App *const parser = program.add_subcommand(
        "run", "Answer an experiment file: all figures and curves of the window, as JSON");
    parser->footer("Example:\n  overfit-cli run lesson.overfit");
    const auto options = std::make_shared<RunOptions>();
    addOption(*parser, "FILE.overfit", options->file, "", "An experiment that Overfit has saved");
    return {parser, [options](std::istream &) { return runExperiment(*options); }};
}

} // namespace overfit::cli
