// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace overfit::monkey {

/// Makes files to be opened in @p folder, good ones and bad ones; those of @p corpus (of the fuzzers) as
/// well, and each experiment of it cut off and with a byte that differs. Their paths, and some where nothing
/// is.
[[nodiscard]] QStringList makePool(const QString &folder, const QString &corpus);

} // namespace overfit::monkey
