// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_picture.h"
#include "ui/export/picture_files.h"
#include "ui/export/report.h"

#include <QCoreApplication>
#include <QPainter>

namespace overfit::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Report)
};

constexpr QSize kChart{900, 480};

// On paper it is one page.
constexpr char kStyle[] = R"(
  :root { color-scheme: light; }
  body { font: 16px/1.45 system-ui, sans-serif; color: #15181c; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.6rem; margin: 0; }
  h2 { font-size: 1.2rem; margin: 1.5rem 0 0.3rem; }
  p { margin: 0.3rem 0; }
  .quiet, footer { color: #535c66; font-size: 0.9rem; }
  figure { margin: 1rem 0; }
  figure img { width: 100%; height: auto; }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
  caption { text-align: left; font-weight: bold; font-size: 1.2rem; padding-bottom: 0.3rem; }
  th, td { border-top: 1px solid #dde1e6; padding: 0.25rem 0.6rem 0.25rem 0; vertical-align: top; }
  .equation { overflow-wrap: anywhere; }
  @page { size: A4 portrait; margin: 12mm; }
  @media print { body { font-size: 10px; margin: 0; max-width: none; padding: 0; } figure { margin: 0.3rem 0; text-align: center; } figure img { width: 70%; } table { margin: 0.4rem 0; } th, td { padding-top: 0.1rem; padding-bottom: 0.1rem; } }
)";

QString figure(Chart chart, const SnapshotPtr &snapshot, bool truthShown)
{
    const ChartPicture picture(chart, snapshot, truthShown, false, kChart);
    const QByteArray svg = svgOf(
        {kChart, picture.title(), picture.description(), [&](QPainter &painter) { picture.paint(painter); }});
    return QStringLiteral("<figure>\n<img width=\"%1\" height=\"%2\" alt=\"%3\" "
                          "src=\"data:image/svg+xml;base64,%4\">\n</figure>\n")
        .arg(QString::number(kChart.width()), QString::number(kChart.height()),
            picture.description().toHtmlEscaped(), QString::fromLatin1(svg.toBase64()));
}

} // namespace

QByteArray htmlReport(const SnapshotPtr &snapshot, bool truthShown)
{
    const Report report = reportOf(*snapshot);
    const auto paragraph = [](const QString &text, const char *kind) {
        return text.isEmpty()
            ? QString()
            : QStringLiteral("<p class=\"%1\">%2</p>\n").arg(QLatin1String(kind), text.toHtmlEscaped());
    };
    //: The language of this translation, as in HTML: "en", "de".
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .arg(Text::tr("en"));
    html += QStringLiteral("<title>%1</title>\n<style>%2</style>\n</head>\n<body>\n<main>\n")
                .arg(report.title.toHtmlEscaped(), QLatin1String(kStyle));
    html += QStringLiteral("<h1>%1</h1>\n").arg(report.title.toHtmlEscaped())
        + paragraph(report.about, "quiet")
        + QStringLiteral("<h2>%1</h2>\n").arg(report.headline.toHtmlEscaped())
        + paragraph(report.advice, "advice");
    for (const Chart chart : {Chart::Fit, Chart::Accuracy})
        html += figure(chart, snapshot, truthShown);
    html += figuresTable(report) + settingsTable(report);
    if (!report.equation.isEmpty())
        html += QStringLiteral("<h2>%1</h2>\n").arg(Text::tr("Equation"))
            + paragraph(report.equation, "equation");
    html +=
        QStringLiteral("</main>\n<footer>%1</footer>\n</body>\n</html>\n").arg(report.madeBy.toHtmlEscaped());
    return html.toUtf8();
}

} // namespace overfit::ui
