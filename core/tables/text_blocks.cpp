// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/text_blocks.h"

#include <string_view>
#include <utility>

namespace overfit {
namespace {

/// How long the whole lines at the beginning of @p text are. A CR at its end may be half of a CRLF.
std::size_t wholeLines(std::string_view text)
{
    std::size_t last = text.rfind('\n');
    if (last == std::string_view::npos)
        last = text.substr(0, text.size() - 1).rfind('\r');
    return last == std::string_view::npos ? 0 : last + 1;
}

} // namespace

TextBlocks::TextBlocks(PieceSource source, std::size_t longest)
    : m_source(std::move(source)), m_longest(longest)
{
}

std::optional<std::string> TextBlocks::next()
{
    std::string block;
    block.reserve(kBlockBytes + kBlockBytes / 2);
    block += std::exchange(m_begun, std::string());
    for (;;) {
        const std::string_view piece = m_source();
        if (piece.empty())
            return block.empty() ? std::nullopt : std::optional(std::move(block));
        block += piece;
        if (block.size() < kBlockBytes)
            continue;
        const std::size_t whole = wholeLines(block);
        if (whole > 0) {
            m_begun = block.substr(whole);
            block.resize(whole);
        }
        if (whole > 0 || block.size() > m_longest)
            return block;
    }
}

} // namespace overfit
