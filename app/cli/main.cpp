// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/platform.h"
#include "app/cli/program.h"
#include "version.h"

#include <iostream>

int main(int argc, char **argv)
{
    overfit::cli::makeStreamsPlain();
    return overfit::cli::run(
        {OVERFIT_VERSION, overfit::cli::argumentsOf(argc, argv)}, {std::cin, std::cout, std::cerr});
}
