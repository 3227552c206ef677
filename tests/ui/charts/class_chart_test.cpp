// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/class_chart.h"

#include "tests/frame/test_class.h"
#include "ui/charts/key_line.h"
#include "ui/charts/plot_view.h"

#include <QImage>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace overfit;
using namespace overfit::ui;

namespace {

constexpr Rectangle kDomain{{0, 4}, {0, 2}};

/// Class 0 is certain in the upper left quarter, class 1 everywhere else.
ClassPicture quarters()
{
    ClassPicture picture;
    picture.domain = kDomain;
    picture.columns = 80;
    picture.rows = 60;
    for (int row = 0; row < picture.rows; ++row) {
        for (int column = 0; column < picture.columns; ++column)
            picture.probability.push_back(row < 30 && column < 40 ? 0 : 255);
    }
    picture.boundary = {{{2, 2}, {2, 1}}, {{2, 1}, {0, 1}}};
    return picture;
}

/// Two points of each set and class; those at x2 < 1 of class 0 are predicted wrong.
std::shared_ptr<ClassAnswer> answer()
{
    auto split = std::make_shared<ClassSplit>();
    split->pool = ClassDataset{{0.5, 0.5, 2.6, 2.6}, {1.6, 0.4, 1.6, 0.4}, {0, 0, 1, 1}};
    split->validation = ClassDataset{{1.5, 1.5, 3.5, 3.5}, {1.6, 0.4, 1.6, 0.4}, {0, 0, 1, 1}};
    split->trainSize = 4;
    split->domain = kDomain;
    auto result = std::make_shared<ClassAnswer>();
    result->split = split;
    result->picture = quarters();
    result->truth = std::make_shared<std::vector<PlaneLine>>(std::vector<PlaneLine>{{{3, 0}, {3, 2}}});
    result->trainingRight = {1, 0, 1, 1};
    result->validationRight = {1, 0, 1, 1};
    return result;
}

Snapshot snapshotOf(std::shared_ptr<const ClassAnswer> classes)
{
    Snapshot snapshot;
    snapshot.scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    snapshot.classes = std::move(classes);
    return snapshot;
}

bool alike(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue())
        <= 12;
}

} // namespace

class ClassChartTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theGroundIsShadedByTheProbability_data();
    void theGroundIsShadedByTheProbability();
    void theShadesFollowTheSizeOfTheChart();
    void theBoundaryIsDrawnWhereThePictureHasIt();
    void trainingPointsAreFilledAndValidationPointsHollow_data();
    void trainingPointsAreFilledAndValidationPointsHollow();
    void aRingGoesAroundAMissedPoint_data();
    void aRingGoesAroundAMissedPoint();
    void hidingTheTruthRemovesTheDottedLine();
    void realDataHaveNoTrueBoundary();
    void theSameAnswerShownAgainKeepsItsImage();
    void everyMarkHasAShapeOfItsOwn();
    void theKeysFitBesideTheSmallestAccuracyChart_data();
    void theKeysFitBesideTheSmallestAccuracyChart();
    void theChartIsDescribedInWords();
    void aSampleOfTheRowsIsSaidToBeOne();

private:
    /// What the plot looks like with so many device pixels a pixel.
    [[nodiscard]] QImage picture(qreal ratio = 1) const;
    /// The colour of a picture at these inputs.
    [[nodiscard]] QColor at(const QImage &image, QPointF inputs) const;
    /// How many pixels of a picture have nearly that colour, no further than @p reach pixels from these
    /// inputs.
    [[nodiscard]] int count(const QImage &image, const QColor &color, QPointF inputs, QSizeF reach) const;

    ClassChart *m_chart = nullptr;
    Look m_look;
};

void ClassChartTest::init()
{
    m_chart = new ClassChart;
    m_look = makeLook(false, {1280, 720}, QFont());
    m_chart->resize(690, 480);
    m_chart->setLook(m_look);
    m_chart->show(snapshotOf(answer()));
}

void ClassChartTest::cleanup()
{
    delete m_chart;
}

QImage ClassChartTest::picture(qreal ratio) const
{
    (void)m_chart->grab(); // lays out what has never been shown
    QWidget *viewport = m_chart->plot()->viewport();
    QImage image(viewport->size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    viewport->render(&image);
    return image;
}

QColor ClassChartTest::at(const QImage &image, QPointF inputs) const
{
    return image.pixelColor((m_chart->plot()->map().toPixel(inputs) * image.devicePixelRatio()).toPoint());
}

int ClassChartTest::count(const QImage &image, const QColor &color, QPointF inputs, QSizeF reach) const
{
    const qreal ratio = image.devicePixelRatio();
    const QPointF centre = m_chart->plot()->map().toPixel(inputs) * ratio;
    const QPointF away(reach.width() * ratio, reach.height() * ratio);
    const QRect box = QRectF(centre - away, centre + away).toRect().intersected(image.rect());
    int found = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x)
            found += alike(image.pixelColor(x, y), color) ? 1 : 0;
    }
    return found;
}

void ClassChartTest::theGroundIsShadedByTheProbability_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark") << true << 1.0;
    QTest::newRow("light, a fractional ratio") << false << 1.5;
    QTest::newRow("light, two device pixels a pixel") << false << 2.0;
    QTest::newRow("dark, two device pixels a pixel") << true << 2.0;
}

void ClassChartTest::theGroundIsShadedByTheProbability()
{
    QFETCH(bool, dark);
    QFETCH(qreal, ratio);
    const Look look = makeLook(dark, {1280, 720}, QFont());
    m_chart->setLook(look);
    const QImage image = picture(ratio);
    for (const QPointF &inputs : {QPointF(0.03, 1.97), QPointF(1.75, 1.25), QPointF(0.8, 1.8)})
        QVERIFY(alike(at(image, inputs), look.classZeroShade));
    for (const QPointF &inputs :
        {QPointF(0.03, 0.03), QPointF(3.97, 0.03), QPointF(3.97, 1.97), QPointF(2.3, 1.3)})
        QVERIFY(alike(at(image, inputs), look.classOneShade));
    QVERIFY(alike(at(image, {-0.06, 1.3}), look.card)); // no further than the data
    QVERIFY(alike(at(image, {4.06, 1.3}), look.card));
}

void ClassChartTest::theShadesFollowTheSizeOfTheChart()
{
    (void)picture();
    m_chart->resize(900, 700);
    const QImage image = picture();
    QVERIFY(alike(at(image, {0.03, 1.97}), m_look.classZeroShade));
    QVERIFY(alike(at(image, {3.97, 0.03}), m_look.classOneShade));
    QVERIFY(alike(at(image, {1.75, 1.25}), m_look.classZeroShade));
    QVERIFY(alike(at(image, {1.75, 0.75}), m_look.classOneShade));
}

void ClassChartTest::theBoundaryIsDrawnWhereThePictureHasIt()
{
    const QImage image = picture();
    QCOMPARE(at(image, {2, 1.7}), m_look.text);
    QCOMPARE(at(image, {1.2, 1}), m_look.text);
    QVERIFY(at(image, {2, 0.3}) != m_look.text);
}

void ClassChartTest::trainingPointsAreFilledAndValidationPointsHollow_data()
{
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("one device pixel a pixel") << 1.0;
    QTest::newRow("two device pixels a pixel") << 2.0;
}

void ClassChartTest::trainingPointsAreFilledAndValidationPointsHollow()
{
    QFETCH(qreal, ratio);
    const QImage image = picture(ratio);
    QCOMPARE(at(image, {0.5, 1.6}), m_look.classZero);
    QCOMPARE(at(image, {2.6, 1.6}), m_look.classOne);
    QVERIFY(alike(at(image, {1.5, 1.6}), m_look.card));
    QVERIFY(alike(at(image, {3.5, 1.6}), m_look.card));
    const QSizeF reach(8, 8);
    const int filledDisc = count(image, m_look.classZero, {0.5, 1.6}, reach);
    const int filledSquare = count(image, m_look.classOne, {2.6, 1.6}, reach);
    QVERIFY(filledDisc > 40 * ratio * ratio && filledSquare > 40 * ratio * ratio);
    const auto isSmaller = [](int hollow, int filled) { return hollow > 0 && hollow < filled / 2; };
    QVERIFY(isSmaller(count(image, m_look.classZero, {1.5, 1.6}, reach), filledDisc));
    QVERIFY(isSmaller(count(image, m_look.classOne, {3.5, 1.6}, reach), filledSquare));
}

void ClassChartTest::aRingGoesAroundAMissedPoint_data()
{
    QTest::addColumn<QPointF>("inputs");
    QTest::addColumn<bool>("missed");
    QTest::newRow("training, right") << QPointF(0.5, 1.6) << false;
    QTest::newRow("training, missed") << QPointF(0.5, 0.4) << true;
    QTest::newRow("training of the other class, right") << QPointF(2.6, 0.4) << false;
    QTest::newRow("validation, right") << QPointF(1.5, 1.6) << false;
    QTest::newRow("validation, missed") << QPointF(1.5, 0.4) << true;
}

void ClassChartTest::aRingGoesAroundAMissedPoint()
{
    QFETCH(QPointF, inputs);
    QFETCH(bool, missed);
    for (const qreal ratio : {1.0, 2.0}) {
        const QImage image = picture(ratio);
        QCOMPARE(count(image, m_look.text, inputs, {12, 12}) > 4, missed);
        QVERIFY(at(image, inputs) != m_look.text); // the point itself stays as it is
    }
}

void ClassChartTest::hidingTheTruthRemovesTheDottedLine()
{
    const QPointF middle(3, 1);
    const QSizeF reach(3, 100);
    const int shown = count(picture(), m_look.target, middle, reach);
    QVERIFY(shown > 100);
    QVERIFY(shown < 500); // of 800 pixels: it has gaps
    m_chart->setTruthShown(false);
    QCOMPARE(count(picture(), m_look.target, middle, reach), 0);
    m_chart->setTruthShown(true);
    QCOMPARE(count(picture(), m_look.target, middle, reach), shown);
}

void ClassChartTest::realDataHaveNoTrueBoundary()
{
    const std::shared_ptr<ClassAnswer> real = answer();
    real->truth = nullptr;
    m_chart->show(snapshotOf(real));
    QCOMPARE(m_chart->plot()->drawing().lines.size(), 1);
    m_chart->setTruthShown(true);
    QCOMPARE(m_chart->plot()->drawing().lines.size(), 1);
}

void ClassChartTest::theSameAnswerShownAgainKeepsItsImage()
{
    const std::shared_ptr<ClassAnswer> same = answer();
    m_chart->show(snapshotOf(same));
    const Drawing before = m_chart->plot()->drawing();
    m_chart->show(snapshotOf(same)); // with a curve of accuracy, say
    QCOMPARE(m_chart->plot()->drawing().backdrop, before.backdrop);
    m_chart->show(snapshotOf(answer()));
    QVERIFY(m_chart->plot()->drawing().backdrop != before.backdrop);
}

void ClassChartTest::everyMarkHasAShapeOfItsOwn()
{
    QList<QImage> shapes;
    for (const Mark mark :
        {Mark::Disc, Mark::Circle, Mark::Square, Mark::HollowSquare, Mark::Ring, Mark::Diamond}) {
        const QImage image = markPixmap(mark, Qt::black, Qt::white, 16, 2).toImage();
        QVERIFY(!shapes.contains(image));
        shapes.append(image);
    }
}

void ClassChartTest::theKeysFitBesideTheSmallestAccuracyChart_data()
{
    QTest::addColumn<bool>("truth");
    QTest::newRow("generated data") << true;
    QTest::newRow("real data") << false;
}

void ClassChartTest::theKeysFitBesideTheSmallestAccuracyChart()
{
    QFETCH(bool, truth);
    const std::shared_ptr<ClassAnswer> shown = answer();
    if (!truth)
        shown->truth = nullptr;
    m_chart->show(snapshotOf(shown));
    (void)m_chart->grab();
    auto *keys = m_chart->findChild<KeyLine *>();
    const QImage image = keys->grab().toImage();
    const QColor ground = image.pixelColor(0, 0);
    const QRect edge(image.width() - 2, 0, 2, image.height());
    for (int y = edge.top(); y <= edge.bottom(); ++y) {
        for (int x = edge.left(); x <= edge.right(); ++x)
            QCOMPARE(image.pixelColor(x, y), ground); // nothing runs out of the card
    }
}

void ClassChartTest::theChartIsDescribedInWords()
{
    const QString before = m_chart->plot()->accessibleDescription();
    QVERIFY(!before.isEmpty() && !before.contains(QLatin1Char('%')));
    QVERIFY(!m_chart->plot()->accessibleName().isEmpty());
    const std::shared_ptr<ClassAnswer> other = answer();
    other->validationRight = {0, 0, 0, 1};
    m_chart->show(snapshotOf(other));
    QVERIFY(m_chart->plot()->accessibleDescription().contains(QLatin1Char('3')));
    QVERIFY(m_chart->plot()->accessibleDescription() != before);
}

void ClassChartTest::aSampleOfTheRowsIsSaidToBeOne()
{
    const PlotView *const plot = m_chart->plot();
    m_chart->show(snapshotOf(answer()));
    QVERIFY(!plot->accessibleDescription().contains(QStringLiteral("rows")));
    const std::shared_ptr<ClassAnswer> sampled = answer();
    auto split = std::make_shared<ClassSplit>(*sampled->split);
    split->sampledFrom = 2000000;
    sampled->split = split;
    m_chart->show(snapshotOf(sampled));
    QVERIFY2(plot->accessibleDescription().contains(QStringLiteral("50,000 of 2,000,000 rows")),
        qPrintable(plot->accessibleDescription()));
}

OVERFIT_WIDGET_TEST(ClassChartTest)
#include "class_chart_test.moc"
