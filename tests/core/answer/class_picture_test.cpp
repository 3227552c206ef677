// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/class_picture.h"

#include "core/answer/contour.h"
#include "core/random.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <cmath>

using namespace overfit;

namespace {

constexpr Rectangle kWide{{0, 8}, {-3, 1}};

PlanePolynomial randomModel(int degree)
{
    Random random(3, Stream::Order);
    PlanePolynomial model{kWide, degree, {}};
    for (std::size_t k = 0; k < planeTerms(degree); ++k)
        model.coefficients.push_back(4 * random.normal());
    return model;
}

std::vector<double> gridOf(std::size_t columns, std::size_t rows, double (*value)(double column, double row))
{
    std::vector<double> values;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column)
            values.push_back(value(static_cast<double>(column), static_cast<double>(row)));
    return values;
}

double distance(const GridPoint &a, const GridPoint &b)
{
    return std::hypot(a.column - b.column, a.row - b.row);
}

} // namespace

class ClassPictureTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCellHasTheProbabilityAtItsMiddle_data();
    void everyCellHasTheProbabilityAtItsMiddle();
    void theBoundaryIsWhereTheProbabilityIsAHalf();
    void aCircleIsOneClosedLine();
    void linesThatLeaveTheGridEndAtItsEdges();
    void crossingPositiveCornersAreKeptTogether();
    void aGridWithoutAZeroHasNoLine();
    void theTrueBoundaryIsWhereTheShapeSays_data();
    void theTrueBoundaryIsWhereTheShapeSays();
};

void ClassPictureTest::everyCellHasTheProbabilityAtItsMiddle_data()
{
    QTest::addColumn<int>("degree");
    for (const int degree : {0, 1, 5, 12})
        QTest::addRow("degree %d", degree) << degree;
}

void ClassPictureTest::everyCellHasTheProbabilityAtItsMiddle()
{
    QFETCH(int, degree);
    const PlanePolynomial model = randomModel(degree);
    const ClassPicture picture = pictureOf(model, model.domain, 40, 30);
    QCOMPARE(picture.probability.size(), std::size_t(1200));
    for (std::size_t row = 0; row < 30; ++row) {
        for (std::size_t column = 0; column < 40; ++column) {
            const double x1 = 0 + 8 * (static_cast<double>(column) + 0.5) / 40;
            const double x2 = 1 - 4 * (static_cast<double>(row) + 0.5) / 30;
            const double p = 1 / (1 + std::exp(-evaluate(model, x1, x2)));
            const int shown = picture.probability[40 * row + column];
            QVERIFY(std::abs(shown - 255 * p) < 1);
        }
    }
}

void ClassPictureTest::theBoundaryIsWhereTheProbabilityIsAHalf()
{
    const PlanePolynomial model = randomModel(5);
    const ClassPicture picture = pictureOf(model, model.domain, 160, 120);
    QVERIFY(!picture.boundary.empty());
    for (const PlaneLine &line : picture.boundary) {
        QVERIFY(line.size() >= 2);
        for (const PlanePoint &point : line) {
            // As near to 0 as a cell is small: the sign differs within one cell around the point.
            const double reach1 = 8.0 / 160;
            const double reach2 = 4.0 / 120;
            bool above = false;
            bool below = false;
            for (const double d1 : {-reach1, 0.0, reach1}) {
                for (const double d2 : {-reach2, 0.0, reach2}) {
                    const double f = evaluate(model, point.x1 + d1, point.x2 + d2);
                    above = above || f >= 0;
                    below = below || f <= 0;
                }
            }
            QVERIFY(above && below);
        }
    }
}

void ClassPictureTest::aCircleIsOneClosedLine()
{
    const auto lines = zeroLines(
        gridOf(40, 40, [](double x, double y) { return 100 - (x - 20) * (x - 20) - (y - 20) * (y - 20); }),
        40);
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(distance(lines[0].front(), lines[0].back()), 0.0);
    double length = 0;
    for (std::size_t i = 0; i < lines[0].size(); ++i) {
        QVERIFY(std::abs(distance(lines[0][i], {20, 20}) - 10) < 0.05);
        length += i > 0 ? distance(lines[0][i], lines[0][i - 1]) : 0;
    }
    QVERIFY(std::abs(length - 2 * 3.14159265 * 10) < 0.3);
}

void ClassPictureTest::linesThatLeaveTheGridEndAtItsEdges()
{
    const auto lines = zeroLines(gridOf(30, 20, [](double x, double) { return std::cos(x * 0.4); }), 30);
    QCOMPARE(lines.size(), std::size_t(4)); // zeros of the cosine within 0 … 29
    for (const auto &line : lines) {
        QCOMPARE(line.size(), std::size_t(20));
        QCOMPARE(std::min(line.front().row, line.back().row), 0.0);
        QCOMPARE(std::max(line.front().row, line.back().row), 19.0);
    }
}

void ClassPictureTest::crossingPositiveCornersAreKeptTogether()
{
    // + -
    // - +
    const auto lines = zeroLines({1, -1, -1, 1}, 2);
    QCOMPARE(lines.size(), std::size_t(2));
    for (const auto &line : lines) {
        QCOMPARE(line.size(), std::size_t(2));
        const double middle1 = (line[0].column + line[1].column) / 2;
        const double middle2 = (line[0].row + line[1].row) / 2;
        QVERIFY((middle1 > 0.5) != (middle2 > 0.5)); // around a negative corner
    }
}

void ClassPictureTest::aGridWithoutAZeroHasNoLine()
{
    QVERIFY(zeroLines(std::vector<double>(50, 1.0), 10).empty());
    QVERIFY(zeroLines(std::vector<double>(50, -1.0), 10).empty());
}

void ClassPictureTest::theTrueBoundaryIsWhereTheShapeSays_data()
{
    QTest::addColumn<Shape>("shape");
    for (const Shape shape : kShapes)
        QTest::addRow("%s", std::string(shapeName(shape)).c_str()) << shape;
}

void ClassPictureTest::theTrueBoundaryIsWhereTheShapeSays()
{
    QFETCH(Shape, shape);
    const std::vector<PlaneLine> lines = trueBoundary(shape, {{-1, 1}, {-1, 1}});
    QVERIFY(!lines.empty());
    constexpr double kCell = 2.0 / 300;
    for (const PlaneLine &line : lines) {
        for (const PlanePoint &point : line) {
            bool above = false;
            bool below = false;
            for (const double d1 : {-kCell, 0.0, kCell}) {
                for (const double d2 : {-kCell, 0.0, kCell}) {
                    const double side = shapeSide(shape, point.x1 + d1, point.x2 + d2);
                    above = above || side >= 0;
                    below = below || side <= 0;
                }
            }
            QVERIFY(above && below);
        }
    }
}

OVERFIT_TEST(ClassPictureTest)
#include "class_picture_test.moc"
