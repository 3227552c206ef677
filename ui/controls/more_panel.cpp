// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/more_panel.h"

#include "core/analysis/epoch_run.h"
#include "core/sampling/split.h"
#include "ui/controls/dial_control.h"
#include "ui/controls/dial_slider.h"
#include "ui/widgets/look.h"
#include "ui/widgets/readout.h"
#include "ui/words/language.h"
#include "ui/words/strings.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <cmath>

namespace overfit::ui {

namespace {

constexpr int kNoiseSteps = 100; // to a standard deviation of 1

QString systemHelp(bool minimumNorm, bool leftOut)
{
    if (minimumNorm)
        return MorePanel::tr(
            "Many curves of this degree fit these points equally well; of them, the one with the smallest "
            "coefficients is shown.");
    if (leftOut)
        return MorePanel::tr(
            "These points lie so that the highest powers of x can't be told apart with the digits of a "
            "computer; they are left out of the model.");
    return MorePanel::tr(
        "How many independent powers of x the points determine, and how much the solution can magnify "
        "errors of the data.");
}

QString trainedText(const Snapshot &snapshot)
{
    if (snapshot.training.count <= kMostByEpochs)
        return MorePanel::tr("trained for %Ln epoch(s)", nullptr, snapshot.epoch);
    return MorePanel::tr("trained for %Ln epoch(s) on the first %1", nullptr, snapshot.epoch)
        .arg(pointsText(kMostByEpochs));
}

QLabel *headLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

MorePanel::MorePanel(QWidget *parent)
    : QWidget(parent), m_noise(new DialControl(QStringLiteral("noise"), this)),
      m_ridge(makeDial(Dial::Ridge, this)), m_system(new QLabel(this)), m_equation(new QLineEdit(this))
{
    m_noise->setRange(0, kNoiseSteps);
    m_noise->setSteps(5, 20);
    m_noise->slider()->setFineStep(1);
    m_ridge->setSteps(2, dialRow(Dial::Ridge).page);
    m_ridge->slider()->setFineStep(1);
    m_system->setObjectName(QStringLiteral("system"));
    m_equation->setObjectName(QStringLiteral("equation"));
    m_equation->setReadOnly(true);

    auto *equationLabel = new QLabel(this);
    equationLabel->setBuddy(m_equation);
    m_labels.append(equationLabel);
    auto *dials = new QHBoxLayout;
    dials->setSpacing(28);
    dials->addWidget(m_noise, 3, Qt::AlignTop);
    dials->addWidget(m_ridge, 3, Qt::AlignTop);
    dials->addWidget(makeFigures(), 5);
    auto *words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(equationLabel);
    words->addWidget(m_equation, 1);
    words->addWidget(m_system);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(dials);
    column->addLayout(words);

    connect(m_noise, &DialControl::chosen, this,
        [this](int value) { emit noiseChosen(value / double(kNoiseSteps)); });
    connect(
        m_ridge, &DialControl::chosen, this, [this](int position) { emit dialMoved(Dial::Ridge, position); });
    keepTranslated(this, [this] { retranslate(); });
}

void MorePanel::retranslate()
{
    m_noise->setTexts(tr("&Noise"),
        tr("How far generated points scatter about the target: the standard deviation of y; of classes the "
           "share of wrong labels (Alt+N). Real data bring their own noise."));
    m_equation->setAccessibleName(tr("Equation of the model"));
    m_equation->setToolTip(tr("The model in powers of x, each coefficient rounded to six digits (Alt+Q)"));
    const QStringList names{tr("E&quation"), tr("Training"), tr("Validation")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_labels[i]->setText(names[i]);
}

QWidget *MorePanel::makeFigures()
{
    auto *figures = new QWidget(this);
    auto *grid = new QGridLayout(figures);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    constexpr int kColumns = 4; // their heads depend on the problem
    for (int column = 0; column < kColumns; ++column) {
        m_heads.append(headLabel(figures));
        grid->addWidget(m_heads.last(), 0, column + 1);
        grid->setColumnStretch(column + 1, 1);
    }
    constexpr int kRows = 2; // training, validation
    for (int row = 0; row < kRows; ++row) {
        m_labels.append(new QLabel(figures));
        grid->addWidget(m_labels.last(), row + 1, 0);
        for (int column = 0; column < kColumns; ++column) {
            m_figures.append(new Readout(figures));
            grid->addWidget(m_figures.last(), row + 1, column + 1);
        }
    }
    return figures;
}

void MorePanel::setScenario(const Scenario &scenario)
{
    const bool classes = problemOf(scenario) == Problem::Classes;
    const bool generated =
        scenario.data.source.law() || scenario.data.source.kind() == DataSource::Kind::GeneratedClasses;
    const double noise = classes ? scenario.data.labelNoise : scenario.data.noise;
    m_noise->setRange(0, static_cast<int>((classes ? kLabelNoiseRange : kNoiseRange).high * kNoiseSteps));
    m_noise->setEnabled(generated);
    QString text = tr("as measured");
    if (generated)
        text = classes ? percentText(noise) : decimalText(noise, 2);
    m_noise->setValue(static_cast<int>(std::lround(noise * kNoiseSteps)), text);
    showDial(m_ridge, Dial::Ridge, scenario, largestTrainSize(scenario));
}

void MorePanel::show(const Snapshot &snapshot)
{
    setHeads(snapshot);
    qsizetype cell = 0;
    for (const Metrics &metrics : {snapshot.training, snapshot.validation}) {
        const QStringList texts = snapshot.curve
            ? QStringList{percentText(metrics.accuracy), numberText(metrics.rmse), numberText(metrics.mae),
                percentText(metrics.within)}
            : QStringList{percentText(metrics.accuracy), numberText(metrics.logLoss),
                percentText(1 - metrics.accuracy), QString()};
        for (const QString &text : texts)
            m_figures[cell++]->setText(text);
    }
    if (snapshot.curve)
        showCurve(snapshot);
    else
        showClasses(snapshot);
}

void MorePanel::setHeads(const Snapshot &snapshot)
{
    QStringList heads{tr("right"), tr("log loss"), tr("wrong"), QString()};
    if (snapshot.curve)
        heads = {tr("R²"), tr("RMSE"), tr("MAE"),
            tr("within ±%1").arg(numberText(snapshot.curve->split->tolerance, 2))};
    for (qsizetype column = 0; column < heads.size(); ++column)
        m_heads[column]->setText(heads[column]);
    m_heads.last()->setToolTip(snapshot.curve
            ? tr("Share of the points that are missed by no more than half the standard deviation of y")
            : QString());
}

void MorePanel::showCurve(const Snapshot &snapshot)
{
    const Fit &fit = snapshot.curve->fit;
    const bool trained = snapshot.epoch != kFullyTrained; // by epochs: no system was solved
    const bool leftOut = !fit.minimumNorm && fit.rank < static_cast<int>(fit.polynomial.coefficients.size());
    QString system = tr("rank %1 of %2, condition %3");
    if (fit.minimumNorm)
        system = tr("rank %1 of %2, condition %3, smallest coefficients");
    else if (leftOut)
        system = tr("rank %1 of %2, condition %3, the rest left out");
    system = system.arg(
        wholeText(fit.rank), wholeText(fit.polynomial.coefficients.size()), numberText(fit.condition, 2));
    m_system->setToolTip(trained ? QString() : systemHelp(fit.minimumNorm, leftOut));
    m_system->setText(trained ? trainedText(snapshot) : system);
    if (!snapshot.curve->monomials.empty())
        m_equation->setText(equationText(snapshot.curve->monomials));
    m_equation->setCursorPosition(0);
}

void MorePanel::showClasses(const Snapshot &snapshot)
{
    const ClassFit &fit = snapshot.classes->fit;
    m_equation->setText(tr("logit = sum of %Ln product(s) of Legendre polynomials in both inputs", nullptr,
        static_cast<int>(fit.polynomial.coefficients.size())));
    if (snapshot.epoch != kFullyTrained) {
        m_system->setText(trainedText(snapshot));
        m_system->setToolTip({});
        return;
    }
    m_system->setText(fit.separated
            ? tr("separated; weights held by λ = %1").arg(numberText(fit.penalty, 2))
            : tr("found in %Ln step(s), λ = %1", nullptr, fit.steps).arg(numberText(fit.penalty, 2)));
    m_system->setToolTip(fit.separated ? tr("A boundary keeps all training points apart. Without a penalty "
                                            "the weights would grow without end.")
                                       : tr("Newton's method, with at least this penalty on the weights."));
}

void MorePanel::setLook(const Look &look)
{
    m_noise->setLook(look);
    m_ridge->setLook(look);
    for (QLabel *label : m_labels + m_heads)
        label->setFont(look.base);
    for (Readout *figure : std::as_const(m_figures))
        figure->setFont(look.base);
    m_system->setFont(look.base);
    m_equation->setFont(look.base);
}

} // namespace overfit::ui
