// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture_files.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace overfit::ui {

namespace {

constexpr int kScreenDpi = 96;
constexpr int kPdfDpi = 1200;

/// Where the font is not known, one of its kind.
QByteArray withGenericFont(const QByteArray &svg)
{
    static const QRegularExpression family(QStringLiteral("font-family=\"([^\"]+)\""));
    return QString::fromUtf8(svg).replace(family, QStringLiteral("font-family=\"\\1, sans-serif\"")).toUtf8();
}

} // namespace

QImage imageOf(const Picture &picture, double scale)
{
    const QSizeF pixels = QSizeF(picture.size) * scale;
    QImage image(qRound(pixels.width()), qRound(pixels.height()), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    constexpr double kInch = 0.0254;
    image.setDotsPerMeterX(static_cast<int>(std::lround(kScreenDpi * scale / kInch)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    picture.paint(painter);
    return image;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svgOf(const Picture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(
        QIODevice::WriteOnly); // the generator would open it as a text, whose lines end otherwise on Windows
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kScreenDpi);
    generator.setSize(picture.size);
    generator.setViewBox(QRect(QPoint(), picture.size));
    generator.setTitle(picture.title);
    generator.setDescription(picture.description);
    QPainter painter(&generator);
    picture.paint(painter);
    return painter.end() ? withGenericFont(bytes) : QByteArray();
}

QByteArray pdfOf(const Picture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDpi);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Overfit"));
    constexpr double kPoint = 72.0 / kScreenDpi;
    writer.setPageSize(QPageSize(QSizeF(picture.size) * kPoint, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.scale(double(kPdfDpi) / kScreenDpi, double(kPdfDpi) / kScreenDpi);
    picture.paint(painter);
    return painter.end() ? bytes : QByteArray();
}

} // namespace overfit::ui
