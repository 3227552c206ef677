// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/json_text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;

// The library's own dump() puts every number of a list on a line of its own, or all of the text on one.
class Writer
{
public:
    explicit Writer(NumberText number) : m_number(number) { }

    void write(const Json &value)
    {
        if (value.is_object())
            writeObject(value);
        else if (value.is_array())
            writeArray(value);
        else if (value.is_number_float())
            m_text += std::isfinite(value.get<double>()) ? m_number(value.get<double>()) : "null";
        else
            m_text += value.dump();
    }

    [[nodiscard]] std::string text() const { return m_text + '\n'; }

private:
    void startLine()
    {
        m_text += '\n';
        m_text.append(2 * m_depth, ' ');
    }

    void writeObject(const Json &object)
    {
        const char *separator = "";
        m_text += '{';
        ++m_depth;
        for (const auto &[key, value] : object.items()) {
            m_text += separator;
            startLine();
            m_text += Json(key).dump();
            m_text += ": ";
            write(value);
            separator = ",";
        }
        --m_depth;
        startLine();
        m_text += '}';
    }

    void writeArray(const Json &array)
    {
        const char *separator = "";
        m_text += '[';
        for (const Json &value : array) {
            m_text += separator;
            write(value);
            separator = ", ";
        }
        m_text += ']';
    }

    NumberText m_number;
    std::string m_text;
    std::size_t m_depth = 0;
};

} // namespace

std::string shortestNumber(double value)
{
    return Json(value).dump();
}

std::string jsonText(const Json &json, NumberText number)
{
    Writer writer(number);
    writer.write(json);
    return writer.text();
}

} // namespace overfit
