// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/class_shapes.h"

#include "core/random.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace overfit;

namespace {

constexpr int kPoints = 20000;
constexpr int kGrid = 200; ///< steps along each side of the square

struct Point {
    double x1;
    double x2;
};

std::vector<ShapePoint> drawn(Shape shape, int count = kPoints)
{
    Random random(3, Stream::TrainingInputs);
    std::vector<ShapePoint> points;
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        points.push_back(drawShapePoint(shape, random));
    return points;
}

double gridPoint(int step)
{
    return -1 + 2.0 * step / kGrid;
}

double nearest(const std::vector<Point> &line, Point point)
{
    double least = 4;
    for (const Point &other : line)
        least = std::min(least, std::hypot(point.x1 - other.x1, point.x2 - other.x2));
    return least;
}

std::vector<Point> turned(std::vector<Point> line)
{
    for (Point &point : line)
        point = {-point.x1, -point.x2};
    return line;
}

/// The half circle of class 0, densely.
std::vector<Point> upperMoon()
{
    std::vector<Point> line;
    for (int i = 0; i <= 2000; ++i) {
        const double angle = M_PI * i / 2000;
        line.push_back({-0.26 + 0.52 * std::cos(angle), -0.13 + 0.52 * std::sin(angle)});
    }
    return line;
}

/// The arm of class 0, densely. It goes on at both ends, because so does the boundary, where no data are.
std::vector<Point> firstArm()
{
    std::vector<Point> line;
    for (int i = 0; i <= 5000; ++i) {
        const double angle = 5 * M_PI * i / 5000;
        const double radius = 0.85 * angle / (3 * M_PI);
        line.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return line;
}

int cellOf(double x)
{
    return static_cast<int>(std::floor(2 * x)) + 2;
}

} // namespace

class ClassShapesTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreStable_data();
    void namesAreStable();
    void everyNameIsUsedOnce();
    void bothClassesAreEquallyFrequent_data() { addShapes(); }
    void bothClassesAreEquallyFrequent();
    void everyPointIsInTheSquareAndHardlyOneAtItsEdge_data() { addShapes(); }
    void everyPointIsInTheSquareAndHardlyOneAtItsEdge();
    void theTrueBoundaryTellsNearlyEveryPoint_data();
    void theTrueBoundaryTellsNearlyEveryPoint();
    void everyPointTakesEquallyManyRandomNumbers_data();
    void everyPointTakesEquallyManyRandomNumbers();
    void theSideIsContinuous_data() { addShapes(); }
    void theSideIsContinuous();
    void theSideIsZeroOnTheBoundary_data();
    void theSideIsZeroOnTheBoundary();
    void moonsArePartedWhereBothAreEquallyNear();
    void spiralArmsArePartedBetweenThem();
    void circlesArePartedHalfwayBetweenDiscAndRing();
    void blobsArePartedWhereBothCentresAreEquallyNear();
    void theCheckerboardTurnsFromCellToCell();
    void theSideIsTheSameOnEveryPlatform_data();
    void theSideIsTheSameOnEveryPlatform();

private:
    static void addShapes();
};

void ClassShapesTest::addShapes()
{
    QTest::addColumn<Shape>("shape");
    for (const Shape shape : kShapes)
        QTest::newRow(std::string(shapeName(shape)).c_str()) << shape;
}

void ClassShapesTest::namesAreStable_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<std::string>("name");
    QTest::newRow("moons") << Shape::Moons << std::string("moons");
    QTest::newRow("circles") << Shape::Circles << std::string("circles");
    QTest::newRow("blobs") << Shape::Blobs << std::string("blobs");
    QTest::newRow("spiral") << Shape::Spiral << std::string("spiral");
    QTest::newRow("checkerboard") << Shape::Checkerboard << std::string("checkerboard");
}

void ClassShapesTest::namesAreStable()
{
    QFETCH(const Shape, shape);
    QFETCH(const std::string, name);
    QCOMPARE(std::string(shapeName(shape)), name);
}

void ClassShapesTest::everyNameIsUsedOnce()
{
    std::set<std::string_view> names;
    for (const Shape shape : kShapes)
        names.insert(shapeName(shape));
    QCOMPARE(names.size(), kShapes.size());
}

void ClassShapesTest::bothClassesAreEquallyFrequent()
{
    QFETCH(const Shape, shape);
    int ones = 0;
    for (const ShapePoint &point : drawn(shape))
        ones += point.label;
    QVERIFY(std::abs(ones - 0.5 * kPoints) < 4 * std::sqrt(0.25 * kPoints));
}

void ClassShapesTest::everyPointIsInTheSquareAndHardlyOneAtItsEdge()
{
    QFETCH(const Shape, shape);
    int atEdge = 0;
    for (const ShapePoint &point : drawn(shape)) {
        const double farthest = std::max(std::abs(point.x1), std::abs(point.x2));
        QVERIFY(farthest <= 1);
        atEdge += farthest == 1 ? 1 : 0;
    }
    QVERIFY(atEdge * 2000 < kPoints);
}

void ClassShapesTest::theTrueBoundaryTellsNearlyEveryPoint_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("moons") << Shape::Moons << 0.99 << 1.0;
    QTest::newRow("circles") << Shape::Circles << 0.99 << 1.0;
    QTest::newRow("blobs, the normal distribution's 1.9 spreads") << Shape::Blobs << 0.966 << 0.976;
    QTest::newRow("spiral") << Shape::Spiral << 0.99 << 1.0;
    QTest::newRow("checkerboard, every one") << Shape::Checkerboard << 1.0 << 1.0;
}

void ClassShapesTest::theTrueBoundaryTellsNearlyEveryPoint()
{
    QFETCH(const Shape, shape);
    QFETCH(const double, least);
    QFETCH(const double, most);
    int right = 0;
    for (const ShapePoint &point : drawn(shape))
        right += (shapeSide(shape, point.x1, point.x2) > 0) == (point.label == 1) ? 1 : 0;
    QVERIFY(right >= least * kPoints);
    QVERIFY(right <= most * kPoints);
}

void ClassShapesTest::everyPointTakesEquallyManyRandomNumbers_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<int>("numbers");
    QTest::newRow("moons") << Shape::Moons << 4;
    QTest::newRow("circles") << Shape::Circles << 5;
    QTest::newRow("blobs") << Shape::Blobs << 4;
    QTest::newRow("spiral") << Shape::Spiral << 4;
    QTest::newRow("checkerboard") << Shape::Checkerboard << 2;
}

void ClassShapesTest::everyPointTakesEquallyManyRandomNumbers()
{
    QFETCH(const Shape, shape);
    QFETCH(const int, numbers);
    Random drawing(3, Stream::TrainingInputs);
    Random counting(3, Stream::TrainingInputs);
    for (int i = 0; i < 1000; ++i) {
        static_cast<void>(drawShapePoint(shape, drawing));
        for (int k = 0; k < numbers; ++k)
            static_cast<void>(counting.uniform());
        Random next = drawing;
        QCOMPARE(next.uniform(), Random(counting).uniform());
    }
}

void ClassShapesTest::theSideIsContinuous()
{
    QFETCH(const Shape, shape);
    constexpr double kStep = 1e-7;
    constexpr double kSteepest = 20; // of all shapes; a jump of 1e-5 would be steeper
    for (int i = 0; i <= kGrid; ++i) {
        for (int k = 0; k <= kGrid; ++k) {
            const double x1 = gridPoint(i);
            const double x2 = gridPoint(k);
            const double side = shapeSide(shape, x1, x2);
            QVERIFY(std::abs(shapeSide(shape, x1 - kStep, x2) - side) < kSteepest * kStep);
            QVERIFY(std::abs(shapeSide(shape, x1, x2 - kStep) - side) < kSteepest * kStep);
        }
    }
}

void ClassShapesTest::theSideIsZeroOnTheBoundary_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<double>("x1");
    QTest::addColumn<double>("x2");
    QTest::newRow("the middle of the moons") << Shape::Moons << 0.0 << 0.0;
    QTest::newRow("right of the circles") << Shape::Circles << 0.56 << 0.0;
    QTest::newRow("above the circles") << Shape::Circles << 0.0 << 0.56;
    QTest::newRow("between the blobs") << Shape::Blobs << 0.0 << 0.0;
    QTest::newRow("beside the blobs") << Shape::Blobs << 0.4 << -0.6;
    QTest::newRow("the middle of the spiral") << Shape::Spiral << 0.0 << 0.0;
    QTest::newRow("halfway from arm to arm") << Shape::Spiral << 0.85 * 2.5 / 3 << 0.0;
    QTest::newRow("an upright cell edge") << Shape::Checkerboard << 0.5 << 0.3;
    QTest::newRow("a level cell edge") << Shape::Checkerboard << 0.3 << -0.5;
    QTest::newRow("the middle of the board") << Shape::Checkerboard << 0.0 << 0.0;
}

void ClassShapesTest::theSideIsZeroOnTheBoundary()
{
    QFETCH(const Shape, shape);
    QFETCH(const double, x1);
    QFETCH(const double, x2);
    QVERIFY(std::abs(shapeSide(shape, x1, x2)) < 1e-15);
}

void ClassShapesTest::moonsArePartedWhereBothAreEquallyNear()
{
    const std::vector<Point> upper = upperMoon();
    const std::vector<Point> lower = turned(upper);
    for (int i = 0; i <= kGrid; i += 4) {
        for (int k = 0; k <= kGrid; k += 4) {
            const Point point{gridPoint(i), gridPoint(k)};
            const double truth = nearest(upper, point) - nearest(lower, point);
            QVERIFY(std::abs(shapeSide(Shape::Moons, point.x1, point.x2) - truth) < 1e-3);
        }
    }
}

void ClassShapesTest::spiralArmsArePartedBetweenThem()
{
    // Halfway along the radius is not quite halfway along the shortest way, the less so the nearer the
    // middle.
    constexpr double kSlack = 0.02;
    const std::vector<Point> first = firstArm();
    const std::vector<Point> second = turned(first);
    int compared = 0;
    for (int i = 0; i <= kGrid; i += 4) {
        for (int k = 0; k <= kGrid; k += 4) {
            const Point point{gridPoint(i), gridPoint(k)};
            const double radius = std::hypot(point.x1, point.x2);
            const double truth = nearest(first, point) - nearest(second, point);
            if (radius < 0.2 || radius > 0.8 || std::abs(truth) < kSlack)
                continue;
            QCOMPARE(shapeSide(Shape::Spiral, point.x1, point.x2) > 0, truth > 0);
            ++compared;
        }
    }
    QVERIFY(compared > 900);
}

void ClassShapesTest::circlesArePartedHalfwayBetweenDiscAndRing()
{
    for (const double radius : {0.0, 0.1, 0.4, 0.55, 0.57, 0.72, 0.99}) {
        for (int i = 0; i < 100; ++i) {
            const double angle = 2 * M_PI * i / 100;
            const double toDisc = std::max(0.0, radius - 0.4);
            const double toRing = std::abs(radius - 0.72);
            const double side = shapeSide(Shape::Circles, radius * std::cos(angle), radius * std::sin(angle));
            QCOMPARE(side > 0, toDisc < toRing);
        }
    }
}

void ClassShapesTest::blobsArePartedWhereBothCentresAreEquallyNear()
{
    for (int i = 0; i <= kGrid; ++i) {
        for (int k = 0; k <= kGrid; ++k) {
            const Point point{gridPoint(i), gridPoint(k)};
            const double truth = nearest({{-0.3, -0.2}}, point) - nearest({{0.3, 0.2}}, point);
            if (std::abs(truth) > 1e-12)
                QCOMPARE(shapeSide(Shape::Blobs, point.x1, point.x2) > 0, truth > 0);
        }
    }
}

void ClassShapesTest::theCheckerboardTurnsFromCellToCell()
{
    for (int i = 0; i < kGrid; ++i) {
        for (int k = 0; k < kGrid; ++k) {
            const Point point{gridPoint(i) + 0.005, gridPoint(k) + 0.005};
            const bool isFirst = (cellOf(point.x1) + cellOf(point.x2)) % 2 != 0;
            QCOMPARE(shapeSide(Shape::Checkerboard, point.x1, point.x2) < 0, isFirst);
        }
    }
}

void ClassShapesTest::theSideIsTheSameOnEveryPlatform_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<quint64>("bits");
    QTest::newRow("moons") << Shape::Moons << quint64{0x3fd0ab0631dbd524};
    QTest::newRow("circles") << Shape::Circles << quint64{0xbfc9cd490a4ac680};
    QTest::newRow("blobs") << Shape::Blobs << quint64{0xbfa9999999999998};
    QTest::newRow("spiral") << Shape::Spiral << quint64{0x3fe7f3d616b55822};
    QTest::newRow("checkerboard") << Shape::Checkerboard << quint64{0x3fa47ae147ae147a};
}

void ClassShapesTest::theSideIsTheSameOnEveryPlatform()
{
    QFETCH(const Shape, shape);
    QFETCH(const quint64, bits);
    QCOMPARE(quint64{std::bit_cast<std::uint64_t>(shapeSide(shape, 0.3, -0.7))}, bits);
}

OVERFIT_TEST(ClassShapesTest)
#include "class_shapes_test.moc"
