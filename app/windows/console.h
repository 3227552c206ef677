// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overfit::app {

/// A program with windows has no console on Windows, so that what it prints is lost. While this lives,
/// standard output and errors that go nowhere else go to the console that the program was started from, if
/// there is one.
class ParentConsole
{
public:
    ParentConsole();
    ~ParentConsole();
    ParentConsole(const ParentConsole &) = delete;
    ParentConsole &operator=(const ParentConsole &) = delete;

private:
    unsigned m_codePage = 0; ///< that the console had; 0 where none is used
};

} // namespace overfit::app
