// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/told_edits.h"

namespace overfit {

ToldEdits toldEdits(const QByteArray &said)
{
    ToldEdits told;
    for (const QByteArray &line : said.left(said.lastIndexOf('\n') + 1).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.front() == "edit" && words.size() == 3)
            told.edits[words.at(1).toInt()] = words.at(2).toLongLong();
        else if (words.front() == "saving" && words.size() == 4)
            told.saving[QString::fromUtf8(words.at(1))].append(words.at(2).toInt());
        else if (words.front() == "saved" && words.size() == 4)
            told.saved[QString::fromUtf8(words.at(1))] = words.at(2).toInt();
    }
    return told;
}

} // namespace overfit
