// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/class_points.h"

#include "tests/frame/test_class.h"
#include "ui/widgets/look.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace overfit;
using namespace overfit::ui;

namespace {

/// How far two colours are apart in red, green and blue together.
int distance(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

/// Examples at (i, -i), each third one of class 1.
ClassDataset manyExamples(int count)
{
    ClassDataset data;
    for (int i = 0; i < count; ++i) {
        data.x1.push_back(i);
        data.x2.push_back(-i);
        data.label.push_back(i % 3 == 0 ? 1 : 0);
    }
    return data;
}

} // namespace

class ClassPointsTest : public QObject
{
    Q_OBJECT

private slots:
    void aProbabilityIsAShadeBetweenTheCardAndItsClass_data();
    void aProbabilityIsAShadeBetweenTheCardAndItsClass();
    void theSurerTheDeeper();
    void theCellsStayWhereTheyAre();
    void aPictureWithoutCellsIsNoImage();
    void aRectangleOfInputsHasItsHighestInputsAtTheTop();
    void linesAreJoinedWithBreaksBetweenThem();
    void everyExampleIsAPointOfItsLabel();
    void largeSetsAreThinnedEvenlyWhateverTheLabels();
    void missedExamplesAreAmongThosePointsThatAreDrawn();
};

void ClassPointsTest::aProbabilityIsAShadeBetweenTheCardAndItsClass_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("probability");
    QTest::addColumn<QColor>("shade");
    for (const bool dark : {false, true}) {
        const Look look = makeLook(dark, {1280, 720}, QFont());
        const auto row = [dark](const char *name, int probability, const QColor &shade) {
            QTest::addRow("%s, %s", name, dark ? "dark" : "light") << dark << probability << shade;
        };
        row("certainly class 0", 0, look.classZeroShade);
        row("a little for class 0", 127, look.card);
        row("a little for class 1", 128, look.card);
        row("certainly class 1", 255, look.classOneShade);
    }
}

void ClassPointsTest::aProbabilityIsAShadeBetweenTheCardAndItsClass()
{
    QFETCH(bool, dark);
    QFETCH(int, probability);
    QFETCH(QColor, shade);
    ClassPicture picture;
    picture.columns = picture.rows = 1;
    picture.probability = {static_cast<std::uint8_t>(probability)};
    const QImage image = probabilityImage(picture, makeLook(dark, {1280, 720}, QFont()));
    QVERIFY(distance(image.pixelColor(0, 0), shade) <= 3);
}

void ClassPointsTest::theSurerTheDeeper()
{
    const Look look = makeLook(false, {1280, 720}, QFont());
    ClassPicture picture;
    picture.columns = 256;
    picture.rows = 1;
    for (int i = 0; i < 256; ++i)
        picture.probability.push_back(static_cast<std::uint8_t>(i));
    const QImage image = probabilityImage(picture, look);
    const auto depth = [&](int x) { return distance(image.pixelColor(x, 0), look.card); };
    for (int i = 1; i < 128; ++i)
        QVERIFY(depth(i) <= depth(i - 1));
    for (int i = 129; i < 256; ++i)
        QVERIFY(depth(i) >= depth(i - 1));
}

void ClassPointsTest::theCellsStayWhereTheyAre()
{
    ClassPicture picture;
    picture.columns = 3; // no multiple of the 4 bytes that lines of an image are rounded to
    picture.rows = 2;
    picture.probability = {0, 50, 100, 150, 200, 250};
    const QImage image = probabilityImage(picture, makeLook(false, {1280, 720}, QFont()));
    QCOMPARE(image.size(), QSize(3, 2));
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column)
            QCOMPARE(image.pixelIndex(column, row), 50 * (3 * row + column));
    }
}

void ClassPointsTest::aPictureWithoutCellsIsNoImage()
{
    QVERIFY(probabilityImage({}, makeLook(false, {1280, 720}, QFont())).isNull());
}

void ClassPointsTest::aRectangleOfInputsHasItsHighestInputsAtTheTop()
{
    const QRectF values = backdropValues({{-1, 3}, {10, 20}});
    QCOMPARE(values.topLeft(), QPointF(-1, 20));
    QCOMPARE(values.bottomRight(), QPointF(3, 10));
}

void ClassPointsTest::linesAreJoinedWithBreaksBetweenThem()
{
    const QList<QPointF> points = planeLinePoints({{{0, 1}, {2, 3}}, {{4, 5}, {6, 7}, {8, 9}}});
    QCOMPARE(points.size(), 6);
    QCOMPARE(points[1], QPointF(2, 3));
    QVERIFY(std::isnan(points[2].x()) && std::isnan(points[2].y()));
    QCOMPARE(points[3], QPointF(4, 5));
    QCOMPARE(planeLinePoints({}).size(), 0);
}

void ClassPointsTest::everyExampleIsAPointOfItsLabel()
{
    const ClassDataset data = manyExamples(7);
    QCOMPARE(pointsOf(data.examples(), 1, 100), (QList<QPointF>{{0, 0}, {3, -3}, {6, -6}}));
    QCOMPARE(pointsOf(data.examples(), 0, 100), (QList<QPointF>{{1, -1}, {2, -2}, {4, -4}, {5, -5}}));
    QCOMPARE(pointsOf({}, 0, 100).size(), 0);
}

void ClassPointsTest::largeSetsAreThinnedEvenlyWhateverTheLabels()
{
    const ClassDataset data = manyExamples(10000);
    QList<QPointF> points = pointsOf(data.examples(), 0, 100) + pointsOf(data.examples(), 1, 100);
    QCOMPARE(points.size(), 100);
    std::sort(points.begin(), points.end(), [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); });
    for (qsizetype i = 0; i < points.size(); ++i)
        QCOMPARE(points[i], QPointF(double(i) * 100, -double(i) * 100));
}

void ClassPointsTest::missedExamplesAreAmongThosePointsThatAreDrawn()
{
    const ClassDataset data = manyExamples(1000);
    std::vector<std::uint8_t> right(1000, 1);
    right[500] = right[501] = right[990] = 0;
    QCOMPARE(
        missedPoints(data.examples(), right, 1000), (QList<QPointF>{{500, -500}, {501, -501}, {990, -990}}));
    QCOMPARE(missedPoints(data.examples(), right, 100), (QList<QPointF>{{500, -500}, {990, -990}}));
}

OVERFIT_TEST(ClassPointsTest)
#include "class_points_test.moc"
