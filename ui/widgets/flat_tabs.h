// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTabBar>

namespace overfit::ui {

/// Tabs as words in a row, the chosen one underlined: on a card a box would box things twice.
class FlatTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit FlatTabs(QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] QFont chosenFont() const;

    mutable QHash<QString, QSize> m_sizes; ///< by the text of a tab
};

} // namespace overfit::ui
