// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/look.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace overfit::ui;

namespace {

double linear(double c)
{
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

/// CIELAB of a colour as it is seen by an eye, which is given by what it makes of linear red, green and blue.
Triple lab(const QColor &color, const Matrix &eye)
{
    const Triple rgb{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    Triple seen{};
    for (std::size_t i = 0; i < 3; ++i)
        seen[i] = std::clamp(eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
    const double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    const double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// About 2 are just told apart side by side.
double difference(const QColor &a, const QColor &b, const Matrix &eye)
{
    const Triple one = lab(a, eye);
    const Triple other = lab(b, eye);
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

} // namespace

Q_DECLARE_METATYPE(Matrix)

class LookTest : public QObject
{
    Q_OBJECT

private slots:
    void textAndStrokesHaveEnoughContrast_data();
    void textAndStrokesHaveEnoughContrast();
    void pointsStandOutFromTheShades_data();
    void pointsStandOutFromTheShades();
    void everyEyeTellsTheClassesApart_data();
    void everyEyeTellsTheClassesApart();
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
        for (const QColor &stroke :
            {look.training, look.validation, look.target, look.accent, look.classZero, look.classOne})
            QVERIFY(contrast(stroke, ground) >= 3);
    }
}

void LookTest::pointsStandOutFromTheShades_data()
{
    textAndStrokesHaveEnoughContrast_data();
}

void LookTest::pointsStandOutFromTheShades()
{
    QFETCH(bool, dark);
    const Look look = makeLook(dark, {1280, 720}, QFont());
    for (const QColor &shade : {look.classZeroShade, look.classOneShade}) {
        QVERIFY(contrast(look.text, shade) >= 7); // the boundary, and the rings
        QVERIFY(contrast(look.classZero, shade) >= 3);
        QVERIFY(contrast(look.classOne, shade) >= 3);
        QVERIFY(contrast(look.target, shade) >= 2.5);
    }
}

void LookTest::everyEyeTellsTheClassesApart_data()
{
    // Machado, Oliveira, Fernandes, IEEE Trans. Vis. Comput. Graph. 15 (2009), 1291-1298, at full severity.
    QTest::addColumn<Matrix>("eye");
    QTest::newRow("most people") << Matrix{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    QTest::newRow("red-blind") << Matrix{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    QTest::newRow("green-blind") << Matrix{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    QTest::newRow("blue-blind") << Matrix{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
}

void LookTest::everyEyeTellsTheClassesApart()
{
    QFETCH(Matrix, eye);
    for (const bool dark : {false, true}) {
        const Look look = makeLook(dark, {1280, 720}, QFont());
        QVERIFY(difference(look.classZero, look.classOne, eye) >= 30);
        QVERIFY(difference(look.classZeroShade, look.classOneShade, eye) >= 10);
        for (const QColor &series : {look.training, look.validation}) { // no part of the same picture
            QVERIFY(difference(look.classZero, series, eye) >= 10);
            QVERIFY(difference(look.classOne, series, eye) >= 10);
        }
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

OVERFIT_WIDGET_TEST(LookTest)
#include "look_test.moc"
