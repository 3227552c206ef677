// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/formula_dialog.h"

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

/// What is wrong with the formula as a whole; empty where it is a matter of a character.
QString wholeErrorText(const FormulaError &error)
{
    using Reason = FormulaError::Reason;
    switch (error.reason) {
    case Reason::Empty:
        return FormulaDialog::tr("Type a formula of x, such as sin(3x) + 0.2x.");
    case Reason::TooLong:
        return FormulaDialog::tr(
            "A formula may have %Ln character(s).", nullptr, static_cast<int>(kLongestFormula));
    case Reason::NotFinite:
        return FormulaDialog::tr(
            "At x = %1 it has no value, or none within a million. Keep clear of divisions by 0, of "
            "roots and logarithms of negative numbers, and of angles beyond 1000, for all x "
            "from −1 to 1.")
            .arg(numberText(error.x));
    default:
        return {};
    }
}

/// What is wrong with the brackets at the character of that number.
QString bracketErrorText(FormulaError::Reason reason, const QString &where, const QString &found)
{
    if (reason == FormulaError::Reason::UnexpectedBracket)
        return FormulaDialog::tr("Character %1: this bracket closes nothing.").arg(where);
    if (reason == FormulaError::Reason::WrongArguments)
        return FormulaDialog::tr("Character %1: “%2” has too many or too few values in its brackets.")
            .arg(where, found);
    return found == u"("
        ? FormulaDialog::tr("Character %1: this bracket is not closed.").arg(where)
        : FormulaDialog::tr("Character %1: what “%2” is of belongs in brackets, as in %2(x).")
              .arg(where, found);
}

} // namespace

QString formulaErrorText(const FormulaError &error, const QString &formula)
{
    using Reason = FormulaError::Reason;
    const QString found = QString::fromStdString(error.found);
    const QString where = wholeText(place(formula, error.position) + 1);
    switch (error.reason) {
    case Reason::UnknownCharacter:
        return found == u","
            ? FormulaDialog::tr("Character %1: a comma stands between the numbers of min and max only; write "
                                "decimals with a point.")
                  .arg(where)
            : FormulaDialog::tr("Character %1: “%2” means nothing here.").arg(where, found);
    case Reason::UnknownName:
        return FormulaDialog::tr("Character %1: “%2” is not known. There are x, pi, e, sin, cos, tan, tanh, "
                                 "exp, ln, log10, sqrt, abs, min, max, floor, ceil, sign and step; a product "
                                 "of names needs a space.")
            .arg(where, found);
    case Reason::BadNumber:
        return FormulaDialog::tr("Character %1: “%2” is no number.").arg(where, found);
    case Reason::MissingOperand:
        return found.isEmpty()
            ? FormulaDialog::tr("Something is missing at the end: a number, x or a bracket.")
            : FormulaDialog::tr("Character %1: before “%2” a number, x or a bracket is missing.")
                  .arg(where, found);
    case Reason::MissingOperator:
        return FormulaDialog::tr("Character %1: between two numbers a sign such as + or * is missing.")
            .arg(where);
    case Reason::MissingBracket:
    case Reason::UnexpectedBracket:
    case Reason::WrongArguments:
        return bracketErrorText(error.reason, where, found);
    default:
        return wholeErrorText(error);
    }
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
    m_marked->setObjectName(QStringLiteral("markedFormula"));
    m_marked->setTextFormat(Qt::RichText);
    QFont large = look.base;
    large.setPixelSize(QFontInfo(large).pixelSize() * 3 / 2); // a comma is to be found
    m_marked->setFont(large);
    m_verdict->setObjectName(QStringLiteral("formulaVerdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(QFontMetrics(look.base).lineSpacing() * 4); // room for the longest
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
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
