// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_points.h"
#include "ui/charts/drawing.h"

#include <QtCharts/QChartView>

#include <optional>

class QValueAxis;

namespace overfit::ui {

class PlotLayer;
struct Look;

/// Axes by Qt Charts and a drawing over them. Ranges are what they are set to; nothing moves by itself.
class PlotView : public QChartView
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Plain texts, whatever they look like.
    void setTitles(const QString &x, const QString &y);
    /// A tool tip of several sentences: it breaks its lines.
    void setHelp(const QString &help);
    /// Labels of y end in " %".
    void setPercent(bool percent);
    /// Labels of x are powers of ten: x is a logarithm.
    void setPowersOfTen(bool powers);
    void setRanges(const AxisRange &x, const AxisRange &y);
    /// Shows a drawing, on axes as they were last set.
    void setDrawing(Drawing drawing);
    [[nodiscard]] const Drawing &drawing() const;
    /// A ring around what is selected, @p size pixels across; none takes it away.
    void setRing(const std::optional<QPointF> &value, qreal size);
    /// From values of the axes to pixels of this widget and back.
    [[nodiscard]] const PlotMap &map() const;
    /// Lays itself out anew for @p box and paints it there, without a ground. For a view that is not on the
    /// screen.
    void paintInto(QPainter &painter, const QRectF &box);

signals:
    /// The left button was pressed over the chart and is down, at this x of the axis (which may be beyond its
    /// ends).
    void pointed(double x);

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOut();
    void remap();
    void retranslate();
    void formatLabels();
    void titleAxes();
    static void setAxis(QValueAxis *axis, const AxisRange &range);

    QValueAxis *m_xAxis;
    QValueAxis *m_yAxis;
    PlotLayer *m_layer;
    QString m_xTitle;
    QString m_yTitle;
    AxisRange m_x{0, 0, 0};
    AxisRange m_y{0, 0, 0};
    bool m_percent = false;
    bool m_powersOfTen = false;
    bool m_layoutIsOld = true; ///< since type, titles or ranges changed; made new with the next drawing
    bool m_pointing = false; ///< since the left button was pressed here
    QColor m_focusColor;
};

} // namespace overfit::ui
