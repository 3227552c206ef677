// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/formula_dialog.h"

#include "tests/frame/test_class.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace overfit;
using namespace overfit::ui;

class FormulaDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFormulaThatIsTypedIsLearnt();
    void aWrongFormulaIsMarkedAndCannotBeTaken_data();
    void aWrongFormulaIsMarkedAndCannotBeTaken();
    void escapeLeavesEverythingAsItWas();
    void theChooserOffersItToo();

private:
    FormulaDialog *open()
    {
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        return m_window->findChild<FormulaDialog *>();
    }
    static void type(FormulaDialog *dialog, const QString &text)
    {
        auto *line = dialog->findChild<QLineEdit *>(QStringLiteral("formula"));
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    std::unique_ptr<MainWindow> m_window;
};

void FormulaDialogTest::init()
{
    m_window = std::make_unique<MainWindow>(Scenario(), Theme::Light);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void FormulaDialogTest::cleanup()
{
    m_window.reset();
}

void FormulaDialogTest::aFormulaThatIsTypedIsLearnt()
{
    FormulaDialog *dialog = open();
    QVERIFY(dialog);
    QSignalSpy changed(&m_window->experimenter(), &Experimenter::scenarioChanged);
    type(dialog, QStringLiteral("2x^2 - 1"));
    const QString verdict = dialog->findChild<QLabel *>(QStringLiteral("formulaVerdict"))->text();
    QVERIFY2(verdict.startsWith(QString::fromUtf8("From −1 to 1, for x from −1 to 1.")), qPrintable(verdict));
    QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("formula")), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_window->scenario().data.source == DataSource::ofFormula("2x^2 - 1"));
    const auto *chooser = m_window->findChild<QComboBox *>(QStringLiteral("data"));
    QCOMPARE(chooser->currentText(), QStringLiteral("y = 2x^2 - 1"));
}

void FormulaDialogTest::aWrongFormulaIsMarkedAndCannotBeTaken_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *formula, const char *marked, const char *words) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << QString::fromUtf8(marked)
                               << QString::fromUtf8(words);
    };
    row("π + z", "π + <b><u>z</u></b>", "Character 5: “z” is not known.");
    row("x +", "x +<b><u>&nbsp;&nbsp;</u></b>", "missing at the end");
    row("(x", "<b><u>(</u></b>x", "Character 1: this bracket is not closed.");
    row("1,5x", "1<b><u>,</u></b>5x", "write decimals with a point");
    row("1/x", "1/x", "At x = 0 it has no value");
    row("x < 1", "x <b><u>&lt;</u></b> 1", "Character 3: “<” means nothing here.");
}

void FormulaDialogTest::aWrongFormulaIsMarkedAndCannotBeTaken()
{
    QFETCH(const QString, formula);
    QFETCH(const QString, marked);
    QFETCH(const QString, words);
    const Scenario before = m_window->scenario();
    FormulaDialog *dialog = open();
    auto *line = dialog->findChild<QLineEdit *>(QStringLiteral("formula"));
    line->setText(formula);
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("markedFormula"))->text(), marked);
    const QString verdict = dialog->findChild<QLabel *>(QStringLiteral("formulaVerdict"))->text();
    QVERIFY2(verdict.contains(words), qPrintable(verdict));
    QCOMPARE(line->accessibleDescription(), verdict);
    QVERIFY(!dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QVERIFY(m_window->scenario() == before);
}

void FormulaDialogTest::escapeLeavesEverythingAsItWas()
{
    const Scenario before = m_window->scenario();
    FormulaDialog *dialog = open();
    type(dialog, QStringLiteral("x^3"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<FormulaDialog *>());
    QVERIFY(m_window->scenario() == before);
}

void FormulaDialogTest::theChooserOffersItToo()
{
    auto *chooser = m_window->findChild<QComboBox *>(QStringLiteral("data"));
    const int shown = chooser->currentIndex();
    const int index = chooser->findText(QStringLiteral("Formula…"));
    QVERIFY(index >= 0);
    emit chooser->activated(index);
    QVERIFY(m_window->findChild<FormulaDialog *>());
    QCOMPARE(chooser->currentIndex(), shown);
}

OVERFIT_WIDGET_TEST(FormulaDialogTest)
#include "formula_dialog_test.moc"
