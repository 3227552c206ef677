// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_panel.h"

#include "core/data/split.h"
#include "ui/controls/dial_control.h"
#include "ui/look.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace overfit::ui {

DialPanel::DialPanel(QWidget *parent)
    : QWidget(parent), m_degree(new DialControl(QStringLiteral("degree"), tr("&Degree"),
                           tr("How bendable the model is: a polynomial of this degree (Alt+D)"), this)),
      m_trainSize(new DialControl(QStringLiteral("trainSize"), tr("&Train size"),
          tr("How many points the model learns from (Alt+T)"), this)),
      m_more(new QToolButton(this))
{
    m_degree->setSteps(1, 5);
    m_degree->setRange(kDegreeRange.low, kDegreeRange.high);
    m_trainSize->setSteps(1, 10);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("&More"));
    m_more->setToolTip(tr("Noise, ridge, all figures and the equation (Alt+M)"));
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(28);
    row->addWidget(m_degree, 1);
    row->addWidget(m_trainSize, 1);
    row->addWidget(m_more, 0, Qt::AlignBottom);

    connect(m_degree, &DialControl::chosen, this, [this](int value) { emit dialMoved(Dial::Degree, value); });
    connect(m_trainSize, &DialControl::chosen, this,
        [this](int value) { emit dialMoved(Dial::TrainSize, value); });
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        emit moreToggled(shown);
    });
}

void DialPanel::setScenario(const Scenario &scenario)
{
    m_degree->setValue(scenario.degree, locale().toString(scenario.degree));
    const int most = largestTrainSize(scenario.data);
    const int used = std::min(scenario.trainSize, most);
    m_trainSize->setRange(std::min(kTrainSizeRange.low, most), most);
    m_trainSize->setValue(used, locale().toString(used));
}

void DialPanel::setLook(const Look &look)
{
    m_degree->setLook(look);
    m_trainSize->setLook(look);
    m_more->setFont(look.base);
}

void DialPanel::setMoreShown(bool shown)
{
    m_more->setChecked(shown);
}

} // namespace overfit::ui
