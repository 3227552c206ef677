// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QList>
#include <QWidget>

class QToolButton;

namespace overfit::ui {

class DialControl;
struct Look;

/// The dials that everyone uses, and the button that shows the others.
class DialPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DialPanel(QWidget *parent = nullptr);

    /// Silent.
    void setScenario(const Scenario &scenario);
    void setLook(const Look &look);
    /// As a press on the button does.
    void setMoreShown(bool shown);

signals:
    /// To a position, see dialRange().
    void dialMoved(overfit::Dial dial, int position);
    void moreToggled(bool shown);

private:
    void retranslate();

    QList<DialControl *> m_dials; ///< from left to right
    QToolButton *m_more;
};

} // namespace overfit::ui
