// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_points.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace overfit;
using namespace overfit::ui;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

const PlotMap kMap{{0, 10, 5}, {0, 100, 20}, QRectF(50, 20, 400, 200)};

double totalLength(const QList<QLineF> &lines)
{
    double length = 0;
    for (const QLineF &line : lines)
        length += line.length();
    return length;
}

double distanceTo(const QList<QPointF> &line, const QPointF &point)
{
    double nearest = kInf;
    for (const QLineF &segment : segments(line)) {
        const QPointF along = segment.p2() - segment.p1();
        const double share = std::clamp(
            QPointF::dotProduct(point - segment.p1(), along) / QPointF::dotProduct(along, along), 0.0, 1.0);
        nearest = std::min(nearest, QLineF(point, segment.p1() + share * along).length());
    }
    return nearest;
}

} // namespace

class ChartPointsTest : public QObject
{
    Q_OBJECT

private slots:
    void aNiceRangeHoldsTheDataAndHasRoundTicks_data();
    void aNiceRangeHoldsTheDataAndHasRoundTicks();
    void ticksAreTheMultiplesOfTheStepWithinTheRange();
    void largeSetsAreThinnedEvenly();
    void valuesBecomePixelsAndBack();
    void wildValuesStayWithinReachOfTheRasteriser_data();
    void wildValuesStayWithinReachOfTheRasteriser();
    void aLineOfAnotherScaleStaysWithinReach_data();
    void aLineOfAnotherScaleStaysWithinReach();
    void anUndefinedValueBreaksTheLine();
    void aSimplifiedLineIsNowhereFartherOffThanAsked();
    void aLineIsCutOffAtTheEdgesOfAnArea_data();
    void aLineIsCutOffAtTheEdgesOfAnArea();
    void dashesCoverTheirShareOfTheLine();
    void aSweepIsDrawnInPercentAtTheValuesOfItsDial();
};

void ChartPointsTest::aNiceRangeHoldsTheDataAndHasRoundTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("wantedLow");
    QTest::addColumn<double>("wantedHigh");
    QTest::addColumn<double>("step");
    QTest::newRow("a wave with noise") << -1.4 << 1.6 << -2.0 << 2.0 << 1.0;
    QTest::newRow("already round") << 0.0 << 100.0 << 0.0 << 100.0 << 20.0;
    QTest::newRow("large values") << 456.0 << 1370.0 << 400.0 << 1400.0 << 200.0;
    QTest::newRow("small values") << 0.00012 << 0.00088 << 0.0 << 0.001 << 0.0002;
    QTest::newRow("all equal") << 4.0 << 4.0 << 2.0 << 6.0 << 1.0;
    QTest::newRow("all zero") << 0.0 << 0.0 << -1.0 << 1.0 << 0.5;
    QTest::newRow("narrow and far from 0")
        << 1517443200003.0 << 1517443200094.0 << 1517443200000.0 << 1517443200100.0 << 20.0;
    QTest::newRow("not finite") << -kInf << kInf << 0.0 << 1.0 << 0.2;
}

void ChartPointsTest::aNiceRangeHoldsTheDataAndHasRoundTicks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, wantedLow);
    QFETCH(double, wantedHigh);
    QFETCH(double, step);
    const AxisRange range = niceRange(low, high, 5);
    QVERIFY(std::abs(range.low - wantedLow) < 1e-12);
    QVERIFY(std::abs(range.high - wantedHigh) < 1e-12);
    QVERIFY(std::abs(range.step - step) < 1e-12);
}

void ChartPointsTest::ticksAreTheMultiplesOfTheStepWithinTheRange()
{
    QCOMPARE(ticks({-0.7, 1.2, 0.5}), (QList<double>{-0.5, 0, 0.5, 1}));
    QCOMPARE(ticks({0, 30, 10}), (QList<double>{0, 10, 20, 30}));
    QCOMPARE(ticks({0, 1, 0}), QList<double>());
}

void ChartPointsTest::largeSetsAreThinnedEvenly()
{
    Dataset data;
    for (int i = 0; i < 10000; ++i) {
        data.x.push_back(i);
        data.y.push_back(-i);
    }
    const QList<QPointF> points = samplePoints(data.examples(), 100);
    QCOMPARE(points.size(), 100);
    for (qsizetype i = 0; i < points.size(); ++i)
        QCOMPARE(points[i], QPointF(double(i) * 100, -double(i) * 100));
    QCOMPARE(samplePoints(data.examples().first(7), 100).size(), 7);
}

void ChartPointsTest::valuesBecomePixelsAndBack()
{
    QCOMPARE(kMap.toPixel({0, 0}), QPointF(50, 220));
    QCOMPARE(kMap.toPixel({10, 100}), QPointF(450, 20));
    QCOMPARE(kMap.toPixel({5, 50}), QPointF(250, 120));
    QCOMPARE(kMap.xToValue(250), 5.0);
}

void ChartPointsTest::wildValuesStayWithinReachOfTheRasteriser_data()
{
    QTest::addColumn<double>("wild");
    QTest::newRow("1e8") << 1e8;
    QTest::newRow("-1e13") << -1e13;
    QTest::newRow("largest double") << std::numeric_limits<double>::max();
    QTest::newRow("infinity") << kInf;
    QTest::newRow("minus infinity") << -kInf;
}

void ChartPointsTest::wildValuesStayWithinReachOfTheRasteriser()
{
    QFETCH(double, wild);
    const QList<QList<QPointF>> pieces = linePixels({{1, 50}, {2, wild}, {3, 50}}, kMap);
    QCOMPARE(pieces.size(), 1);
    QCOMPARE(pieces[0].size(), 3);
    for (const QPointF &point : pieces[0]) {
        QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
        QVERIFY(point.y() >= kMap.area.top() - kMap.area.height());
        QVERIFY(point.y() <= kMap.area.bottom() + kMap.area.height());
    }
    QCOMPARE(pieces[0][1].y() < kMap.area.top(), wild > 0); // it leaves on the right side
}

void ChartPointsTest::aLineOfAnotherScaleStaysWithinReach_data()
{
    QTest::addColumn<double>("wild");
    QTest::newRow("1e7") << 1e7;
    QTest::newRow("1e13") << 1e13;
}

void ChartPointsTest::aLineOfAnotherScaleStaysWithinReach()
{
    QFETCH(double, wild);
    const QRectF area = kMap.area;
    const QList<QList<QPointF>> pieces = linePixels({{-wild, 50}, {wild, 50}}, kMap);
    QCOMPARE(pieces.size(), 1);
    QCOMPARE(pieces[0].size(), 2);
    const double y = kMap.toPixel({0, 50}).y();
    QCOMPARE(pieces[0][0], QPointF(area.left() - area.width(), y));
    QCOMPARE(pieces[0][1], QPointF(area.right() + area.width(), y));
    QVERIFY(linePixels({{wild, 50}, {2 * wild, 50}}, kMap).isEmpty()); // nowhere near
}

void ChartPointsTest::anUndefinedValueBreaksTheLine()
{
    const QList<QList<QPointF>> pieces =
        linePixels({{0, kNaN}, {1, 1}, {2, 2}, {3, kNaN}, {4, kNaN}, {5, 5}, {6, kNaN}}, kMap);
    QCOMPARE(pieces.size(), 2);
    QCOMPARE(pieces[0].size(), 2);
    QCOMPARE(pieces[1].size(), 1);
}

void ChartPointsTest::aSimplifiedLineIsNowhereFartherOffThanAsked()
{
    QList<QPointF> line;
    for (int i = 0; i <= 480; ++i)
        line.append({double(i), 100 * std::sin(i / 25.0)});
    const QList<QPointF> simple = simplified(line, 0.15);
    QCOMPARE(simple.constFirst(), line.constFirst());
    QCOMPARE(simple.constLast(), line.constLast());
    QVERIFY(simple.size() < line.size() / 2);
    for (const QPointF &point : line)
        QVERIFY(distanceTo(simple, point) <= 0.15 + 1e-9);
}

void ChartPointsTest::aLineIsCutOffAtTheEdgesOfAnArea_data()
{
    using Pieces = QList<QList<QPointF>>;
    QTest::addColumn<QList<QPointF>>("line");
    QTest::addColumn<Pieces>("pieces");
    const auto row = [](const char *name, const QList<QPointF> &line, const Pieces &pieces) {
        QTest::newRow(name) << line << pieces;
    };
    row("within", {{1, 1}, {5, 5}, {9, 1}}, {{{1, 1}, {5, 5}, {9, 1}}});
    row("out and in again", {{1, 5}, {5, 25}, {9, 5}}, {{{1, 5}, {2, 10}}, {{8, 10}, {9, 5}}});
    row("across", {{-10, 5}, {20, 5}}, {{{0, 5}, {10, 5}}});
    row("through a corner region", {{-5, 5}, {5, -5}}, {});
    row("outside", {{11, 1}, {12, 9}}, {});
    row("along an edge", {{0, 2}, {0, 8}}, {{{0, 2}, {0, 8}}});
    row("a point", {{5, 5}}, {});
}

void ChartPointsTest::aLineIsCutOffAtTheEdgesOfAnArea()
{
    QFETCH(QList<QPointF>, line);
    QTEST(cutOff(line, QRectF(0, 0, 10, 10)), "pieces");
}

void ChartPointsTest::dashesCoverTheirShareOfTheLine()
{
    const QList<QPointF> corner{{0, 0}, {300, 0}, {300, 300}};
    const QList<QLineF> pieces = dashes(corner, 6, 4);
    QVERIFY(std::abs(totalLength(pieces) - 360) < 1e-6);
    QCOMPARE(pieces.constFirst().p1(), QPointF(0, 0));
    for (const QLineF &piece : pieces)
        QVERIFY(piece.length() <= 6 + 1e-9);
}

void ChartPointsTest::aSweepIsDrawnInPercentAtTheValuesOfItsDial()
{
    Sweep sweep;
    for (const int value : {0, 1, 2}) {
        SweepPoint point;
        point.value = value;
        point.training.accuracy = 0.5 * value;
        point.validation.accuracy = -1e13;
        sweep.points.push_back(point);
    }
    QCOMPARE(sweepPoints(sweep, Scenario(), Series::Training), (QList<QPointF>{{0, 0}, {1, 50}, {2, 100}}));
    QCOMPARE(sweepPoints(sweep, Scenario(), Series::Validation)[2], QPointF(2, -1e15));
}

OVERFIT_TEST(ChartPointsTest)
#include "chart_points_test.moc"
