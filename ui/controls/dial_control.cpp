// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_control.h"

#include "ui/controls/dial_slider.h"
#include "ui/widgets/look.h"
#include "ui/widgets/readout.h"
#include "ui/words/dial_strings.h"
#include "ui/words/language.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace overfit::ui {

DialControl::DialControl(const QString &objectName, QWidget *parent)
    : QWidget(parent), m_name(new QLabel(this)), m_value(new Readout(this)), m_slider(new DialSlider(this))
{
    m_slider->setObjectName(objectName);
    m_name->setBuddy(m_slider);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_value, 0, 1);
    grid->addWidget(m_slider, 1, 0, 1, 2);
    connect(m_slider, &QSlider::valueChanged, this, &DialControl::chosen);
}

void DialControl::setTexts(const QString &name, const QString &help)
{
    m_name->setText(name);
    m_name->setToolTip(help);
    m_slider->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    m_slider->setToolTip(help);
    keepWidth();
}

void DialControl::setSteps(int single, int page)
{
    m_slider->setSingleStep(single);
    m_slider->setPageStep(page);
}

void DialControl::setRange(int low, int high)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(low, high);
}

void DialControl::setValue(int value, const QString &text)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(value);
    m_value->setText(text);
    m_slider->setAccessibleDescription(text);
}

void DialControl::setLook(const Look &look)
{
    m_name->setFont(look.base);
    keepWidth();
    m_slider->setFont(look.base);
    m_value->setFont(look.heading);
}

/// The underlined letter breaks the kerning that QLabel measures with.
void DialControl::keepWidth()
{
    m_name->setMinimumWidth(QFontMetrics(m_name->font()).horizontalAdvance(m_name->text()));
}

DialControl *makeDial(Dial dial, QWidget *parent)
{
    // Named as the widget has always been: "trainSize" for "train-size".
    QString name = QString::fromLatin1(dialRow(dial).id);
    for (qsizetype dash = name.indexOf(u'-'); dash >= 0; dash = name.indexOf(u'-'))
        name.replace(dash, 2, name[dash + 1].toUpper());
    auto *control = new DialControl(name, parent);
    keepTranslated(control, [control, dial] {
        const DialTexts texts = dialTexts(dial);
        control->setTexts(texts.name, texts.help);
    });
    control->setSteps(1, dialRow(dial).page);
    return control;
}

void showDial(DialControl *control, Dial dial, const Scenario &scenario, int pool)
{
    const IntRange range = dialRange(scenario, dial, pool);
    control->setRange(range.low, range.high);
    const int position = dialPosition(scenario, dial, pool);
    // A train size beyond the data is all of them.
    const bool isBeyond = dialRow(dial).format == DialFormat::Whole && dialValue(scenario, dial) > range.high;
    control->setValue(position, dialValueText(dial, isBeyond ? range.high : dialValue(scenario, dial)));
}

} // namespace overfit::ui
