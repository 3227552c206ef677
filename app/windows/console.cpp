// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/console.h"

#define WIN32_LEAN_AND_MEAN
#include <io.h>
#include <stdio.h>
#include <windows.h>

namespace overfit::app {

namespace {

/// A file or a pipe that the program was started with stays what it is.
bool isRedirected(FILE *stream)
{
    const int descriptor = _fileno(stream);
    return descriptor >= 0 && _get_osfhandle(descriptor) >= 0;
}

/// Buffered, because a console can't put a letter together that arrives byte by byte.
void openConsole(FILE *stream)
{
    FILE *opened = nullptr;
    if (freopen_s(&opened, "CONOUT$", "w", stream) == 0)
        setvbuf(stream, nullptr, _IOFBF, BUFSIZ);
}

} // namespace

ParentConsole::ParentConsole()
{
    const bool keepsOutput = isRedirected(stdout);
    const bool keepsErrors = isRedirected(stderr);
    if ((keepsOutput && keepsErrors) || !AttachConsole(ATTACH_PARENT_PROCESS))
        return;
    m_codePage = GetConsoleOutputCP();
    SetConsoleOutputCP(CP_UTF8);
    if (!keepsOutput)
        openConsole(stdout);
    if (!keepsErrors)
        openConsole(stderr);
}

ParentConsole::~ParentConsole()
{
    if (m_codePage == 0)
        return;
    fflush(stdout);
    fflush(stderr);
    SetConsoleOutputCP(m_codePage);
}

} // namespace overfit::app
