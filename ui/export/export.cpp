// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export.h"

#include "core/takeaway/csv_export.h"
#include "core/takeaway/python_script.h"
#include "ui/export/chart_picture.h"
#include "ui/export/picture_files.h"
#include "ui/export/report.h"
#include "ui/export/save_file.h"
#include "ui/words/language.h"
#include "ui/words/numbers.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <functional>
#include <new>
#include <optional>
#include <utility>

namespace overfit::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Export)
};

QString sizeProblem(const QSize &size, double scale)
{
    constexpr double kMost = 100e6; // 400 MB while it is painted
    const QSizeF pixels = QSizeF(size) * scale;
    if (pixels.width() * pixels.height() <= kMost)
        return {};
    return Text::tr(
        "A picture of %1 by %2 pixels is too large; 100 million pixels are the most. Choose a smaller "
        "size or scale, or a format of lines, .svg or .pdf.")
        .arg(wholeText(qRound(pixels.width())), wholeText(qRound(pixels.height())));
}

/// Files of SVG by Qt know no clipping, with which a menu bar keeps its words from being painted over.
void paintMenuWords(QPainter &painter, const QWidget &window)
{
    const auto *bar = window.findChild<QMenuBar *>();
    if (!bar || bar->isHidden() || painter.paintEngine()->type() != QPaintEngine::SVG)
        return;
    painter.setFont(bar->font());
    painter.setPen(bar->palette().color(QPalette::ButtonText));
    for (QAction *action : bar->actions()) {
        const QRect box = bar->actionGeometry(action).translated(bar->pos());
        painter.drawText(box, Qt::AlignCenter | Qt::TextShowMnemonic, action->text());
    }
}

Picture windowPicture(QWidget &window)
{
    const QString title = window.windowTitle().remove(QStringLiteral("[*]")); // where a mark may stand
    return {window.size(), title, {}, [&window](QPainter &painter) {
                window.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
                paintMenuWords(painter, window);
            }};
}

Picture chartPicture(const ExportRequest &request, const ExportSource &source)
{
    const auto chart =
        std::make_shared<ChartPicture>(request.subject == Subject::Accuracy ? Chart::Accuracy : Chart::Fit,
            source.snapshot, source.truthShown, request.dark, request.size);
    return {request.size, chart->title(), chart->description(),
        [chart](QPainter &painter) { chart->paint(painter); }};
}

Picture pictureOf(const ExportRequest &request, const ExportSource &source)
{
    return request.subject == Subject::Window ? windowPicture(*source.window) : chartPicture(request, source);
}

/// The bytes of a file, made from what is painted already.
using Encoder = std::function<QByteArray()>;

Encoder encoderOf(const QByteArray &bytes)
{
    return [bytes] { return bytes; };
}

Encoder pictureEncoder(const ExportRequest &request, const ExportSource &source, Format format)
{
    const Picture picture = pictureOf(request, source);
    if (format == Format::Svg)
        return encoderOf(svgOf(picture));
    if (format == Format::Pdf)
        return encoderOf(pdfOf(picture));
    return [image = imageOf(picture, request.scale)] { return pngOf(image); };
}

std::string csvOf(Subject subject, const Snapshot &snapshot)
{
    if (subject == Subject::Points)
        return pointsCsv(snapshot);
    if (subject == Subject::Fit)
        return curveCsv(snapshot);
    return sweepCsv(*snapshot.sweepAlong(snapshot.scenario.curve), problemOf(snapshot.scenario));
}

Encoder encoder(const ExportRequest &request, const ExportSource &source, Format format)
{
    if (request.subject == Subject::Report)
        return encoderOf(format == Format::Html ? htmlReport(source.snapshot, source.truthShown)
                                                : pdfReport(source.snapshot, source.truthShown));
    if (format == Format::Csv)
        return [subject = request.subject, snapshot = source.snapshot] {
            return QByteArray::fromStdString(csvOf(subject, *snapshot));
        };
    if (format == Format::Python)
        return [snapshot = source.snapshot] { return QByteArray::fromStdString(pythonScript(*snapshot)); };
    return pictureEncoder(request, source, format);
}

/// An image that there was no memory for has no bytes.
QString tooLargeProblem()
{
    return Text::tr(
        "There is not enough memory for a picture of this size. Choose a smaller one, or a format "
        "of lines, .svg or .pdf.");
}

QString memoryProblem()
{
    return Text::tr(
        "There is not enough memory for this file. Close other programs, or take less data or a smaller "
        "picture.");
}

QString encodeAndSave(const QString &path, const Encoder &encode)
{
    try {
        const QByteArray bytes = encode();
        return bytes.isEmpty() ? tooLargeProblem() : saveFile(path, bytes);
    } catch (const std::bad_alloc &) {
        return memoryProblem();
    }
}

/// What is known to go wrong before anything is painted.
QString problemOf(const ExportRequest &request, const ExportSource &source, Format format)
{
    const bool isTable = format == Format::Csv && request.subject == Subject::Accuracy;
    if (!source.snapshot || (isTable && !source.snapshot->sweepAlong(source.snapshot->scenario.curve)))
        return Text::tr("There is nothing to save yet. Try again when the charts are there.");
    if (format == Format::Python)
        if (QString problem = scriptProblem(*source.snapshot); !problem.isEmpty())
            return problem;
    const QSize size = request.subject == Subject::Window ? source.window->size() : request.size;
    if (QString problem = sizeProblem(size, request.scale); format == Format::Png && !problem.isEmpty())
        return problem;
    return folderProblem(request.path);
}

} // namespace

std::optional<Format> formatOf(const ExportRequest &request)
{
    const QString ending = QFileInfo(request.path).suffix().toLower();
    for (const Format format : formatsOf(request.subject))
        if (endingOf(format) == ending)
            return format;
    return std::nullopt;
}

QString endingOf(Format format)
{
    switch (format) {
    case Format::Png:
        return QStringLiteral("png");
    case Format::Svg:
        return QStringLiteral("svg");
    case Format::Pdf:
        return QStringLiteral("pdf");
    case Format::Html:
        return QStringLiteral("html");
    case Format::Csv:
        return QStringLiteral("csv");
    case Format::Python:
        break;
    }
    return QStringLiteral("py");
}

QList<Format> formatsOf(Subject subject)
{
    switch (subject) {
    case Subject::Fit:
        return {Format::Png, Format::Svg, Format::Pdf, Format::Csv, Format::Python};
    case Subject::Accuracy:
        return {Format::Png, Format::Svg, Format::Pdf, Format::Csv};
    case Subject::Window:
        return {Format::Png, Format::Svg, Format::Pdf};
    case Subject::Report:
        return {Format::Pdf, Format::Html};
    case Subject::Points:
        break;
    }
    return {Format::Csv, Format::Python};
}

QString formatName(Format format)
{
    switch (format) {
    case Format::Png:
        return Text::tr("PNG picture");
    case Format::Svg:
        return Text::tr("SVG drawing");
    case Format::Pdf:
        return Text::tr("PDF page");
    case Format::Html:
        return Text::tr("HTML page");
    case Format::Csv:
        return Text::tr("CSV table");
    case Format::Python:
        break;
    }
    return Text::tr("Python script");
}

QString usageProblem(const ExportRequest &request)
{
    const std::optional<Format> format = formatOf(request);
    if (format)
        return *format == Format::Png ? sizeProblem(request.size, request.scale) : QString();
    QStringList endings;
    for (const Format possible : formatsOf(request.subject))
        endings.append(QLatin1Char('.') + endingOf(possible));
    return Text::tr("“%1” does not say by its ending what to save. Name a file that ends in %2.")
        .arg(request.path, listText(endings));
}

QString scriptProblem(const Snapshot &snapshot)
{
    const std::size_t size = scriptSize(snapshot);
    if (size <= kMostInScript)
        return {};
    return Text::tr(
        "A script holds its points itself, at most %1 of them; here are %2. Save the points as CSV, and "
        "read that file in a script of your own.")
        .arg(wholeText(kMostInScript), wholeText(size));
}

PreparedExport prepareExport(const ExportRequest &request, const ExportSource &source)
{
    const std::optional<Format> format = formatOf(request);
    if (!format)
        return {usageProblem(request), {}};
    if (QString problem = problemOf(request, source, *format); !problem.isEmpty())
        return {std::move(problem), {}};
    try {
        return {{}, [path = request.path, encode = encoder(request, source, *format)] {
                    return encodeAndSave(path, encode);
                }};
    } catch (const std::bad_alloc &) {
        return {memoryProblem(), {}};
    }
}

QString exportTo(const ExportRequest &request, const ExportSource &source)
{
    const PreparedExport prepared = prepareExport(request, source);
    return prepared.save ? prepared.save() : prepared.problem;
}

void copyPicture(Subject subject, const ExportSource &source)
{
    ExportRequest request;
    request.subject = subject;
    const Picture picture = pictureOf(request, source);
    auto *data = new QMimeData;
    data->setImageData(imageOf(picture, request.scale));
    data->setData(QStringLiteral("image/svg+xml"), svgOf(picture));
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace overfit::ui
