// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_file.h"

#include "core/files/experiment_parts.h"
#include "core/files/json_members.h"
#include "core/files/json_reading.h"
#include "core/text/json_text.h"
#include "core/text/path_utf8.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <new>
#include <system_error>
#include <utility>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;
using Reason = ExperimentError::Reason;

constexpr const char *kFormat = "overfit-experiment";
constexpr std::size_t kPieceSize = 1 << 16;

/// FNV-1a, 64 bits, as 16 hexadecimal digits.
std::string checksumOf(const Json &part)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char character : part.dump()) {
        hash ^= static_cast<unsigned char>(character);
        hash *= 0x100000001b3U;
    }
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xfU];
    return text;
}

Json checksumsOf(const Json &parts)
{
    Json checksums;
    for (const auto &[name, part] : parts.items())
        checksums[name] = checksumOf(part);
    return checksums;
}

/// The parts that are known, and nothing else, in a version that is known.
void checkOutermost(const Json &root)
{
    const auto format = root.is_object() ? root.find("format") : root.end();
    if (!root.is_object() || format == root.end() || *format != kFormat)
        throw ExperimentError{Reason::NotAnExperiment};
    const auto version = root.find("version");
    if (version != root.end() && version->is_number_integer() && *version > kExperimentVersion)
        throw ExperimentError{Reason::NewerVersion, {}, 0, 0, "version", shortened(version->dump(), 40)};
    const JsonMembers members(root, {},
        {"format", "version", "program", "data", "model", "training", "comparison", "view", "checksums"});
    static_cast<void>(members.at("version"));
    static_cast<void>(members.wholeOr("version", {1, kExperimentVersion}, 1));
    static_cast<void>(members.textOr("program", {}));
    static_cast<void>(members.at("data"));
}

void checkChecksums(const Json &root)
{
    if (!root.contains("checksums"))
        return;
    const JsonMembers checksums(
        root.at("checksums"), "checksums", {"data", "model", "training", "comparison", "view"});
    for (const std::string_view name : kExperimentParts) {
        const auto part = root.find(name);
        if (part == root.end() && !checksums.has(name))
            continue;
        if (part == root.end())
            throw ExperimentError{Reason::MissingMember, {}, 0, 0, std::string(name)};
        if (checksums.text(name) != checksumOf(*part))
            throw ExperimentError{Reason::Changed, {}, 0, 0, std::string(name)};
    }
}

Experiment parsed(std::string_view text)
{
    const Json root = readJson(text);
    checkOutermost(root);
    Experiment experiment = experimentFrom(root); // a wrong value is told as such, not as a wrong checksum
    checkChecksums(root);
    return experiment;
}

/// The whole file, in pieces, so that reading can be stopped.
std::variant<std::string, ExperimentError> contentOf(const std::filesystem::path &path, const StopToken &stop)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return ExperimentError{Reason::IsDirectory};
    if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored))
        return ExperimentError{Reason::NotAFile};
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    std::string text;
    std::vector<char> piece(kPieceSize);
    while (stream && !stop.requested()) {
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
        if (text.size() > kLargestExperiment)
            return ExperimentError{Reason::TooLarge};
    }
    if (!stream.eof() && !stop.requested()) {
        ExperimentError error{Reason::CannotOpen};
        error.found = std::generic_category().message(errno);
        return error;
    }
    return text;
}

} // namespace

std::string experimentText(const Experiment &experiment, const std::string &program)
{
    const Json parts = partsOf(experiment);
    Json root{{"format", kFormat}, {"version", kExperimentVersion}, {"program", program}};
    root.update(parts);
    root["checksums"] = checksumsOf(parts);
    return jsonText(root, shortestNumber);
}

ExperimentResult parseExperiment(std::string_view text, const std::string &file)
{
    ExperimentError refused;
    try {
        return parsed(text);
    } catch (const ExperimentError &error) {
        refused = error;
    } catch (const std::bad_alloc &) {
        refused.reason = Reason::TooLarge;
    }
    refused.file = file;
    return refused;
}

ExperimentResult readExperiment(const std::filesystem::path &path, const StopToken &stop)
{
    auto content = contentOf(path, stop);
    if (auto *const error = std::get_if<ExperimentError>(&content)) {
        error->file = utf8(path);
        return *error;
    }
    return parseExperiment(std::get<std::string>(content), utf8(path));
}

} // namespace overfit
