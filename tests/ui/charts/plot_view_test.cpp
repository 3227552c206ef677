// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_view.h"

#include "tests/frame/test_class.h"
#include "ui/charts/plot_vectors.h"
#include "ui/widgets/look.h"

#include <QBuffer>
#include <QDialog>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>

#include <cmath>
#include <memory>

using namespace overfit::ui;

class PlotViewTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theLayoutOfNewAxesIsFinalAtOnce();
    void theTicksOfEveryScaleAreLabelled_data();
    void theTicksOfEveryScaleAreLabelled();
    void titlesAreTextsAndNameWhatIsTakenOffTheLabels_data();
    void titlesAreTextsAndNameWhatIsTakenOffTheLabels();
    void aLineIsPaintedWhereItsValuesAre();
    void aDashedLineHasGaps();
    void everyMarkHasAShapeOfItsOwn();
    void manyMarksHideNoLine_data();
    void manyMarksHideNoLine();
    void aWildLinePaintsNothingOutsideTheAxes();
    void pressingAndDraggingTellsTheValueUnderThePointer();
    void aDialogEndsADragAndAnotherButtonDoesNot();
    void notesKeepOffEachOtherAndWithinThePlot();

private:
    [[nodiscard]] QImage picture();
    [[nodiscard]] QStringList shownTexts() const;
    /// How many pixels of a picture have nearly that colour.
    [[nodiscard]] static int count(const QImage &image, const QColor &color, const QRectF &where);

    PlotView *m_plot = nullptr;
    Look m_look;
};

void PlotViewTest::init()
{
    m_plot = new PlotView;
    m_look = makeLook(false, QSize(1280, 720), QFont());
    m_plot->setLook(m_look);
    m_plot->setRanges({0, 10, 5}, {0, 10, 5});
    m_plot->setDrawing({});
    m_plot->resize(500, 400);
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot));
}

void PlotViewTest::cleanup()
{
    delete m_plot;
}

QImage PlotViewTest::picture()
{
    return m_plot->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

int PlotViewTest::count(const QImage &image, const QColor &color, const QRectF &where)
{
    int found = 0;
    const QRect box = where.toAlignedRect().intersected(image.rect());
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int off = std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green())
                + std::abs(pixel.blue() - color.blue());
            found += off < 40 ? 1 : 0;
        }
    }
    return found;
}

void PlotViewTest::theLayoutOfNewAxesIsFinalAtOnce()
{
    m_plot->setTitles(QStringLiteral("speed (mph)"), QStringLiteral("distance (ft)"));
    m_plot->setRanges({0, 30, 5}, {-200000, 800000, 200000});
    m_plot->setDrawing({});
    const QRectF area = m_plot->map().area;
    const QImage painted = picture();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_plot->map().area, area);
    QCOMPARE(picture(), painted); // no label was cut to the room that it had before
}

void PlotViewTest::theTicksOfEveryScaleAreLabelled_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("step");
    QTest::addColumn<QStringList>("labels");
    const auto row = [](const char *name, double low, double high, double step, const char *labels) {
        const QString minus = QString::fromLatin1(labels).replace(u'-', QChar(0x2212));
        QTest::newRow(name) << low << high << step << minus.split(u' ');
    };
    row("everyday", -1, 1, 0.5, "-1.0 -0.5 0.0 0.5 1.0");
    row("thousands", 0, 4000, 2000, "0 2000 4000");
    row("thousandths", 0, 0.004, 0.002, "0.000 0.002 0.004");
    row("charges in coulombs", 1e-19, 3e-19, 1e-19, "1e-19 2e-19 3e-19");
    row("wavelengths in metres", 4e-7, 5e-7, 5e-8, "4.0e-7 4.5e-7 5.0e-7");
    row("tiny", -2e-290, 2e-290, 2e-290, "-2e-290 0e-290 2e-290");
    row("distances in metres", 1e9, 2e9, 5e8, "1.0e9 1.5e9 2.0e9");
    row("huge", 0, 4e95, 2e95, "0e95 2e95 4e95");
    row("close to each other", 1, 1 + 2.5e-9, 1e-9, "0e-9 1e-9 2e-9");
    row("milliseconds since 1970", 1517443200003, 1517443200094, 20, "20 40 60 80");
    row("seconds since 1970", 1644487998, 1644488000.5, 0.5, "8.0 8.5 9.0 9.5 10.0 10.5");
    row("days of Julius Scaliger", 2451545, 2451600, 10, "2.45155e6 2.45156e6 2.45159e6");
}

QStringList PlotViewTest::shownTexts() const
{
    QStringList shown;
    for (const QGraphicsItem *item : m_plot->scene()->items(Qt::AscendingOrder)) {
        const auto *text = dynamic_cast<const QGraphicsTextItem *>(item);
        if (text != nullptr && text->isVisible() && !text->toPlainText().isEmpty())
            shown.append(text->toPlainText());
    }
    return shown;
}

void PlotViewTest::titlesAreTextsAndNameWhatIsTakenOffTheLabels_data()
{
    QTest::addColumn<AxisRange>("range");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const AxisRange &range, const char *title, const char *shown) {
        QTest::newRow(name) << range << QString::fromUtf8(title) << QString::fromUtf8(shown);
    };
    row("brackets", {0, 10, 5}, "dose <mg>", "dose <mg>");
    row("a tag", {0, 10, 5}, "a <b>b</b> &amp; c", "a <b>b</b> &amp; c");
    row("far from 0", {1644487998, 1644488000.5, 0.5}, "t", "t − 1,644,487,990");
    row("far below 0", {-1e9, -1e9 + 5, 1}, "t", "t + 1,000,000,000");
}

void PlotViewTest::titlesAreTextsAndNameWhatIsTakenOffTheLabels()
{
    QFETCH(const AxisRange, range);
    QFETCH(const QString, title);
    QFETCH(const QString, shown);
    for (const bool isX : {true, false}) {
        m_plot->setTitles(isX ? title : QString(), isX ? QString() : title);
        m_plot->setRanges(isX ? range : AxisRange{0, 10, 5}, isX ? AxisRange{0, 10, 5} : range);
        m_plot->setDrawing({});
        QVERIFY2(shownTexts().contains(shown), qPrintable(shownTexts().join(u' ')));
    }
}

void PlotViewTest::theTicksOfEveryScaleAreLabelled()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, step);
    QFETCH(QStringList, labels);
    m_plot->setRanges({low, high, step}, {0, 10, 5});
    m_plot->setTitles({}, {});
    m_plot->setDrawing({});
    const QStringList shown = shownTexts();
    for (const QString &label : std::as_const(labels))
        QVERIFY2(shown.contains(label), qPrintable(shown.join(u' ')));
}

void PlotViewTest::aLineIsPaintedWhereItsValuesAre()
{
    Drawing drawing;
    drawing.lines.append({{{0, 2}, {10, 8}}, Qt::red, 4});
    m_plot->setDrawing(drawing);
    const QImage image = picture();
    for (const double share : {0.1, 0.35, 0.5, 0.9}) {
        const QPointF at = m_plot->map().toPixel({10 * share, 2 + 6 * share});
        QCOMPARE(image.pixelColor(at.toPoint()), QColor(Qt::red));
    }
    const QPointF off = m_plot->map().toPixel({5, 7});
    QVERIFY(image.pixelColor(off.toPoint()) != QColor(Qt::red));
}

void PlotViewTest::aDashedLineHasGaps()
{
    int painted[3] = {};
    for (const Pattern pattern : {Pattern::Solid, Pattern::Dashed, Pattern::Dotted}) {
        Drawing drawing;
        drawing.lines.append({{{0, 5}, {10, 5}}, Qt::red, 4, pattern});
        m_plot->setDrawing(drawing);
        painted[int(pattern)] = count(picture(), Qt::red, m_plot->map().area);
    }
    QVERIFY(painted[int(Pattern::Dashed)] < painted[int(Pattern::Solid)] * 0.95);
    QVERIFY(painted[int(Pattern::Dotted)] < painted[int(Pattern::Dashed)]);
    QVERIFY(painted[int(Pattern::Dotted)] > painted[int(Pattern::Solid)] * 0.2);
}

void PlotViewTest::everyMarkHasAShapeOfItsOwn()
{
    QList<QImage> shapes;
    for (const Mark mark :
        {Mark::Disc, Mark::Diamond, Mark::FilledDiamond, Mark::Star, Mark::Below, Mark::Above}) {
        const QImage image = markPixmap(mark, Qt::black, Qt::white, 16, 2).toImage();
        QVERIFY(!shapes.contains(image));
        shapes.append(image);
    }
}

void PlotViewTest::manyMarksHideNoLine_data()
{
    QTest::addColumn<int>("marks");
    QTest::addColumn<bool>("lineOnTop");
    QTest::newRow("a few lie on the line") << 10 << false;
    QTest::newRow("a crowd lies below it") << 2000 << true;
}

void PlotViewTest::manyMarksHideNoLine()
{
    QFETCH(int, marks);
    QFETCH(bool, lineOnTop);
    Drawing drawing;
    drawing.lines.append({{{0, 5}, {10, 5}}, Qt::red, 4});
    drawing.marks.append({QList<QPointF>(marks, QPointF(5, 5)), Mark::Disc, Qt::blue, 12});
    m_plot->setDrawing(drawing);
    const QPoint middle = m_plot->map().toPixel({5, 5}).toPoint();
    QCOMPARE(picture().pixelColor(middle), QColor(lineOnTop ? Qt::red : Qt::blue));
    QImage vectors(m_plot->size(), QImage::Format_RGB32); // as in a file
    vectors.fill(Qt::white);
    QSvgGenerator generator;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    generator.setOutputDevice(&buffer);
    generator.setViewBox(vectors.rect());
    QPainter writer(&generator);
    paintVectors(writer, drawing, m_plot->map(), Qt::white);
    writer.end();
    QPainter reader(&vectors);
    QSvgRenderer(bytes).render(&reader, vectors.rect());
    reader.end();
    QCOMPARE(vectors.pixelColor(middle), QColor(lineOnTop ? Qt::red : Qt::blue));
}

void PlotViewTest::aWildLinePaintsNothingOutsideTheAxes()
{
    Drawing drawing;
    drawing.lines.append({{{0, 5}, {3, 1e13}, {6, -1e13}, {10, 5}}, Qt::red, 4, Pattern::Dashed});
    m_plot->setDrawing(drawing);
    const QImage image = picture();
    const QRectF area = m_plot->map().area;
    QVERIFY(count(image, Qt::red, area) > 0);
    QCOMPARE(count(image, Qt::red, QRectF(0, 0, image.width(), area.top() - 2)), 0);
    QCOMPARE(count(image, Qt::red, QRectF(0, area.bottom() + 2, image.width(), image.height())), 0);
}

void PlotViewTest::pressingAndDraggingTellsTheValueUnderThePointer()
{
    QSignalSpy pointed(m_plot, &PlotView::pointed);
    const auto at = [this](double x) { return m_plot->map().toPixel({x, 5}).toPoint(); };
    QTest::mousePress(m_plot->viewport(), Qt::LeftButton, {}, at(3));
    QCOMPARE(pointed.size(), 1);
    QVERIFY(std::abs(pointed.last()[0].toDouble() - 3) < 0.05);
    QMouseEvent move(QEvent::MouseMove, QPointF(at(7)), m_plot->viewport()->mapToGlobal(QPointF(at(7))),
        Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_plot->viewport(), &move);
    QVERIFY(std::abs(pointed.last()[0].toDouble() - 7) < 0.05);
    QTest::mouseRelease(m_plot->viewport(), Qt::LeftButton, {}, at(7));
    const auto before = pointed.size();
    QTest::mousePress(m_plot->viewport(), Qt::RightButton, {}, at(2));
    QCOMPARE(pointed.size(), before);
    QTest::mouseRelease(m_plot->viewport(), Qt::RightButton, {}, at(2));
}

void PlotViewTest::aDialogEndsADragAndAnotherButtonDoesNot()
{
    QSignalSpy pointed(m_plot, &PlotView::pointed);
    const auto at = [this](double x) { return m_plot->map().toPixel({x, 5}).toPoint(); };
    QWidget *const viewport = m_plot->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, at(3));
    QTest::mousePress(viewport, Qt::RightButton, {}, at(3));
    QTest::mouseRelease(viewport, Qt::RightButton, {}, at(3));
    QTest::mouseMove(viewport, at(5));
    QCOMPARE(pointed.size(), 2);
    auto dialog = std::make_unique<QDialog>(m_plot->window());
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    dialog.reset();
    QTest::mouseMove(viewport, at(7)); // the button is still down
    QCOMPARE(pointed.size(), 2);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, at(7));
}

void PlotViewTest::notesKeepOffEachOtherAndWithinThePlot()
{
    Drawing drawing;
    drawing.noteFont = m_look.base;
    drawing.noteGround = Qt::green;
    drawing.notes.append({{10, 5}, QStringLiteral("−10¹³ %"), Qt::black});
    m_plot->setDrawing(drawing);
    const QImage one = picture();
    const QRectF area = m_plot->map().area;
    QVERIFY(count(one, Qt::green, area) > 0);
    QCOMPARE(count(one, Qt::green, QRectF(area.right() + 2, 0, 500, 400)), 0);
    drawing.notes.append({{9.8, 5}, QStringLiteral("−10¹² %"), Qt::black}); // no room beside the first
    m_plot->setDrawing(drawing);
    QCOMPARE(picture(), one);
}

OVERFIT_WIDGET_TEST(PlotViewTest)
#include "plot_view_test.moc"
