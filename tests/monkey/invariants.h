// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QString>
#include <QStringList>

namespace overfit::app {
class Session;
}

namespace overfit::monkey {

// What must hold once nothing is under way, whatever was done before. Each says what does not; empty for
// nothing.

/// The whole answer comes, and it answers the scenario of the window.
[[nodiscard]] QStringList settle(app::Session &session);
/// Charts and labels have no number that is none.
[[nodiscard]] QStringList faultsOfDrawings(app::Session &session);
/// The picture is the one that an answerer which knows nothing gives.
[[nodiscard]] QStringList faultsOfPicture(app::Session &session);
/// Undoing all gives the beginning, and doing it again the end.
[[nodiscard]] QStringList faultsOfHistory(app::Session &session, const Scenario &beginning);
/// What is saved, into @p path, and opened is equal.
[[nodiscard]] QStringList faultsOfFile(app::Session &session, const QString &path);

} // namespace overfit::monkey
