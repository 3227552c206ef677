// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/cell_number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace overfit {
namespace {

constexpr std::string_view kDigits = "0123456789";
/// What parts thousands: beside the marks a space (also a narrow one, or one that does not break, in Latin-1
/// too), or an apostrophe (straight or not).
constexpr std::array<std::string_view, 9> kGroupMarks{
    ",", ".", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xA0", "'", "\xE2\x80\x99"};
/// The minus, the dash that is typed for it, and the forms of it in other scripts.
constexpr std::array<std::string_view, 4> kMinusSigns{
    "\xE2\x88\x92", "\xE2\x80\x93", "\xEF\xB9\xA3", "\xEF\xBC\x8D"};

/// What is left after up to @p most digits, at least @p least; nothing where there are fewer.
std::optional<std::string_view> withoutDigits(std::string_view text, std::size_t least, std::size_t most)
{
    const std::size_t count = std::min(text.find_first_not_of(kDigits), text.size());
    if (count < least || count > most)
        return std::nullopt;
    return text.substr(count);
}

/// What is left of "1,234,567.8" after its groups, which @p mark parts; nothing where there is none.
std::optional<std::string_view> withoutGroups(std::string_view text, std::string_view mark)
{
    std::optional<std::string_view> rest = withoutDigits(text, 1, 3);
    bool isGrouped = false;
    while (rest && rest->starts_with(mark)) {
        rest = withoutDigits(rest->substr(mark.size()), 3, 3);
        isGrouped = true;
    }
    return isGrouped ? rest : std::nullopt;
}

std::string_view withoutSign(std::string_view text)
{
    return text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
}

/// Whether a number with one mark in it can be one of a thousand and more.
bool mayBeGroup(std::string_view text, std::string_view mark)
{
    const std::string_view digits = withoutSign(text);
    return !digits.starts_with('0') && withoutGroups(digits, mark) == "";
}

/// Of "1,234.5" and its like, where @p mark parts the thousands.
CellShape groupedShape(std::string_view digits, std::string_view mark)
{
    const std::optional<std::string_view> rest = withoutGroups(digits, mark);
    if (!rest)
        return CellShape::Word;
    if (rest->empty()) {
        if (mark == ",")
            return CellShape::GroupedPoint;
        return mark == "." ? CellShape::GroupedComma : CellShape::Grouped;
    }
    const bool isOther = mark != rest->substr(0, 1);
    if (!isOther || withoutDigits(rest->substr(1), 0, 40) != "")
        return CellShape::Word;
    return rest->front() == '.' ? CellShape::GroupedPoint
        : rest->front() == ','  ? CellShape::GroupedComma
                                : CellShape::Word;
}

CellShape shapeOfNumber(double value, CellShape shape)
{
    return std::abs(value) <= kLargestNumber ? shape : CellShape::NotFinite; // NaN too
}

CellShape shapeOfPlain(std::string_view cell)
{
    if (const std::optional<double> number = spelledNumber(cell)) {
        const bool hasPoint = cell.find('.') != std::string_view::npos;
        return shapeOfNumber(*number,
            !hasPoint                   ? CellShape::Whole
                : mayBeGroup(cell, ".") ? CellShape::PointOrGroup
                                        : CellShape::Point);
    }
    if (const std::optional<double> number = spelledNumber(cell, DecimalMark::Comma))
        return shapeOfNumber(*number, mayBeGroup(cell, ",") ? CellShape::CommaOrGroup : CellShape::Comma);
    for (const std::string_view mark : kGroupMarks) {
        const CellShape shape = groupedShape(withoutSign(cell), mark);
        if (shape != CellShape::Word)
            return shape;
    }
    return CellShape::Word;
}

/// The minus of Unicode at @p at as that of ASCII.
void makeMinusPlain(std::string &text, std::size_t at)
{
    for (const std::string_view minus : kMinusSigns) {
        if (text.compare(at, minus.size(), minus) == 0) {
            text.erase(at, minus.size() - 1);
            text[at] = '-';
            return;
        }
    }
}

/// What people write in the way in which programs do; nothing where there is nothing to change.
std::optional<std::string> plainSpelling(std::string_view cell)
{
    const auto isOdd = [](char character) {
        return static_cast<unsigned char>(character) > 0x7F || character == 'd' || character == 'D'
            || character == '=';
    };
    if (std::none_of(cell.begin(), cell.end(), isOdd))
        return std::nullopt;
    if (cell.size() > 3 && cell.starts_with("=\"") && cell.ends_with('"'))
        cell = trimmed(cell.substr(2, cell.size() - 3));
    std::string plain(cell);
    makeMinusPlain(plain, 0);
    // Fortran's exponent; "3d" and "1D2" may well be names.
    const std::size_t mark = plain.find_first_of("dDeE");
    if (mark != std::string::npos && mark > 0) {
        makeMinusPlain(plain, mark + 1);
        const bool hasPoint = plain.find('.') < mark || plain.find(',') < mark;
        const bool hasSign = mark + 1 < plain.size() && (plain[mark + 1] == '-' || plain[mark + 1] == '+');
        if (hasPoint || hasSign)
            plain[mark] = 'e';
    }
    return plain;
}

/// A number without what parts its thousands.
std::optional<double> ungrouped(std::string_view cell, DecimalMark mark)
{
    for (const std::string_view group : kGroupMarks) {
        if (group == (mark == DecimalMark::Point ? "." : ",") || !withoutGroups(withoutSign(cell), group))
            continue;
        std::string digits(cell);
        for (std::size_t at = digits.find(group); at != std::string::npos; at = digits.find(group))
            digits.erase(at, group.size());
        return spelledNumber(digits, mark);
    }
    return std::nullopt;
}

} // namespace

CellShape shapeOf(std::string_view text)
{
    const std::string_view cell = trimmed(text);
    if (cell.empty())
        return CellShape::Empty;
    const CellShape shape = shapeOfPlain(cell);
    if (shape != CellShape::Word)
        return shape;
    const std::optional<std::string> plain = plainSpelling(cell);
    return plain ? shapeOfPlain(*plain) : CellShape::Word;
}

bool isMeantAsNumber(CellShape shape)
{
    return shape != CellShape::Empty && shape != CellShape::Word;
}

std::optional<double> cellNumber(std::string_view text, DecimalMark mark)
{
    const std::string_view cell = trimmed(text);
    if (const std::optional<double> number = spelledNumber(cell, mark))
        return number;
    const std::optional<std::string> plain = plainSpelling(cell);
    if (!plain)
        return ungrouped(cell, mark);
    const std::optional<double> number = spelledNumber(*plain, mark);
    return number ? number : ungrouped(*plain, mark);
}

} // namespace overfit
