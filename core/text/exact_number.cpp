// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/exact_number.h"

#include <locale>
#include <sstream>

namespace overfit {

std::string exactNumber(double value)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(17);
    text << value;
    return text.str();
}

} // namespace overfit
