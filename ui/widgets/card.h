// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace overfit::ui {

struct Look;

/// A sheet with rounded corners on the ground of the window: a heading with room beside it, and what stands
/// below.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setHeading(const QString &text);
    /// Puts a widget at the right end of the heading.
    void addBesideHeading(QWidget *widget, int stretch = 0);
    void addBelow(QWidget *widget, int stretch = 0);
    /// A row of two: the first takes what the second leaves.
    void addBelow(QWidget *wide, QWidget *atTheEnd);
    void setLook(const Look &look);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_top;
    QLabel *m_heading;
    QColor m_sheet;
    QColor m_edge;
};

} // namespace overfit::ui
