// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_view.h"

#include "ui/charts/plot_layer.h"
#include "ui/widgets/gesture.h"
#include "ui/widgets/look.h"
#include "ui/words/language.h"
#include "ui/words/numbers.h"

#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocument>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit::ui {

namespace {

/// The power of ten that the labels of @p range are written with, as in "1.5e-19"; 0 where they need none.
/// Qt Charts takes numbers below 10^-12 for 0, so its axis gets them without that power.
int exponentOf(const AxisRange &range)
{
    const double largest = std::max(std::abs(range.low), std::abs(range.high));
    return largest >= 1e6 || largest < 1e-3 ? static_cast<int>(std::floor(std::log10(largest))) : 0;
}

/// As its labels have it.
AxisRange labelled(const AxisRange &range)
{
    const double offset = labelOffset(range);
    return {range.low - offset, range.high - offset, range.step};
}

/// A title with what is taken off the labels. Qt Charts reads titles as HTML.
QString titleOf(const QString &title, const AxisRange &range)
{
    const double offset = labelOffset(range);
    if (offset == 0)
        return title.toHtmlEscaped();
    constexpr double kLongest = 1e15;
    const double digits = -std::floor(std::log10(range.high - range.low));
    const QString size = std::abs(offset) < kLongest
        ? decimalText(std::abs(offset), std::clamp(static_cast<int>(digits), 0, 15))
        : exactText(std::abs(offset));
    return (offset > 0 ? PlotView::tr("%1 − %2", "a quantity, less a number").arg(title, size)
                       : PlotView::tr("%1 + %2", "a quantity, and a number").arg(title, size))
        .toHtmlEscaped();
}

/// Shows the ticks of a range with the digits that they need and no more.
QString labelFormat(const AxisRange &range, bool percent)
{
    const int exponent = exponentOf(range);
    const double step = range.step / std::pow(10.0, exponent);
    return axisFormat(
        std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 15), exponent, percent);
}

QValueAxis *addAxis(QChart *chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis(chart);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setLineVisible(false);
    axis->setGridLineVisible(false); // the layer paints it
    chart->addAxis(axis, side);
    return axis;
}

} // namespace

PlotView::PlotView(QWidget *parent)
    : QChartView(new QChart, parent), m_xAxis(addAxis(chart(), Qt::AlignBottom)),
      m_yAxis(addAxis(chart(), Qt::AlignLeft)), m_layer(new PlotLayer(chart()))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(0, 0, 0, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(false); // a file that is dropped is for the window
    viewport()->setAcceptDrops(false);
    setRenderHint(QPainter::Antialiasing);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    viewport()->setAutoFillBackground(false); // the background brush fills it already
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(200, 160);
    connect(chart(), &QChart::plotAreaChanged, this, &PlotView::remap);
    chart()->setLocalizeNumbers(true);
    keepTranslated(this, [this] { retranslate(); });
}

void PlotView::retranslate()
{
    chart()->setLocale(axisLocale());
    formatLabels();
    titleAxes();
}

void PlotView::setLook(const Look &look)
{
    setBackgroundBrush(look.card);
    m_focusColor = look.accent;
    QFont labels = look.base;
    for (QValueAxis *axis : {m_xAxis, m_yAxis}) {
        axis->setLabelsFont(labels);
        axis->setTitleFont(labels);
        axis->setLabelsBrush(look.quiet);
        axis->setTitleBrush(look.quiet);
    }
    m_layer->setGridColor(look.grid);
    m_layer->setRingColor(look.accent);
    m_layoutIsOld = true;
}

void PlotView::setTitles(const QString &x, const QString &y)
{
    if (x == m_xTitle && y == m_yTitle)
        return;
    m_xTitle = x;
    m_yTitle = y;
    titleAxes();
}

void PlotView::titleAxes()
{
    m_xAxis->setTitleText(titleOf(m_xTitle, m_x));
    m_yAxis->setTitleText(titleOf(m_yTitle, m_y));
    m_layoutIsOld = true;
}

void PlotView::setPercent(bool percent)
{
    m_percent = percent;
}

void PlotView::setPowersOfTen(bool powers)
{
    if (std::exchange(m_powersOfTen, powers) == powers)
        return;
    m_x = {0, 0, 0}; // the labels are made with the next range
}

void PlotView::setRanges(const AxisRange &x, const AxisRange &y)
{
    if (x == m_x && y == m_y)
        return;
    m_x = x;
    m_y = y;
    formatLabels();
    setAxis(m_xAxis, labelled(x));
    setAxis(m_yAxis, labelled(y));
    titleAxes();
}

void PlotView::formatLabels()
{
    if (m_x.step > 0)
        m_xAxis->setLabelFormat(m_powersOfTen ? powersAxisFormat() : labelFormat(labelled(m_x), false));
    if (m_y.step > 0)
        m_yAxis->setLabelFormat(labelFormat(labelled(m_y), m_percent));
}

void PlotView::setAxis(QValueAxis *axis, const AxisRange &range)
{
    const double unit = std::pow(10.0, exponentOf(range));
    const double step = range.step / unit;
    // The interval first where it grows, last where it shrinks: never a thousand ticks in between.
    if (step > axis->tickInterval())
        axis->setTickInterval(step);
    axis->setRange(range.low / unit, range.high / unit);
    axis->setTickInterval(step);
}

void PlotView::setDrawing(Drawing drawing)
{
    if (std::exchange(m_layoutIsOld, false))
        layOut();
    m_layer->setDrawing(std::move(drawing));
}

const Drawing &PlotView::drawing() const
{
    return m_layer->drawing();
}

void PlotView::setRing(const std::optional<QPointF> &value, qreal size)
{
    m_layer->setRing(value, size);
}

const PlotMap &PlotView::map() const
{
    return m_layer->map();
}

void PlotView::setHelp(const QString &help)
{
    setToolTip(Qt::convertFromPlainText(help, Qt::WhiteSpaceNormal));
}

void PlotView::paintInto(QPainter &painter, const QRectF &box)
{
    const QRectF whole(QPointF(), box.size());
    chart()->setGeometry(whole);
    layOut();
    m_layoutIsOld = false;
    scene()->render(&painter, box, whole, Qt::IgnoreAspectRatio);
}

void PlotView::layOut()
{
    // At once: Qt Charts would do it at some later event, and until then the labels are cut to the room they
    // had before.
    chart()->layout()->invalidate();
    chart()->layout()->activate();
    remap();
}

void PlotView::remap()
{
    m_layer->setMap({m_x, m_y, chart()->plotArea()});
}

bool PlotView::event(QEvent *event)
{
    if (takesMouseAway(event->type()))
        m_pointing = false;
    return QChartView::event(event);
}

void PlotView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pointing = true;
        emit pointed(map().xToValue(event->position().x()));
    }
    event->accept();
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointing = m_pointing && event->buttons().testFlag(Qt::LeftButton); // let go elsewhere, perhaps
    if (m_pointing)
        emit pointed(map().xToValue(event->position().x()));
    event->accept();
}

void PlotView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pointing = false;
    event->accept();
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event); // lays the chart out at once
    remap();
    m_layoutIsOld = false;
}

void PlotView::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_focusColor, 2));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void PlotView::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace overfit::ui
