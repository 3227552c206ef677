// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <clocale>
#include <locale>
#include <string>

namespace overfit {

/// While it lives, C++ writes and reads 1234.5 as "1.234,5", which needs no locale of the system; so does C
/// where a German locale is installed.
class CommaLocale
{
public:
    CommaLocale()
    {
        for (const char *const name : {"de_DE.UTF-8", "de_DE.utf8", "German"})
            std::setlocale(LC_ALL, name);
    }
    ~CommaLocale()
    {
        std::locale::global(m_before);
        std::setlocale(LC_ALL, m_beforeInC.c_str());
    }
    CommaLocale(const CommaLocale &) = delete;
    CommaLocale &operator=(const CommaLocale &) = delete;

private:
    struct CommaMarks : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };

    std::string m_beforeInC = std::setlocale(LC_ALL, nullptr);
    std::locale m_before = std::locale::global(std::locale(std::locale::classic(), new CommaMarks));
};

} // namespace overfit
