// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/formula.h"

#include <QDialog>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;

namespace overfit::ui {

struct Look;

/// What is wrong with a formula, where, and what to do.
[[nodiscard]] QString formulaErrorText(const FormulaError &error, const QString &formula);

/// The formula as rich text, with the characters that an error means made bold and underlined; a gap where
/// something is missing.
[[nodiscard]] QString markedFormula(const FormulaError &error, const QString &formula);

/// Asks for a law to learn. While there is none, it says why and where, and cannot be accepted.
class FormulaDialog : public QDialog
{
    Q_OBJECT

public:
    FormulaDialog(const QString &formula, const Look &look, QWidget *parent);

signals:
    void formulaChosen(const QString &formula);

private:
    void dressAnswers(const Look &look);
    void judge();

    QLineEdit *m_formula;
    QLabel *m_marked; ///< where the error is
    QLabel *m_verdict; ///< what is wrong, or what will be drawn
    QPushButton *m_take = nullptr;
};

} // namespace overfit::ui
