// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_panel.h"

#include "core/sampling/split.h"
#include "ui/controls/dial_control.h"
#include "ui/controls/dial_scale.h"
#include "ui/widgets/look.h"
#include "ui/words/strings.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace overfit::ui {

DialPanel::DialPanel(QWidget *parent) : QWidget(parent), m_more(new QToolButton(this))
{
    m_dials.append(new DialControl(QStringLiteral("degree"), tr("&Degree"),
        tr("How bendable the model is: a polynomial of this degree (Alt+D)"), this));
    m_dials.append(new DialControl(QStringLiteral("trainSize"), tr("&Train size"),
        tr("How many points the model learns from (Alt+T)"), this));
    m_dials.append(new DialControl(QStringLiteral("epochs"), tr("Ep&ochs"),
        tr("How often training goes through the points; at the right end the model is fully trained (Alt+O)"),
        this));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Noise, ridge, how it is trained, all figures and the equation (Ctrl+M)"));
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(28);
    for (const Dial dial : kDials) {
        DialControl *control = m_dials[static_cast<int>(dial)];
        control->setSteps(1, dialPage(dial));
        row->addWidget(control, 1);
        connect(control, &DialControl::chosen, this,
            [this, dial](int position) { emit dialMoved(dial, position); });
    }
    row->addWidget(m_more, 0, Qt::AlignBottom);
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        emit moreToggled(shown);
    });
}

void DialPanel::setScenario(const Scenario &scenario)
{
    const int pool = largestTrainSize(scenario);
    for (const Dial dial : kDials) {
        const IntRange range = dialRange(scenario, dial, pool);
        const int position = dialPosition(scenario, dial, pool);
        DialControl *control = m_dials[static_cast<int>(dial)];
        control->setRange(range.low, range.high);
        control->setValue(
            position, dial == Dial::Epochs ? epochText(scenario.model.epochs) : locale().toString(position));
    }
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
