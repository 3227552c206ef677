// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/dial.h"

#include <QWidget>

class QLabel;

namespace overfit::ui {

class DialSlider;
class Readout;
struct Look;

/// A dial: its name (with the key that goes there), its value in large type, its slider.
class DialControl : public QWidget
{
    Q_OBJECT

public:
    explicit DialControl(const QString &objectName, QWidget *parent = nullptr);

    /// @p name with a mnemonic, such as "&Degree"; @p help is the tooltip.
    void setTexts(const QString &name, const QString &help);
    void setSteps(int single, int page);
    void setRange(int low, int high);
    /// Moves the slider without a signal.
    void setValue(int value, const QString &text);
    void setLook(const Look &look);
    [[nodiscard]] DialSlider *slider() const { return m_slider; }

signals:
    void chosen(int value);

private:
    void keepWidth();

    QLabel *m_name;
    Readout *m_value;
    DialSlider *m_slider;
};

/// The control of a dial; its positions are those of dialRange().
[[nodiscard]] DialControl *makeDial(Dial dial, QWidget *parent);
/// Moves it to where the dial of a scenario stands, without a signal.
void showDial(DialControl *control, Dial dial, const Scenario &scenario, int pool);

} // namespace overfit::ui
