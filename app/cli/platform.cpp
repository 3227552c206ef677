// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/platform.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#ifndef NOMINMAX // MinGW's own headers define it
#define NOMINMAX
#endif
#include <fcntl.h>
#include <filesystem>
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
    for (int i = 1; wide && i < count; ++i) {
        const std::u8string text = std::filesystem::path(wide.get()[i]).u8string();
        arguments.emplace_back(text.begin(), text.end());
    }
    return arguments;
}

PlainStreams::PlainStreams() : m_codePage(GetConsoleOutputCP())
{
    for (FILE *const stream : {stdin, stdout, stderr})
        _setmode(_fileno(stream), _O_BINARY);
    SetConsoleOutputCP(CP_UTF8);
}

PlainStreams::~PlainStreams()
{
    if (m_codePage != 0) // 0: there is no console
        SetConsoleOutputCP(m_codePage);
}

#else

std::vector<std::string> argumentsOf(int argc, const char *const *argv)
{
    return argc > 1 ? std::vector<std::string>(argv + 1, argv + argc) : std::vector<std::string>();
}

PlainStreams::PlainStreams() = default;
PlainStreams::~PlainStreams() = default;

#endif

} // namespace overfit::cli
