// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "ui/export/background.h"

#include <QList>
#include <QSize>
#include <QString>

#include <optional>

class QWidget;

namespace overfit::ui {

/// What can be taken out of the window into a file.
enum class Subject { Fit, Accuracy, Window, Report, Points };
inline constexpr Subject kSubjects[] = {
    Subject::Fit, Subject::Accuracy, Subject::Window, Subject::Report, Subject::Points};

enum class Format { Png, Svg, Pdf, Html, Csv, Python };

inline constexpr QSize kPictureSize{960, 600}; ///< of a chart, in pixels at scale 1
inline constexpr double kLargestScale = 8;

struct ExportRequest {
    Subject subject = Subject::Fit;
    QString path; ///< its ending is the format
    QSize size = kPictureSize; ///< of a chart; a window is as large as it is
    double scale = 2; ///< pixels of a PNG a pixel of the size
    bool dark = false; ///< light on dark; the window is as it is
};

/// What is exported.
struct ExportSource {
    SnapshotPtr snapshot; ///< null where nothing is shown yet
    bool truthShown = true; ///< the target function or the true boundary
    QWidget *window = nullptr; ///< for Subject::Window
};

/// The ending of a format, without the dot.
[[nodiscard]] QString endingOf(Format format);
/// The format that the ending says; nothing where it is none of the subject's.
[[nodiscard]] std::optional<Format> formatOf(const ExportRequest &request);
/// The formats that a subject can be saved in, the usual one first.
[[nodiscard]] QList<Format> formatsOf(Subject subject);
/// "PNG picture".
[[nodiscard]] QString formatName(Format format);

/// What is wrong with a request before anything is done: an ending that is no format of the subject, or too
/// many pixels. Empty where nothing is.
[[nodiscard]] QString usageProblem(const ExportRequest &request);

/// An export whose widgets are painted.
struct PreparedExport {
    QString problem; ///< what keeps it from being saved, and what to do; empty for nothing
    Work save; ///< encodes and writes the file, whole or not at all; set where there is no problem
};

/// Does what only the window's thread may.
[[nodiscard]] PreparedExport prepareExport(const ExportRequest &request, const ExportSource &source);

/// Both halves at once. What went wrong and what to do, or nothing where it is written.
[[nodiscard]] QString exportTo(const ExportRequest &request, const ExportSource &source);

/// Why there can be no script of a snapshot: too many points. Empty where there can.
[[nodiscard]] QString scriptProblem(const Snapshot &snapshot);

/// A chart or the window as a picture and as vectors, on the clipboard.
void copyPicture(Subject subject, const ExportSource &source);

} // namespace overfit::ui
