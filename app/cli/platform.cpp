// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/platform.h"

#include "core/text/path_utf8.h"

#ifdef _WIN32
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#ifndef NOMINMAX // MinGW's own headers define it
#define NOMINMAX
#endif
#include <cstdlib>
#include <fcntl.h>
#include <io.h>
#include <memory>
#include <stdio.h>
#include <windows.h>

#include <shellapi.h>
#endif

namespace overfit::cli {

#ifdef _WIN32

std::vector<std::string> argumentsOf(int /*argc*/, const char *const * /*argv*/)
{
    int count = 0;
    const std::unique_ptr<LPWSTR, decltype(&LocalFree)> wide(
        CommandLineToArgvW(GetCommandLineW(), &count), &LocalFree);
    std::vector<std::string> arguments;
    for (int i = 1; wide && i < count; ++i)
        arguments.push_back(utf8(wide.get()[i]));
    return arguments;
}

void makeStreamsPlain()
{
    for (FILE *const stream : {stdin, stdout, stderr})
        _setmode(_fileno(stream), _O_BINARY);
    static const UINT before = GetConsoleOutputCP();
    if (before == 0) // there is no console
        return;
    SetConsoleOutputCP(CP_UTF8);
    std::atexit([] { SetConsoleOutputCP(before); });
}

#else

std::vector<std::string> argumentsOf(int argc, const char *const *argv)
{
    return argc > 1 ? std::vector<std::string>(argv + 1, argv + argc) : std::vector<std::string>();
}

void makeStreamsPlain() { }

#endif

} // namespace overfit::cli
