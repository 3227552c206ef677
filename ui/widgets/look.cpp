// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/look.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

namespace overfit::ui {

namespace {

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto mix = [shareOfB](int from, int to) { return qRound(from + (to - from) * shareOfB); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

void setColors(Look &look)
{
    const bool dark = look.dark;
    const auto pick = [dark](QRgb light, QRgb night) { return QColor(dark ? night : light); };
    look.ground = pick(0xf3f5f7, 0x15181c);
    look.card = pick(0xffffff, 0x1f2327);
    look.edge = pick(0xdde1e6, 0x343a40);
    look.grid = pick(0xe4e8ec, 0x33393f);
    look.text = pick(0x15181c, 0xf5f7f9);
    look.quiet = pick(0x535c66, 0xa9b2bc);
    look.training = pick(0x0b6bb8, 0x5ab0f0);
    look.validation = pick(0xd55e00, 0xff9a4d);
    look.accent = look.training;
    look.target = pick(0x6b7681, 0x98a2ad);
    look.groove = pick(0xd5dae0, 0x3d444c);
    // Green and purple that also differ in lightness: red-blind, green-blind and blue-blind eyes tell them
    // apart.
    look.classZero = pick(0x0f7a4c, 0x63dc98);
    look.classOne = pick(0x87127a, 0xf274c6);
    look.rival = look.classOne;
    constexpr double kShade = 0.28; // more would drown the points, less is lost on a projector
    look.classZeroShade = mixed(look.card, look.classZero, kShade);
    look.classOneShade = mixed(look.card, look.classOne, kShade);
}

QFont scaled(QFont font, double pixels, QFont::Weight weight)
{
    font.setPixelSize(qRound(pixels));
    font.setWeight(weight);
    return font;
}

} // namespace

Look makeLook(bool dark, const QSize &window, const QFont &font)
{
    Look look;
    look.dark = dark;
    // 1280 x 720 is the smallest projector that we design for; a larger one is looked at from as far.
    const double fit = std::min(window.width() / 1280.0, window.height() / 720.0);
    look.unit = std::clamp(std::floor(fit * 20) / 20, 0.75,
        2.0); // in steps: type of every size in between would crawl while resizing
    setColors(look);
    look.base = scaled(font, 15 * look.unit, QFont::Normal);
    look.heading = scaled(font, 17 * look.unit, QFont::Bold);
    look.figure = scaled(font, 34 * look.unit, QFont::Bold);
    look.modelWidth = 3.5 * look.unit;
    look.curveWidth = 3 * look.unit;
    look.markerSize = 11 * look.unit;
    return look;
}

QPalette widgetPalette(const Look &look)
{
    QPalette palette;
    palette.setColor(QPalette::Window, look.ground);
    palette.setColor(QPalette::WindowText, look.text);
    palette.setColor(QPalette::Base, look.card);
    palette.setColor(QPalette::AlternateBase, look.ground);
    palette.setColor(QPalette::ToolTipBase, look.card);
    palette.setColor(QPalette::ToolTipText, look.text);
    palette.setColor(QPalette::Text, look.text);
    palette.setColor(QPalette::Button, look.card);
    palette.setColor(QPalette::ButtonText, look.text);
    palette.setColor(QPalette::PlaceholderText, look.quiet);
    palette.setColor(QPalette::Highlight, look.accent);
    palette.setColor(QPalette::HighlightedText, look.dark ? look.ground : look.card);
    palette.setColor(QPalette::Link, look.accent);
    palette.setColor(QPalette::Light, look.card.lighter(110));
    palette.setColor(QPalette::Midlight, look.edge);
    palette.setColor(QPalette::Mid, look.groove);
    palette.setColor(QPalette::Dark, look.groove.darker(130));
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(look.quiet, look.ground, 0.45));
    return palette;
}

bool desktopIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor dimmed(const QColor &color, const Look &look)
{
    return mixed(color, look.card, 0.55);
}

} // namespace overfit::ui
