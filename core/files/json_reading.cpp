// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/json_reading.h"

#include "core/files/json_members.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostMembers = 64; // of one object; looking for a name takes as long as there are

/// Reads a text, and tells whoever holds @p read how far: the library names the place of its own errors only.
class Reader
{
public:
    // NOLINTBEGIN(readability-identifier-naming): the standard's own names
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;
    // NOLINTEND(readability-identifier-naming)

    explicit Reader(const char **read) : m_read(read) { }
    explicit Reader(const char *end) : m_end(end) { }

    reference operator*() const { return **m_read; }
    Reader &operator++()
    {
        ++*m_read;
        return *this;
    }
    bool operator==(const Reader &other) const { return at() == other.at(); }
    bool operator!=(const Reader &other) const { return at() != other.at(); }

private:
    [[nodiscard]] const char *at() const { return m_read != nullptr ? *m_read : m_end; }

    const char **m_read = nullptr;
    const char *m_end = nullptr;
};

ExperimentError notJson(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
    const std::size_t line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    return {ExperimentError::Reason::NotJson, {}, line, before.size() - lineStart + 1};
}

/// Makes the tree from what the library's parser comes upon; its functions are called by it, and false ends
/// the parsing.
class TreeMaker
{
public:
    explicit TreeMaker(std::string_view text) : m_text(text), m_read(text.data()) { }

    /// Whether it has come to the end of the text.
    bool run() { return Json::sax_parse(Reader(&m_read), Reader(m_text.data() + m_text.size()), this); }

    [[nodiscard]] Json &root() { return m_root; }
    [[nodiscard]] const ExperimentError &error() const { return m_error; }

    // NOLINTBEGIN(readability-identifier-naming): the library's own names
    bool null() { return put(Json()); }
    bool boolean(bool value) { return put(Json(value)); }
    bool number_integer(Json::number_integer_t value) { return putNumber(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return putNumber(value); }
    bool number_float(Json::number_float_t value, const std::string &) { return putNumber(value); }
    bool string(std::string &value) { return put(Json(std::move(value))); }
    bool binary(Json::binary_t &) { return false; } // never in text
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string &name);

    template <typename Exception>
    bool parse_error(std::size_t byte, const std::string &, const Exception &)
    {
        m_error = notJson(m_text, byte);
        return false;
    }
    // NOLINTEND(readability-identifier-naming)

private:
    /// So many bytes have been read.
    [[nodiscard]] std::size_t byte() const { return static_cast<std::size_t>(m_read - m_text.data()); }

    [[nodiscard]] bool isInList() const { return !m_open.empty() && m_open.back()->is_array(); }

    template <typename Number>
    bool putNumber(Number value)
    {
        if (m_unkept == 0 && isInList() && !m_listIsOver)
            m_open.back()->get_ref<Json::array_t &>().emplace_back(value);
        else if (!isInList())
            put(Json(value));
        return true;
    }

    bool put(Json value);
    bool open(Json empty);
    bool close();
    Json *place(Json value);

    std::string_view m_text;
    const char *m_read;
    Json m_root;
    std::vector<Json *> m_open; ///< from the outermost to the innermost that is kept
    Json *m_member = nullptr; ///< whose value comes next; null where it is not kept
    std::size_t m_unkept = 0; ///< lists and objects that are open beyond those
    bool m_listIsOver = false; ///< something that is no number was in the list; a list in a list is not kept
    ExperimentError m_error;
};

bool TreeMaker::key(std::string &name)
{
    if (m_unkept > 0)
        return true;
    Json &object = *m_open.back();
    if (object.contains(name)) {
        std::size_t start = byte() - 2; // within the quotes only those that are escaped stand
        while (m_text[start] != '"' || m_text[start - 1] == '\\')
            --start;
        m_error = notJson(m_text, start + 1);
        m_error.member = shownName(name);
        return false;
    }
    m_member = object.size() < kMostMembers ? &object[name] : nullptr;
    return true;
}

/// Where a value has found its place; null where it is not kept.
Json *TreeMaker::place(Json value)
{
    if (m_unkept > 0)
        return nullptr;
    if (m_open.empty())
        return &(m_root = std::move(value));
    if (!isInList())
        return m_member == nullptr ? nullptr : &(*m_member = std::move(value));
    if (!std::exchange(m_listIsOver, true))
        m_open.back()->push_back(std::move(value));
    return nullptr;
}

bool TreeMaker::put(Json value)
{
    place(std::move(value));
    return true;
}

bool TreeMaker::open(Json empty)
{
    if (m_open.size() + m_unkept == kDeepestJson) {
        m_error = notJson(m_text, byte());
        return false;
    }
    Json *const placed = place(std::move(empty));
    if (placed == nullptr) {
        ++m_unkept;
    } else {
        m_open.push_back(placed);
        m_listIsOver = false;
    }
    return true;
}

bool TreeMaker::close()
{
    if (m_unkept > 0)
        --m_unkept;
    else
        m_open.pop_back();
    return true;
}

} // namespace

Json readJson(std::string_view text)
{
    TreeMaker maker(text);
    if (!maker.run())
        throw ExperimentError(maker.error());
    return std::move(maker.root());
}

} // namespace overfit
