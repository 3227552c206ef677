// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/message.h"

#include <QString>
#include <QStringList>

#include <functional>

class QLocale;
class QWidget;

namespace overfit::ui {

// English is a language like any other. What stands in the sources is a plural with "(s)"; a translator that
// comes with the application, and is asked last, makes "1 point" and "2 points" of "%Ln point(s)".

/// Speaks the language of a locale where there is a translation of the program into it, else English; numbers
/// are written as there in any case. Can be called again while there are windows.
void speak(const QLocale &locale);

/// Calls @p setTexts now, and again whenever the language changes; the widget and those in it follow the
/// locale of the numbers. What tells of a snapshot or a scenario is told again by whoever has it.
void keepTranslated(QWidget *widget, const std::function<void()> &setTexts);

/// Of core, in the language that is spoken.
[[nodiscard]] QString textOf(const Message &message);

/// A sentence, then another; one of them may be empty.
[[nodiscard]] QString sentencesText(const QString &first, const QString &second);

/// "a, b, c".
[[nodiscard]] QString listText(const QStringList &texts);

} // namespace overfit::ui
