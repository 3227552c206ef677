// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/report.h"

#include "core/analysis/epoch_run.h"
#include "ui/words/strings.h"

#include <QCoreApplication>

#include <algorithm>

namespace overfit::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Report)
};

QString optimizerText(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::GradientDescent:
        return Text::tr("gradient descent");
    case Optimizer::MiniBatches:
        return Text::tr("mini-batches");
    case Optimizer::Adam:
        break;
    }
    return Text::tr("Adam");
}

void addTraining(QList<QStringList> &rows, const Scenario &scenario, std::size_t trained)
{
    const DescentSettings &descent = scenario.training.descent;
    rows.append({Text::tr("Trained by"), optimizerText(descent.optimizer)});
    QString rate = exactText(descent.learningRate);
    if (descent.rateFactor != 1)
        rate = Text::tr("%1, times %2 each epoch").arg(rate, exactText(descent.rateFactor));
    rows.append({Text::tr("Learning rate"), rate});
    if (descent.optimizer != Optimizer::GradientDescent)
        rows.append({Text::tr("Batch size"), wholeText(descent.batchSize)});
    if (descent.startSpread > 0)
        rows.append({Text::tr("Spread of the first weights"), exactText(descent.startSpread)});
    if (descent.startSpread > 0 || descent.optimizer != Optimizer::GradientDescent)
        rows.append({Text::tr("Seed of the training"), plainWholeText(descent.seed)});
    if (trained > kMostByEpochs)
        rows.append({Text::tr("Trained on"),
            Text::tr("the first %Ln point(s)", nullptr, static_cast<int>(kMostByEpochs))});
}

void addNoise(QList<QStringList> &rows, const Scenario &scenario)
{
    if (scenario.data.source.kind() == DataSource::Kind::Generated)
        rows.append({Text::tr("Noise (standard deviation of y)"), exactText(scenario.data.noise)});
    if (scenario.data.source.kind() == DataSource::Kind::GeneratedClasses)
        rows.append({Text::tr("Share of wrong labels"), exactText(scenario.data.labelNoise)});
}

QList<QStringList> settingsOf(const Snapshot &snapshot)
{
    const Scenario &scenario = snapshot.scenario;
    QList<QStringList> rows{{Text::tr("Data"), dataTexts(scenario.data.source).title},
        {Text::tr("Seed"), plainWholeText(scenario.data.seed)}};
    addNoise(rows, scenario);
    rows.append({Text::tr("Training points"),
        Text::tr("%1 of %2").arg(wholeText(snapshot.training.count), wholeText(snapshot.poolSize()))});
    rows.append({Text::tr("Validation points"), wholeText(snapshot.validation.count)});
    if (snapshot.classes && snapshot.classes->split->sampledFrom > 0)
        rows.append({Text::tr("Rows used"), sampleText(snapshot.classes->split->sampledFrom)});
    rows.append({Text::tr("Model"),
        snapshot.curve ? Text::tr("polynomial of degree %1").arg(wholeText(scenario.model.degree))
                       : Text::tr("logistic regression of degree %1").arg(wholeText(scenario.model.degree))});
    rows.append({Text::tr("Ridge λ"), exactText(scenario.model.ridge)});
    rows.append({Text::tr("Epochs"), epochText(snapshot.epoch)});
    if (snapshot.epoch != kFullyTrained) {
        addTraining(rows, scenario, snapshot.training.count);
    } else if (snapshot.curve) {
        const Fit &fit = snapshot.curve->fit;
        const QString note = fit.minimumNorm
            ? Text::tr("%1 of %2, %3; of many curves the one with the smallest coefficients")
            : Text::tr("%1 of %2, %3");
        rows.append({Text::tr("Rank, condition"),
            note.arg(wholeText(fit.rank), wholeText(fit.polynomial.coefficients.size()),
                numberText(fit.condition))});
    }
    return rows;
}

QStringList figuresOf(const QString &name, const Metrics &metrics, bool curve)
{
    QStringList row{name, wholeText(metrics.count), percentText(metrics.accuracy)};
    if (curve)
        return row << numberText(metrics.rmse) << numberText(metrics.mae) << percentText(metrics.within);
    return row << numberText(metrics.logLoss) << percentText(1 - metrics.accuracy);
}

void addFigures(Report &report, const Snapshot &snapshot)
{
    const bool curve = snapshot.curve != nullptr;
    report.heads = {Text::tr("Set"), Text::tr("Points")};
    if (curve)
        report.heads << Text::tr("R²") << Text::tr("RMSE") << Text::tr("MAE")
                     << Text::tr("within ±%1").arg(numberText(snapshot.curve->split->tolerance));
    else
        report.heads << Text::tr("Right") << Text::tr("Log loss") << Text::tr("Wrong");
    report.figures.append(figuresOf(Text::tr("Training"), snapshot.training, curve));
    report.figures.append(figuresOf(Text::tr("Validation"), snapshot.validation, curve));
    const RivalAnswer *const rival = snapshot.rival();
    if (rival == nullptr)
        return;
    report.figures.append(figuresOf(Text::tr("B, training"), rival->training, curve));
    report.figures.append(figuresOf(Text::tr("B, validation"), rival->validation, curve));
    const ModelSettings &settings = rival->settings;
    report.settings.append({Text::tr("Model B"),
        Text::tr("degree %1, ridge λ %2, epochs: %3")
            .arg(wholeText(settings.degree), exactText(settings.ridge), epochText(settings.epochs))});
}

QString planeEquation(const Snapshot &snapshot)
{
    const PlanePolynomial &model = snapshot.classes->fit.polynomial;
    const auto interval = [](Interval of) {
        return QStringLiteral("[%1; %2]").arg(exactText(of.low), exactText(of.high));
    };
    // Of Legendre polynomials, which are at most 1: an eighth digit moves no boundary that could be seen.
    constexpr int kDigits = 9;
    // Of degree 6; all 91 of degree 12 would leave no room for the charts.
    constexpr std::size_t kMostCoefficients = 28;
    const std::size_t shown = std::min(model.coefficients.size(), kMostCoefficients);
    QStringList coefficients;
    for (std::size_t i = 0; i < shown; ++i)
        coefficients.append(numberText(model.coefficients[i], kDigits));
    if (const std::size_t left = model.coefficients.size() - shown; left > 0)
        coefficients.append(Text::tr("and %Ln more", "coefficients", static_cast<int>(left)));
    return Text::tr(
        "ln(p/(1 − p)) = the sum of c · Pᵢ(u) Pⱼ(v), p the probability of “%1”, P the Legendre "
        "polynomials, u and v the inputs mapped from %2 and %3 to [−1; 1]; by rising i + j, within it "
        "by falling i, c = %4")
        .arg(classNames(snapshot.scenario.data.source)[1], interval(model.domain.x1),
            interval(model.domain.x2), coefficients.join(QStringLiteral("; ")));
}

QString cells(const QStringList &row, qsizetype from, const QString &tag)
{
    QString text;
    for (qsizetype column = from; column < row.size(); ++column)
        text += QStringLiteral("<%1 align=\"right\">%2</%3>")
                    .arg(tag, row[column].toHtmlEscaped(), tag.section(u' ', 0, 0));
    return text;
}

QString rowHead(const QString &name)
{
    return QStringLiteral("<th scope=\"row\" align=\"left\">%1</th>").arg(name.toHtmlEscaped());
}

QString table(const QString &caption, const QString &rows)
{
    return QStringLiteral("<table cellpadding=\"2\" width=\"100%\">\n<caption>%1</caption>\n%2</table>\n")
        .arg(caption.toHtmlEscaped(), rows);
}

} // namespace

Report reportOf(const Snapshot &snapshot)
{
    const DataTexts data = dataTexts(snapshot.scenario.data.source);
    const VerdictTexts verdict = verdictTexts(snapshot);
    Report report;
    report.title = data.title;
    report.about = data.about;
    report.headline = verdict.headline;
    report.advice = verdict.advice;
    report.settings = settingsOf(snapshot);
    addFigures(report, snapshot);
    if (snapshot.classes)
        report.equation = planeEquation(snapshot);
    else if (!snapshot.curve->monomials.empty())
        report.equation = equationText(snapshot.curve->monomials, QLocale::FloatingPointShortest);
    report.madeBy = Text::tr("Made with Overfit %1").arg(QCoreApplication::applicationVersion());
    return report;
}

QString settingsTable(const Report &report)
{
    QString rows;
    for (const QStringList &setting : report.settings)
        rows +=
            QStringLiteral("<tr>%1<td>%2</td></tr>\n").arg(rowHead(setting[0]), setting[1].toHtmlEscaped());
    return table(Text::tr("Settings"), rows);
}

QString figuresTable(const Report &report)
{
    QString rows =
        QStringLiteral("<tr><th scope=\"col\" align=\"left\">%1</th>%2</tr>\n")
            .arg(report.heads[0].toHtmlEscaped(), cells(report.heads, 1, QStringLiteral("th scope=\"col\"")));
    for (const QStringList &row : report.figures)
        rows += QStringLiteral("<tr>%1%2</tr>\n").arg(rowHead(row[0]), cells(row, 1, QStringLiteral("td")));
    return table(Text::tr("Accuracy"), rows);
}

} // namespace overfit::ui
