// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/training_panel.h"

#include "core/files/experiment_file.h"
#include "ui/widgets/look.h"
#include "ui/widgets/steady.h"
#include "ui/words/language.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>
#include <cmath>

namespace overfit::ui {

namespace {

/// Shows no zeros that mean nothing.
class RealBox : public Steady<QDoubleSpinBox>
{
public:
    using Steady::Steady;

    QString textFromValue(double value) const override
    {
        QString text = locale().toString(value, 'f', decimals());
        while (text.endsWith(locale().zeroDigit()))
            text.chop(1);
        return text.endsWith(locale().decimalPoint()) ? text.chopped(1) : text;
    }
};

QDoubleSpinBox *makeReal(RealRange range, int decimals, double step, QWidget *parent)
{
    auto *box = new RealBox(parent);
    box->setDecimals(decimals); // before the range, which is rounded to them
    box->setRange(range.low, range.high);
    box->setSingleStep(step);
    return box;
}

QSpinBox *makeWhole(int low, int high, int step, QWidget *parent)
{
    auto *box = new Steady<QSpinBox>(parent);
    box->setRange(low, high);
    box->setSingleStep(step);
    return box;
}

/// Only where it differs: the box would repaint, and forget what is being typed.
template <typename Box, typename Value>
void setSilently(Box *box, Value value)
{
    const QSignalBlocker quiet(box);
    if (box->value() != value)
        box->setValue(value);
}

} // namespace

TrainingPanel::TrainingPanel(QWidget *parent)
    : QWidget(parent), m_optimizer(new Chooser(this)),
      m_learningRate(makeReal(kLearningRateRange, 5, 0.1, this)),
      m_rateFactor(makeReal(kRateFactorRange, 3, 0.01, this)),
      m_batchSize(makeWhole(kBatchSizeRange.low, kBatchSizeRange.high, 5, this)),
      m_startSpread(makeReal(kStartSpreadRange, 2, 0.1, this)),
      m_seed(makeWhole(0, static_cast<int>(kLargestSeed), 1, this)),
      m_lastEpoch(makeWhole(kLastEpochRange.low, kLastEpochRange.high, 50, this)),
      m_patience(makeWhole(kPatienceRange.low, kPatienceRange.high, 5, this))
{
    makeControls();
    const auto chosen = [this] { choose(); };
    connect(m_optimizer, &QComboBox::activated, this, chosen);
    for (QDoubleSpinBox *box : {m_learningRate, m_rateFactor, m_startSpread})
        connect(box, &QDoubleSpinBox::valueChanged, this, chosen);
    for (QSpinBox *box : {m_batchSize, m_seed})
        connect(box, &QSpinBox::valueChanged, this, chosen);
    connect(m_lastEpoch, &QSpinBox::valueChanged, this, &TrainingPanel::lastEpochChosen);
    connect(m_patience, &QSpinBox::valueChanged, this, &TrainingPanel::patienceChosen);
}

void TrainingPanel::makeControls()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    m_learningRate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_optimizer->setObjectName(QStringLiteral("optimizer"));
    m_learningRate->setObjectName(QStringLiteral("learningRate"));
    m_rateFactor->setObjectName(QStringLiteral("rateFactor"));
    m_batchSize->setObjectName(QStringLiteral("batchSize"));
    m_startSpread->setObjectName(QStringLiteral("startSpread"));
    m_seed->setObjectName(QStringLiteral("shuffleSeed"));
    m_lastEpoch->setObjectName(QStringLiteral("lastEpoch"));
    m_patience->setObjectName(QStringLiteral("patience"));
    for (QWidget *control : fields())
        addField(grid, control);
    m_optimizer->addItems({{}, {}, {}}); // as in Optimizer
    keepTranslated(this, [this] { retranslate(); });
}

QList<QWidget *> TrainingPanel::fields() const
{
    return {m_optimizer, m_learningRate, m_rateFactor, m_batchSize, m_startSpread, m_seed, m_lastEpoch,
        m_patience};
}

void TrainingPanel::addField(QGridLayout *grid, QWidget *control)
{
    const int column = grid->count() / 2;
    auto *label = new QLabel(this);
    label->setBuddy(control);
    m_names.append(label);
    control->setFocusPolicy(Qt::StrongFocus);
    if (auto *box = qobject_cast<QAbstractSpinBox *>(control))
        box->setKeyboardTracking(false);
    grid->addWidget(label, 0, column);
    grid->addWidget(control, 1, column);
    grid->setColumnStretch(column, 1);
}

void TrainingPanel::retranslate()
{
    m_optimizer->setItemText(0, tr("Gradient descent"));
    m_optimizer->setItemText(1, tr("Mini-batches"));
    m_optimizer->setItemText(2, tr("Adam"));
    fitOptimizer();
    m_patience->setSpecialValueText(tr("never"));
    const std::array<std::array<QString, 2>, 8> texts{{
        {tr("Tra&ined by"),
            tr("Gradient descent makes one step an epoch; mini-batches one for every few points; Adam scales "
               "each step (Alt+I)")},
        {tr("&Learning rate"), tr("How far a step goes (Alt+L)")},
        {tr("Rate &multiplier"),
            tr("The learning rate is multiplied by it after every epoch: above 1 it warms up, below 1 it "
               "decays (Alt+M)")},
        {tr("&Batch size"), tr("How many points make one step (Alt+B)")},
        {tr("Start &weights"),
            tr("Standard deviation of the random weights that training starts from; 0 to start from nothing "
               "(Alt+W)")},
        {tr("Mi&xing seed"),
            tr("Draws the order of the points in every epoch, and the starting weights (Alt+X)")},
        {tr("R&un to epoch"), tr("How far training goes (Alt+U)")},
        {tr("Earl&y stop after"),
            tr("Playing stops once validation has not improved for so many epochs (Alt+Y)")},
    }};
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const auto &[name, help] = texts[static_cast<std::size_t>(i)];
        QWidget *control = fields().at(i);
        m_names[i]->setText(name);
        m_names[i]->setToolTip(help);
        control->setToolTip(help);
        control->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    }
}

void TrainingPanel::choose()
{
    DescentSettings settings = m_shown;
    settings.optimizer = static_cast<Optimizer>(m_optimizer->currentIndex());
    // What a box can't show to the last digit is left alone unless the box was changed.
    const auto take = [](const QDoubleSpinBox *box, double &value) {
        const double unit = std::pow(10.0, -box->decimals());
        if (std::abs(box->value() - std::round(value / unit) * unit) > 0.5 * unit)
            value = box->value();
    };
    take(m_learningRate, settings.learningRate);
    take(m_rateFactor, settings.rateFactor);
    take(m_startSpread, settings.startSpread);
    settings.batchSize = m_batchSize->value();
    settings.seed = static_cast<std::uint64_t>(m_seed->value());
    emit descentChosen(settings);
}

void TrainingPanel::setScenario(const Scenario &scenario)
{
    m_shown = scenario.training.descent;
    const QSignalBlocker quiet(m_optimizer);
    m_optimizer->setCurrentIndex(static_cast<int>(m_shown.optimizer));
    setSilently(m_learningRate, m_shown.learningRate);
    setSilently(m_rateFactor, m_shown.rateFactor);
    setSilently(m_batchSize, m_shown.batchSize);
    setSilently(m_startSpread, m_shown.startSpread);
    setSilently(m_seed, static_cast<int>(m_shown.seed));
    setSilently(m_lastEpoch, scenario.training.lastEpoch);
    m_batchSize->setEnabled(m_shown.optimizer != Optimizer::GradientDescent);
}

void TrainingPanel::setPatience(int epochs)
{
    setSilently(m_patience, epochs);
}

void TrainingPanel::setLook(const Look &look)
{
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(look.base);
    fitOptimizer();
}

/// The hint of its own stays that of the type and the words it began with.
void TrainingPanel::fitOptimizer()
{
    const QFontMetrics metrics(m_optimizer->font());
    int widest = 0;
    for (int index = 0; index < m_optimizer->count(); ++index)
        widest = std::max(widest, metrics.horizontalAdvance(m_optimizer->itemText(index)));
    constexpr qreal kFrame = 2.5; // with the arrow, in heights of the type
    m_optimizer->setMinimumWidth(widest + qRound(kFrame * metrics.height()));
}

} // namespace overfit::ui
