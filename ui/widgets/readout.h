// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace overfit::ui {

/// A value that changes at every move of a dial. Unlike a QLabel it never asks for a new layout of the
/// window.
class Readout : public QWidget
{
    Q_OBJECT

public:
    explicit Readout(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace overfit::ui
