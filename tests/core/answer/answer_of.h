// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/answerer.h"

/// The whole answer to a scenario.
inline overfit::SnapshotPtr answerOf(const overfit::Scenario &scenario)
{
    overfit::SnapshotPtr last;
    overfit::Answerer answerer;
    answerer.answer(
        scenario, overfit::StopToken(), [&last](const overfit::SnapshotPtr &snapshot) { last = snapshot; });
    return last;
}
