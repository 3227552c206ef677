// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <map>

namespace overfit {

/// What a kill-target has said before it was killed.
struct ToldEdits {
    std::map<int, qint64> edits; ///< when each was made, in ms since 1970
    QHash<QString, QList<int>> saving; ///< the edits that were to be saved in a file
    QHash<QString, int> saved; ///< the last edit that was said to be in a file
};

/// A last line that is cut off says nothing.
[[nodiscard]] ToldEdits toldEdits(const QByteArray &said);

} // namespace overfit
