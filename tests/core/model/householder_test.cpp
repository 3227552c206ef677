// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/householder.h"

#include "core/random.h"
#include "tests/frame/test_class.h"

#include <Eigen/Core>
#include <Eigen/QR>
#include <QTest>
#include <algorithm>

using namespace overfit;

namespace {

Matrix randomMatrix(std::size_t rows, std::size_t columns)
{
    Random random(3, Stream::TrainingNoise);
    Matrix matrix(rows, columns);
    std::generate_n(matrix.column(0), rows * columns, [&] { return random.normal(); });
    return matrix;
}

Eigen::Map<Eigen::MatrixXd> view(Matrix &matrix)
{
    return {matrix.column(0), static_cast<Eigen::Index>(matrix.rows()),
        static_cast<Eigen::Index>(matrix.columns())};
}

} // namespace

class HouseholderTest : public QObject
{
    Q_OBJECT

private slots:
    void givesTheTriangleThatEigenGives_data();
    void givesTheTriangleThatEigenGives();
    void columnsOfZerosDoNoHarm();
};

void HouseholderTest::givesTheTriangleThatEigenGives_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("pivots");
    QTest::newRow("tall, even") << 200 << 32 << 31;
    QTest::newRow("tall, odd") << 201 << 31 << 30;
    QTest::newRow("square") << 9 << 9 << 9;
    QTest::newRow("more columns than rows") << 4 << 12 << 11;
    QTest::newRow("one row") << 1 << 5 << 4;
    QTest::newRow("two rows") << 2 << 5 << 4;
    QTest::newRow("one pivot") << 7 << 2 << 1;
    QTest::newRow("many columns to transform") << 20 << 15 << 3;
}

void HouseholderTest::givesTheTriangleThatEigenGives()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, pivots);
    Matrix matrix = randomMatrix(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
    const Eigen::MatrixXd original = view(matrix);
    reduceToTriangle(matrix, static_cast<std::size_t>(pivots));
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(original.leftCols(pivots));
    Eigen::MatrixXd expected = qr.householderQ().adjoint() * original;
    const int height = std::min(rows, pivots);
    for (int k = 0; k < height; ++k) { // a row of R may have either sign
        const double sign = expected(k, k) * view(matrix)(k, k) < 0 ? -1 : 1;
        const auto length = columns - k;
        const double error = (sign * expected.row(k).tail(length) - view(matrix).row(k).tail(length)).norm();
        QCOMPARE_LE(error, 1e-13 * original.norm());
    }
}

void HouseholderTest::columnsOfZerosDoNoHarm()
{
    Matrix matrix = randomMatrix(10, 5);
    std::fill_n(matrix.column(0), 10, 0.0);
    std::fill_n(matrix.column(3), 10, 0.0);
    const Eigen::MatrixXd original = view(matrix);
    reduceToTriangle(matrix, 5);
    Eigen::MatrixXd triangle = view(matrix).topRows(5).triangularView<Eigen::Upper>();
    const double error = (triangle.transpose() * triangle - original.transpose() * original).norm();
    QCOMPARE_LE(error, 1e-13 * original.squaredNorm());
}

OVERFIT_TEST(HouseholderTest)
#include "householder_test.moc"
