// SPDX-License-Identifier: GPL-3.0-or-later
// Prints as overfit.exe does: the version, and an error.
#include "app/windows/console.h"
#include "version.h"

#include <cstdio>

int main()
{
    const overfit::app::ParentConsole console;
    std::fputs("Overfit " OVERFIT_VERSION "\n", stdout);
    std::fputs("overfit: an error of d\u00e9j\u00e0 vu\n", stderr);
    return 3;
}
