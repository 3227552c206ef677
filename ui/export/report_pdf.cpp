// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_picture.h"
#include "ui/export/report.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include <algorithm>
#include <memory>
#include <utility>

namespace overfit::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Report)
};

constexpr int kDpi = 1200;
constexpr qreal kUnit = kDpi / 96.0; // what is laid out is in 96ths of an inch
constexpr qreal kMillimetre = 96 / 25.4;
constexpr qreal kWidth = 180 * kMillimetre; // of A4 between margins of 15 mm
constexpr qreal kHeight = 267 * kMillimetre;
constexpr qreal kGap = 12;
constexpr qreal kInset = 10; // of a chart's title, which is to stand below the page's
constexpr qreal kLeastChart = 250; // wide ones are hard to read: at most 2.7 to 1
constexpr qreal kLargestChart = 330;

constexpr char kStyle[] =
    "h1 { font-size: 20px; margin: 0px; } h2 { font-size: 14px; margin-top: 8px; margin-bottom: 0px; }"
    " p { margin-top: 3px; margin-bottom: 0px; } caption, h3 { font-size: 12px; font-weight: bold; margin: "
    "0px; }"
    " .quiet { color: #535c66; } th { font-weight: normal; color: #535c66; }";
constexpr char kUnbroken[] =
    "<style>th, td { white-space: nowrap; }</style>"; // figures are read down a column

using Words = std::unique_ptr<QTextDocument>;

Words words(const QString &html, qreal width, int pixels)
{
    auto document = std::make_unique<QTextDocument>();
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferNoHinting); // as the printer sees it
    document->setDefaultFont(font);
    document->setDefaultStyleSheet(QLatin1String(kStyle));
    document->setDocumentMargin(0);
    document->setHtml(html);
    document->setTextWidth(width);
    return document;
}

qreal heightOf(const Words &text)
{
    return text->size().height();
}

void paint(QPainter &painter, const Words &text, const QPointF &corner)
{
    painter.save();
    painter.translate(corner);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, QColor(0x15, 0x18, 0x1c));
    text->documentLayout()->draw(&painter, context);
    painter.restore();
}

/// The page as blocks from top to bottom; the charts get what is left.
struct Page {
    Words top;
    Words settings;
    Words figures;
    Words equation;
    Words foot;
    qreal figuresLeft; ///< beside the settings

    [[nodiscard]] qreal chartHeight() const
    {
        const qreal below =
            heightOf(equation) + heightOf(foot) + std::max(heightOf(settings), heightOf(figures)) + 5 * kGap;
        return std::min((kHeight - heightOf(top) - below) / 2, kLargestChart);
    }
    [[nodiscard]] bool isRoomy() const { return chartHeight() >= kLeastChart && figuresLeft >= kWidth / 4; }
};

Page pageOf(const Report &report, int pixels)
{
    const auto tag = [](const char *name, const QString &text) {
        return text.isEmpty() ? QString()
                              : QStringLiteral("<%1>%2</%1>").arg(QLatin1String(name), text.toHtmlEscaped());
    };
    Words figures = words(QLatin1String(kUnbroken) + figuresTable(report), -1, pixels);
    const qreal figuresLeft = std::min((kWidth + 2 * kGap) / 2, kWidth - figures->idealWidth());
    const QString equation =
        report.equation.isEmpty() ? QString() : tag("h3", Text::tr("Equation")) + tag("p", report.equation);
    return {words(tag("h1", report.title)
                    + QStringLiteral("<p class=\"quiet\">%1</p>").arg(report.about.toHtmlEscaped())
                    + tag("h2", report.headline) + tag("p", report.advice),
                kWidth, pixels + 1),
        words(settingsTable(report), figuresLeft - 2 * kGap, pixels), std::move(figures),
        words(equation, kWidth, report.equation.size() > 500 ? pixels - 2 : pixels - 1),
        words(QStringLiteral("<p class=\"quiet\">%1</p>").arg(report.madeBy.toHtmlEscaped()), kWidth,
            pixels - 1),
        figuresLeft};
}

/// The largest type with which the charts still have room.
Page fittingPage(const Report &report)
{
    constexpr int kLargest = 11;
    constexpr int kSmallest = 5;
    for (int pixels = kLargest; pixels > kSmallest; --pixels) {
        Page page = pageOf(report, pixels);
        if (page.isRoomy())
            return page;
    }
    return pageOf(report, kSmallest);
}

void paintPage(QPainter &painter, const Page &page, const SnapshotPtr &snapshot, bool truthShown)
{
    const QSizeF chart(kWidth + 2 * kInset, page.chartHeight());
    qreal top = 0;
    paint(painter, page.top, {0, top});
    top += heightOf(page.top) + kGap;
    for (const Chart which : {Chart::Fit, Chart::Accuracy}) {
        painter.save();
        painter.translate(-kInset, top);
        ChartPicture(which, snapshot, truthShown, false, chart).paint(painter);
        painter.restore();
        top += chart.height() + kGap / 2;
    }
    top += kGap / 2;
    paint(painter, page.settings, {0, top});
    paint(painter, page.figures, {page.figuresLeft, top});
    top += std::max(heightOf(page.settings), heightOf(page.figures)) + kGap;
    paint(painter, page.equation, {0, top});
    paint(painter, page.foot, {0, kHeight - heightOf(page.foot)});
}

} // namespace

QByteArray pdfReport(const SnapshotPtr &snapshot, bool truthShown)
{
    const Report report = reportOf(*snapshot);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kDpi);
    writer.setTitle(report.title);
    writer.setCreator(report.madeBy);
    writer.setPageLayout(QPageLayout(
        QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter));
    QPainter painter(&writer);
    painter.scale(kUnit, kUnit);
    paintPage(painter, fittingPage(report), snapshot, truthShown);
    return painter.end() ? bytes : QByteArray();
}

} // namespace overfit::ui
