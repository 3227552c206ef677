// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_panel.h"

#include "core/sampling/split.h"
#include "ui/controls/dial_control.h"
#include "ui/widgets/look.h"
#include "ui/words/language.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <array>

namespace overfit::ui {

namespace {

constexpr std::array kEverydayDials{Dial::Degree, Dial::TrainSize, Dial::Epochs};

} // namespace

DialPanel::DialPanel(QWidget *parent) : QWidget(parent), m_more(new QToolButton(this))
{
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(28);
    for (const Dial dial : kEverydayDials) {
        DialControl *control = makeDial(dial, this);
        m_dials.append(control);
        row->addWidget(control, 1);
        connect(control, &DialControl::chosen, this,
            [this, dial](int position) { emit dialMoved(dial, position); });
    }
    row->addWidget(m_more, 0, Qt::AlignBottom);
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        emit moreToggled(shown);
    });
    keepTranslated(this, [this] { retranslate(); });
}

void DialPanel::retranslate()
{
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Noise, ridge, how it is trained, all figures and the equation (Ctrl+M)"));
}

void DialPanel::setScenario(const Scenario &scenario)
{
    const int pool = largestTrainSize(scenario);
    for (std::size_t i = 0; i < kEverydayDials.size(); ++i)
        showDial(m_dials[static_cast<qsizetype>(i)], kEverydayDials[i], scenario, pool);
}

void DialPanel::setLook(const Look &look)
{
    for (DialControl *control : std::as_const(m_dials))
        control->setLook(look);
    m_more->setFont(look.base);
}

void DialPanel::setMoreShown(bool shown)
{
    m_more->setChecked(shown);
}

} // namespace overfit::ui
