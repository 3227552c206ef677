// SPDX-License-Identifier: GPL-3.0-or-later

// Usage: corpus_NAME FOLDER
// Gives every file of a corpus to a target of libFuzzer, without the fuzzer: what it once found stays mended,
// and every compiler and sanitizer gets to see it.

#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

/// In an order that does not depend on the file system.
std::vector<std::filesystem::path> filesIn(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 2 || !std::filesystem::is_directory(arguments[1])) {
        std::cerr << "Name the folder of a corpus.\n";
        return 2;
    }
    const std::vector<std::filesystem::path> files = filesIn(arguments[1]);
    for (const std::filesystem::path &file : files) {
        std::ifstream stream(file, std::ios::binary);
        const std::string content(std::istreambuf_iterator<char>(stream), {});
        std::cout << file.filename().string() << ", " << content.size() << " bytes" << std::endl;
        if (content.empty())
            return 1; // unreadable, or a seed of nothing
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(content.data()), content.size());
    }
    return files.empty() ? 1 : 0;
}
