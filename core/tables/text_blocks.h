// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/text_decoder.h"

#include <cstddef>
#include <optional>
#include <string>

namespace overfit {

/// Puts the pieces of a text together into blocks of whole lines, of about kBlockBytes each.
class TextBlocks
{
public:
    static constexpr std::size_t kBlockBytes = 1 << 18;

    /// Of a line longer than @p longest bytes the beginning becomes a block.
    TextBlocks(PieceSource source, std::size_t longest);

    /// The next block; nothing at the end.
    std::optional<std::string> next();

private:
    PieceSource m_source;
    std::size_t m_longest;
    std::string m_begun; ///< the line in which the last block ended
};

} // namespace overfit
