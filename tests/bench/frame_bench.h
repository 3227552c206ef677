// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report.h"

namespace overfit::bench {

/// From a tick of the degree slider to the painted frame, against a repaint of the two empty charts and
/// against the plain way of Qt Charts.
void benchFrames(Report &report);

/// Scrubbing through epochs, and the regions of two classes after a drag.
void benchEpochsAndClasses(Report &report);

/// 10,000 slider moves as fast as events can be sent.
void soak(Report &report);

} // namespace overfit::bench
