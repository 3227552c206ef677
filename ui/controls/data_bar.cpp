// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/data_bar.h"

#include "core/data/shipped.h"
#include "core/data/targets.h"
#include "ui/look.h"
#include "ui/strings.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

namespace overfit::ui {

namespace {

constexpr int kOpenFile = -1; // instead of an index into m_sources

QWidget *makeMargin(QWidget *parent)
{
    auto *margin = new QWidget(parent);
    margin->setFixedWidth(2);
    return margin;
}

/// Keeps the wheel from changing a control that the user only scrolls past.
template <typename Control>
class Steady : public Control
{
public:
    using Control::Control;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (Control::hasFocus())
            Control::wheelEvent(event);
        else
            event->ignore();
    }
};

/// Its list in the window's colours, which are not always the desktop's. Only once it is opened: making it
/// takes long.
class Chooser : public Steady<QComboBox>
{
public:
    using Steady::Steady;

    void showPopup() override
    {
        view()->setPalette(palette());
        Steady::showPopup();
    }
};

} // namespace

DataBar::DataBar(QAction *newSample, QWidget *parent)
    : QToolBar(tr("Data"), parent), m_data(new Chooser(this)), m_seed(new Steady<QSpinBox>(this)),
      m_dataLabel(new QLabel(tr("D&ata"), this)), m_seedLabel(new QLabel(tr("&Seed"), this))
{
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    addWidget(makeMargin(this)); // in line with the cards
    addAction(newSample);
    if (auto *button = qobject_cast<QToolButton *>(widgetForAction(newSample))) {
        button->setObjectName(QStringLiteral("newSample"));
        button->setAutoRaise(false); // a button looks like one
    }

    m_data->setObjectName(QStringLiteral("data"));
    m_data->setFocusPolicy(Qt::StrongFocus);
    m_data->setAccessibleName(tr("Data"));
    m_data->setToolTip(tr("What to learn from (Alt+A)"));
    m_data->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fillChooser();
    m_dataLabel->setBuddy(m_data);

    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setFocusPolicy(Qt::StrongFocus);
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same seed gives the same points on every computer (Alt+S)"));
    m_seed->setRange(0, static_cast<int>(kLargestSeed));
    m_seed->setKeyboardTracking(false);
    m_seedLabel->setBuddy(m_seed);

    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    for (QWidget *widget : {static_cast<QWidget *>(m_dataLabel), static_cast<QWidget *>(m_data),
             static_cast<QWidget *>(m_seedLabel), static_cast<QWidget *>(m_seed)})
        addWidget(widget);

    addWidget(makeMargin(this));

    connect(m_data, &QComboBox::activated, this, &DataBar::choose);
    connect(m_seed, &QSpinBox::valueChanged, this,
        [this](int seed) { emit seedChosen(static_cast<quint64>(seed)); });
}

void DataBar::fillChooser()
{
    const auto add = [this](const DataSource &source) {
        const DataTexts texts = dataTexts(source);
        m_data->addItem(texts.title, static_cast<int>(m_sources.size()));
        m_data->setItemData(m_data->count() - 1, texts.about, Qt::ToolTipRole);
        m_sources.append(source);
    };
    for (const Target target : kTargets)
        add(DataSource::generated(target));
    m_data->insertSeparator(m_data->count());
    for (const ShippedSet &set : shippedSets())
        add(DataSource::shippedSet(std::string(set.id)));
    m_data->insertSeparator(m_data->count());
    m_data->addItem(tr("Open a file…"), kOpenFile);
}

void DataBar::choose(int index)
{
    const int source = m_data->itemData(index).toInt();
    if (source == kOpenFile) {
        m_data->setCurrentIndex(m_shown); // until there is something to show
        emit fileWanted();
        return;
    }
    emit dataChosen(m_sources[source]);
}

int DataBar::indexOf(const DataSource &wanted)
{
    for (int index = 0; index < m_data->count(); ++index) {
        const QVariant role = m_data->itemData(index);
        if (role.isValid() && role.toInt() != kOpenFile && m_sources[role.toInt()] == wanted)
            return index;
    }
    // A file: offered above "Open a file…" from now on.
    const int index = m_data->count() - 1;
    m_data->insertItem(index, dataTexts(wanted).title, static_cast<int>(m_sources.size()));
    m_data->setItemData(index, dataTexts(wanted).about, Qt::ToolTipRole);
    m_sources.append(wanted);
    return index;
}

void DataBar::setScenario(const Scenario &scenario)
{
    const QSignalBlocker quietData(m_data);
    const QSignalBlocker quietSeed(m_seed);
    m_shown = indexOf(scenario.data);
    m_data->setCurrentIndex(m_shown);
    if (const int seed = static_cast<int>(scenario.seed); seed != m_seed->value())
        m_seed->setValue(seed); // repaints even where nothing changes
}

void DataBar::setLook(const Look &look)
{
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(look.base);
    setFont(look.base);
    m_edge = look.edge;
    layout()->setSpacing(8);
}

void DataBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this); // flat, where the style would draw a gradient
    painter.fillRect(0, height() - 1, width(), 1, m_edge);
}

} // namespace overfit::ui
