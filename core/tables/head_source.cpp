// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/head_source.h"

#include <utility>

namespace overfit {
namespace {

constexpr std::size_t kHeadSize = 1 << 20;

} // namespace

HeadSource::HeadSource(PieceSource pieces) : m_decoder(std::move(pieces)) { }

TableHead HeadSource::inspected(const FormatChoice &choice)
{
    m_head.reserve(2 * kHeadSize); // pages that are not written to cost nothing
    bool isCut = true;
    while (isCut && m_head.size() < kHeadSize) {
        const std::string_view piece = m_decoder.next();
        isCut = !piece.empty();
        m_head += piece;
    }
    TableHead head = inspectHead(m_head, isCut, choice);
    if (m_decoder.encoding() != Encoding::Utf8)
        head.format.encoding = m_decoder.encoding();
    return head;
}

std::string_view HeadSource::next()
{
    return std::exchange(m_isHeadAhead, false) ? std::string_view(m_head) : m_decoder.next();
}

} // namespace overfit
