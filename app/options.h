// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/window/main_window.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace overfit::app {

/// What the command line asks for.
struct Options {
    Scenario scenario;
    ui::Theme theme = ui::Theme::Desktop;
    QString file; ///< an experiment or a table to open; empty for none
    QString screenshot; ///< where to save a picture of the window; empty to stay open
    std::optional<ui::ExportRequest> exported; ///< what to save before leaving
    QSize size; ///< of the window; invalid for the usual one
    bool more = false; ///< with the further settings shown
};

/// Text to print, and the exit code to leave with: 0 for help and version, 2 for wrong usage.
struct Farewell {
    QString text;
    int code = 0;
};

/// Experiments are told from tables by the ending of their names.
[[nodiscard]] bool isExperiment(const QString &file);

[[nodiscard]] std::variant<Options, Farewell> parseOptions(const QStringList &arguments);

} // namespace overfit::app
