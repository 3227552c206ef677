// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/numbers.h"

#include "tests/core/answer/answer_of.h"
#include "tests/frame/test_class.h"
#include "tests/ui/words/shown_texts.h"
#include "ui/charts/plot_view.h"
#include "ui/export/report.h"
#include "ui/widgets/look.h"
#include "ui/window/main_window.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace overfit;
using namespace overfit::ui;

namespace {

const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kEgyptian(QLocale::Arabic, QLocale::Egypt);

QStringList axisLabels(const AxisRange &range)
{
    PlotView plot;
    plot.setLook(makeLook(false, QSize(1280, 720), QFont()));
    plot.setRanges(range, range);
    plot.setDrawing({});
    plot.resize(500, 400);
    plot.show();
    return ShownTexts(plot).byPlace().values();
}

} // namespace

class NumbersTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void numbersAreWrittenAsInTheCountry_data();
    void numbersAreWrittenAsInTheCountry();
    void anAxisHasTheNumbersThatStandBesideIt_data();
    void anAxisHasTheNumbersThatStandBesideIt();
    void aWindowMixesNoMarks();
    void aReportMixesNoMarks();
};

void NumbersTest::numbersAreWrittenAsInTheCountry_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("no country") << QLocale::c()
                                << QStringList{QStringLiteral("12345"), QStringLiteral("123456"),
                                       QStringLiteral("−0.5"), QStringLiteral("1.5e−19"),
                                       QStringLiteral("0.50"), QStringLiteral("99.7 %"),
                                       QStringLiteral("−340 %"), QStringLiteral("y = − 1.5 + 0.25 x²")};
    QTest::newRow("Germany") << kGerman
                             << QStringList{QStringLiteral("12.345"), QStringLiteral("123456"),
                                    QStringLiteral("−0,5"), QStringLiteral("1,5e−19"), QStringLiteral("0,50"),
                                    QStringLiteral("99,7 %"), QStringLiteral("−340 %"),
                                    QStringLiteral("y = − 1,5 + 0,25 x²")};
}

void NumbersTest::numbersAreWrittenAsInTheCountry()
{
    QFETCH(QLocale, locale);
    QFETCH(QStringList, texts);
    QLocale::setDefault(locale);
    QString equation = equationText({-1.5, 0, 0.25});
    equation.remove(QStringLiteral(" + 0 x"));
    const QStringList found{wholeText(12345), plainWholeText(123456), numberText(-0.5),
        numberText(1.5e-19).toLower(), decimalText(0.5, 2), percentText(0.997), percentText(-3.4), equation};
    QCOMPARE(found, texts);
}

void NumbersTest::anAxisHasTheNumbersThatStandBesideIt_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("no country") << QLocale::c();
    QTest::newRow("Germany") << kGerman;
    QTest::newRow("the United States") << QLocale(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("Sweden") << QLocale(QLocale::Swedish, QLocale::Sweden);
    QTest::newRow("Egypt") << kEgyptian;
    QTest::newRow("Iran") << QLocale(QLocale::Persian, QLocale::Iran);
}

void NumbersTest::anAxisHasTheNumbersThatStandBesideIt()
{
    QFETCH(QLocale, locale);
    QLocale::setDefault(locale);
    const QStringList labels = axisLabels({-1, 1, 0.5});
    for (const double tick : {-1.0, -0.5, 0.5, 1.0})
        QVERIFY2(labels.contains(decimalText(tick, 1)),
            qPrintable(labels.join(u' ') + QStringLiteral(": ") + decimalText(tick, 1)));
}

void NumbersTest::aWindowMixesNoMarks()
{
    QLocale::setDefault(kGerman);
    Scenario scenario;
    scenario.data.noise = 0.25;
    scenario.model.ridge = 0.01;
    MainWindow window(scenario, Theme::Light);
    window.setMoreShown(true);
    window.resize(1280, 900);
    window.showSnapshot(answerOf(scenario));
    static_cast<QWidget &>(window).show();
    const QMap<QString, QString> texts = ShownTexts(window).byPlace();
    static const QRegularExpression point(QStringLiteral("\\d\\.\\d(?!\\d\\d)"));
    static const QRegularExpression comma(QStringLiteral("\\d,\\d"));
    static const QRegularExpression hyphen(QStringLiteral("(^|[\\s(])-\\d"));
    int withComma = 0;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        const bool isFormula = text->contains(QStringLiteral("sin("));
        QVERIFY2(isFormula || !text->contains(point), qPrintable(text.key() + QStringLiteral(": ") + *text));
        QVERIFY2(!text->contains(hyphen), qPrintable(text.key() + QStringLiteral(": ") + *text));
        withComma += text->contains(comma) ? 1 : 0;
    }
    QVERIFY2(withComma > 10, qPrintable(QString::number(withComma))); // axes, boxes, figures
}

void NumbersTest::aReportMixesNoMarks()
{
    QLocale::setDefault(kGerman);
    const Report report = reportOf(*answerOf(Scenario()));
    static const QRegularExpression point(QStringLiteral("\\d\\.\\d(?!\\d\\d)"));
    const QString text = settingsTable(report) + figuresTable(report) + report.equation;
    QVERIFY2(!text.contains(point), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("0,25")));
}

OVERFIT_WIDGET_TEST(NumbersTest)
#include "numbers_test.moc"
