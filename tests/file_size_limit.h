// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#if defined(__unix__) || defined(__APPLE__)
#include <csignal>
#include <sys/resource.h>
#endif

namespace overfit {

/// While it lives, this program can write no file beyond so many bytes: what does not fit is cut off, and the
/// next step fails, as on a disk that is full. It needs no rights and no disk of its own.
class FileSizeLimit
{
public:
#if defined(__unix__) || defined(__APPLE__)
    static constexpr bool kExists = true;

    explicit FileSizeLimit(std::size_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // an error of write() instead
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
#else
    static constexpr bool kExists = false;

    explicit FileSizeLimit(std::size_t) { }
#endif
};

} // namespace overfit
