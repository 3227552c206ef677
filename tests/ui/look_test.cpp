// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace overfit::ui;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

class LookTest : public QObject
{
    Q_OBJECT

private slots:
    void textAndStrokesHaveEnoughContrast_data();
    void textAndStrokesHaveEnoughContrast();
    void aLargerWindowHasLargerTypeAndStrokes();
};

void LookTest::textAndStrokesHaveEnoughContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void LookTest::textAndStrokesHaveEnoughContrast()
{
    QFETCH(bool, dark);
    const Look look = makeLook(dark, {1280, 720}, QFont());
    for (const QColor &ground : {look.card, look.ground}) {
        QVERIFY(contrast(look.text, ground) >= 7);
        QVERIFY(contrast(look.quiet, ground) >= 4.5);
        for (const QColor &stroke : {look.training, look.validation, look.target, look.accent})
            QVERIFY(contrast(stroke, ground) >= 3);
    }
}

void LookTest::aLargerWindowHasLargerTypeAndStrokes()
{
    const Look small = makeLook(false, {1280, 720}, QFont());
    const Look large = makeLook(false, {1920, 1080}, QFont());
    QCOMPARE(small.unit, 1.0);
    QCOMPARE(large.unit, 1.5);
    QVERIFY(large.base.pixelSize() > small.base.pixelSize());
    QVERIFY(large.curveWidth > small.curveWidth);
    QCOMPARE(makeLook(false, {640, 400}, QFont()).unit, 0.75);
}

QTEST_MAIN(LookTest)
#include "look_test.moc"
