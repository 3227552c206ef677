// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/formula_dialog.h"

#include "core/data/formula_error_words.h"
#include "core/data/targets.h"
#include "ui/dialogs/dialogs.h"
#include "ui/widgets/look.h"
#include "ui/words/language.h"
#include "ui/words/strings.h"

#include <QDialogButtonBox>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <variant>

namespace overfit::ui {

namespace {

/// Lowest and highest value over the domain, in words.
QString preview(const std::string &formula)
{
    constexpr int kSteps = 500;
    auto parsed = parseFormula(formula);
    auto &law = std::get<Formula>(parsed);
    double low = law(kGeneratedDomain.low);
    double high = low;
    for (int step = 1; step <= kSteps; ++step) {
        const double y = law(kGeneratedDomain.low + kGeneratedDomain.width() * step / kSteps);
        low = std::min(low, y);
        high = std::max(high, y);
    }
    if (low == high)
        return FormulaDialog::tr(
            "Always %1. Points are drawn around it with the noise and the seed that are set.")
            .arg(numberText(low));
    return FormulaDialog::tr(
        "From %1 to %2, for x from %3 to %4. Points are drawn around it with the noise and "
        "the seed that are set.")
        .arg(numberText(low), numberText(high), numberText(kGeneratedDomain.low),
            numberText(kGeneratedDomain.high));
}

/// Where a byte of the UTF-8 text is, in characters of Qt.
qsizetype place(const QString &formula, std::size_t byte)
{
    return QString::fromUtf8(formula.toUtf8().left(static_cast<qsizetype>(byte))).size();
}

} // namespace

QString formulaErrorText(const FormulaError &error, const QString &formula)
{
    return textOf(formulaErrorMessage(error, formula.toStdString()));
}

QString markedFormula(const FormulaError &error, const QString &formula)
{
    if (error.reason == FormulaError::Reason::Empty || error.reason == FormulaError::Reason::NotFinite)
        return formula.toHtmlEscaped();
    const qsizetype begin = place(formula, error.position);
    const qsizetype end = place(formula, error.position + error.length);
    const QString meant =
        begin == end ? QStringLiteral("&nbsp;&nbsp;") : formula.mid(begin, end - begin).toHtmlEscaped();
    return QStringLiteral("%1<b><u>%2</u></b>%3")
        .arg(formula.left(begin).toHtmlEscaped(), meant, formula.mid(end).toHtmlEscaped());
}

FormulaDialog::FormulaDialog(const QString &formula, const Look &look, QWidget *parent)
    : QDialog(parent), m_formula(new QLineEdit(formula, this)), m_marked(new QLabel(this)),
      m_verdict(new QLabel(this))
{
    setObjectName(QStringLiteral("formulaDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_formula->setObjectName(QStringLiteral("formula"));
    m_formula->setMinimumWidth(QFontMetrics(look.base).averageCharWidth() * 56);
    dressAnswers(look);
    auto *label = new QLabel(this);
    label->setBuddy(m_formula);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_take = buttons->button(QDialogButtonBox::Ok);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(this);
    for (QWidget *widget :
        {static_cast<QWidget *>(label), static_cast<QWidget *>(m_formula), static_cast<QWidget *>(m_marked),
            static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(buttons)})
        column->addWidget(widget);
    connect(m_formula, &QLineEdit::textChanged, this, &FormulaDialog::judge);
    connect(buttons, &QDialogButtonBox::rejected, this, &FormulaDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit formulaChosen(m_formula->text().simplified());
        accept();
    });
    dressLikeParent(this);
    keepTranslated(this, [this, label, cancel] {
        setWindowTitle(tr("A formula to learn"));
        label->setText(tr("&Formula: y ="));
        m_formula->setAccessibleName(tr("Formula"));
        m_formula->setToolTip(tr("A function of x, such as sin(3x) + 0.2x (Alt+F)"));
        m_take->setText(tr("OK"));
        cancel->setText(tr("Cancel"));
        judge();
    });
}

/// The labels below the formula.
void FormulaDialog::dressAnswers(const Look &look)
{
    m_marked->setObjectName(QStringLiteral("markedFormula"));
    m_marked->setTextFormat(Qt::RichText);
    QFont large = look.base;
    large.setPixelSize(QFontInfo(large).pixelSize() * 3 / 2); // a comma is to be found
    m_marked->setFont(large);
    m_verdict->setObjectName(QStringLiteral("formulaVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(QFontMetrics(look.base).lineSpacing() * 4); // room for the longest
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

void FormulaDialog::judge()
{
    const QString text = m_formula->text();
    const std::optional<FormulaError> error = checkFormula(text.toStdString(), kGeneratedDomain);
    m_take->setEnabled(!error);
    m_marked->setText(error ? markedFormula(*error, text) : QString());
    m_verdict->setText(error ? formulaErrorText(*error, text) : preview(text.toStdString()));
    m_formula->setAccessibleDescription(m_verdict->text());
}

} // namespace overfit::ui
