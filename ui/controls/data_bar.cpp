// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/data_bar.h"

#include "core/data/targets.h"
#include "core/tables/shipped.h"
#include "ui/controls/epoch_player.h"
#include "ui/widgets/look.h"
#include "ui/widgets/steady.h"
#include "ui/words/language.h"
#include "ui/words/shortcuts.h"
#include "ui/words/strings.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

namespace overfit::ui {

namespace {

// Instead of an index into m_sources.
constexpr int kOpenFile = -1;
constexpr int kWriteFormula = -2;
constexpr int kDrawnCurves = -3; // from here on headings
constexpr int kRealCurves = -4;
constexpr int kDrawnClasses = -5;
constexpr int kRealClasses = -6;
constexpr int kOwn = -7;

constexpr int kMargin = 14; // in line with the cards

/// As wide as its longest entry, within reason. (The hint of its own stays that of the type it began with.)
void fitWidth(QComboBox *chooser)
{
    constexpr qsizetype kMostCharacters = 45;
    QString longest;
    for (int i = 0; i < chooser->count(); ++i)
        longest = std::max(longest, chooser->itemText(i),
            [](const QString &a, const QString &b) { return a.size() < b.size(); });
    const QFontMetrics metrics(chooser->font());
    chooser->setFixedWidth(metrics.horizontalAdvance(longest.left(kMostCharacters)) + 3 * metrics.height());
}

} // namespace

DataBar::DataBar(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_data(new Chooser(this)), m_speed(new Chooser(this)),
      m_seed(new Steady<QSpinBox>(this)), m_dataLabel(new QLabel(this)), m_seedLabel(new QLabel(this))
{
    setObjectName(QStringLiteral("dataBar"));
    m_row->setContentsMargins(kMargin, 4, kMargin, 5);
    m_row->setSpacing(8);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setObjectName(action->objectName());
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        m_row->addWidget(button);
    }
    addSpeeds();

    m_data->setObjectName(QStringLiteral("data"));
    m_data->setFocusPolicy(Qt::StrongFocus);
    fillChooser();
    m_dataLabel->setBuddy(m_data);

    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setFocusPolicy(Qt::StrongFocus);
    m_seed->setRange(0, static_cast<int>(kLargestSeed));
    m_seed->setKeyboardTracking(false);
    m_seedLabel->setBuddy(m_seed);

    m_row->addStretch(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_dataLabel), static_cast<QWidget *>(m_data),
             static_cast<QWidget *>(m_seedLabel), static_cast<QWidget *>(m_seed)})
        m_row->addWidget(widget);

    connect(m_data, &QComboBox::activated, this, &DataBar::choose);
    connect(m_seed, &QSpinBox::valueChanged, this,
        [this](int seed) { emit seedChosen(static_cast<quint64>(seed)); });
    keepTranslated(this, [this] { retranslate(); });
}

void DataBar::retranslate()
{
    m_dataLabel->setText(tr("D&ata"));
    m_data->setAccessibleName(tr("Data"));
    m_data->setToolTip(tr("What to learn from (Alt+A)"));
    for (int index = 0; index < m_data->count(); ++index)
        setEntry(index);
    m_seedLabel->setText(tr("&Seed"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same seed gives the same points on every computer (Alt+S)"));
    m_speed->setAccessibleName(tr("Speed of training"));
    m_speed->setToolTip(tr("How fast the epochs are played (%1 slower, %2 faster)")
                            .arg(commandTexts(Command::Slower).key.toString(QKeySequence::NativeText),
                                commandTexts(Command::Faster).key.toString(QKeySequence::NativeText)));
    for (int index = 0; index < m_speed->count(); ++index)
        m_speed->setItemText(index, tr("%Ln epoch(s)/s", nullptr, m_speed->itemData(index).toInt()));
    fitWidths();
}

QString DataBar::entryText(int code)
{
    switch (code) {
    case kOpenFile:
        return tr("Open a file…");
    case kWriteFormula:
        return tr("Formula…");
    case kDrawnCurves:
        return tr("Curves, generated", "a heading");
    case kRealCurves:
        return tr("Curves, measured", "a heading");
    case kDrawnClasses:
        return tr("Two classes, generated", "a heading");
    case kRealClasses:
        return tr("Two classes, measured", "a heading");
    default:
        return tr("Your own", "a heading");
    }
}

void DataBar::addHeading(int code)
{
    m_data->addItem(QString(), code);
    auto *const model = qobject_cast<QStandardItemModel *>(m_data->model());
    QStandardItem *const heading = model->item(m_data->count() - 1);
    heading->setEnabled(false); // nor can the keys choose it
}

/// The words of an entry of the data.
void DataBar::setEntry(int index)
{
    const int source = m_data->itemData(index).toInt();
    if (source < 0) {
        m_data->setItemText(index, entryText(source));
        return;
    }
    const DataTexts texts = dataTexts(m_sources[source]);
    m_data->setItemText(index, texts.title);
    m_data->setItemData(index, Qt::convertFromPlainText(texts.about, Qt::WhiteSpaceNormal), Qt::ToolTipRole);
}

void DataBar::add(const DataSource &source)
{
    m_data->addItem(QString(), static_cast<int>(m_sources.size()));
    m_sources.append(source);
}

void DataBar::addShipped(Problem problem)
{
    for (const ShippedSet &set : shippedSets()) {
        if (set.problem == problem)
            add(DataSource::shippedSet(set.id));
    }
}

void DataBar::addSpeeds()
{
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setFocusPolicy(Qt::StrongFocus);
    for (const int speed : kSpeeds)
        m_speed->addItem(QString(), speed);
    m_speed->setCurrentIndex(m_speed->findData(kUsualSpeed));
    m_row->addWidget(m_speed);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
        [this](int index) { emit speedChosen(m_speed->itemData(index).toInt()); });
}

void DataBar::setSpeed(int epochsPerSecond)
{
    const QSignalBlocker quiet(m_speed);
    const auto above = std::upper_bound(kSpeeds.begin(), kSpeeds.end(), epochsPerSecond);
    m_speed->setCurrentIndex(std::max(static_cast<int>(above - kSpeeds.begin()) - 1, 0));
}

void DataBar::changeSpeed(int steps)
{
    m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + steps, 0, m_speed->count() - 1));
}

void DataBar::fillChooser()
{
    addHeading(kDrawnCurves);
    for (const Target target : kTargets)
        add(DataSource::generated(target));
    addHeading(kRealCurves);
    addShipped(Problem::Curve);
    addHeading(kDrawnClasses);
    for (const Shape shape : kShapes)
        add(DataSource::generatedClasses(shape));
    addHeading(kRealClasses);
    addShipped(Problem::Classes);
    addHeading(kOwn);
    m_data->addItem(QString(), kWriteFormula);
    m_data->addItem(QString(), kOpenFile);
}

void DataBar::choose(int index)
{
    const int source = m_data->itemData(index).toInt();
    if (source < 0) {
        m_data->setCurrentIndex(m_shown); // until there is something to show
        if (source == kOpenFile)
            emit fileWanted();
        else
            emit formulaWanted();
        return;
    }
    emit dataChosen(m_sources[source]);
}

int DataBar::indexOf(const DataSource &wanted)
{
    for (int index = 0; index < m_data->count(); ++index) {
        const int source = m_data->itemData(index).toInt();
        if (source >= 0 && m_sources[source] == wanted)
            return index;
    }
    // A file or a formula: offered above "Formula…" from now on.
    const int index = m_data->findData(kWriteFormula);
    m_data->insertItem(index, QString(), static_cast<int>(m_sources.size()));
    m_sources.append(wanted);
    setEntry(index);
    return index;
}

void DataBar::setScenario(const Scenario &scenario)
{
    const QSignalBlocker quietData(m_data);
    const QSignalBlocker quietSeed(m_seed);
    m_shown = indexOf(scenario.data.source);
    m_data->setCurrentIndex(m_shown);
    if (const int seed = static_cast<int>(scenario.data.seed); seed != m_seed->value())
        m_seed->setValue(seed); // repaints even where nothing changes
}

void DataBar::setLook(const Look &look)
{
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(look.base);
    setFont(look.base);
    QFont headings = look.base;
    headings.setBold(true);
    for (int index = 0; index < m_data->count(); ++index) {
        if (m_data->itemData(index).toInt() > kDrawnCurves)
            continue;
        m_data->setItemData(index, headings, Qt::FontRole);
        m_data->setItemData(index, look.quiet, Qt::ForegroundRole); // else it would be that of the disabled
    }
    fitWidths();
    m_edge = look.edge;
}

void DataBar::fitWidths()
{
    if (auto *play =
            findChild<QToolButton *>(QStringLiteral("play"))) // its words change while others stand beside it
        play->setMinimumWidth(fontMetrics().horizontalAdvance(tr("Pause")) + fontMetrics().height());
    for (QComboBox *chooser : {m_data, m_speed})
        fitWidth(chooser);
}

void DataBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this); // flat, where the style would draw a gradient
    painter.fillRect(0, height() - 1, width(), 1, m_edge);
}

} // namespace overfit::ui
