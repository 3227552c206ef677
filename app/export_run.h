// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/export.h"

namespace overfit::app {

class Session;

/// Once the whole answer to the newest scenario is there: saves what is asked for, prints the accuracies and
/// leaves the event loop with 0, or with one of the codes of screenshot.h. With @p afterReading it waits for
/// data from a file. A problem goes to standard error.
void leaveWithExport(Session &session, const ui::ExportRequest &request);

} // namespace overfit::app
