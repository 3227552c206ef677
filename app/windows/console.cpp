// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/console.h"

#include <initializer_list>

#define WIN32_LEAN_AND_MEAN
#include <io.h>
#include <stdio.h>
#include <windows.h>

namespace overfit::app {

namespace {

/// What a stream of the C library writes to; INVALID_HANDLE_VALUE for nothing.
HANDLE handleOf(FILE *stream)
{
    const int descriptor = _fileno(stream);
    return descriptor < 0 ? INVALID_HANDLE_VALUE : reinterpret_cast<HANDLE>(_get_osfhandle(descriptor));
}

/// Into a file or a pipe.
bool isRedirected(FILE *stream)
{
    const DWORD type = GetFileType(handleOf(stream));
    return type == FILE_TYPE_DISK || type == FILE_TYPE_PIPE;
}

/// To nowhere, or to the console already, but perhaps in its code page; not to NUL.
bool belongsToConsole(FILE *stream)
{
    DWORD mode = 0;
    const HANDLE handle = handleOf(stream);
    return GetFileType(handle) == FILE_TYPE_UNKNOWN || GetConsoleMode(handle, &mode) != 0;
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
    if (isRedirected(stdout) && isRedirected(stderr))
        return;
    if (!AttachConsole(ATTACH_PARENT_PROCESS) && GetLastError() != ERROR_ACCESS_DENIED) // it has one already
        return;
    m_codePage = GetConsoleOutputCP();
    SetConsoleOutputCP(CP_UTF8);
    for (FILE *const stream : {stdout, stderr}) {
        if (belongsToConsole(stream))
            openConsole(stream);
    }
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
