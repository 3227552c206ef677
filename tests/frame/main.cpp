// SPDX-License-Identifier: GPL-3.0-or-later
// The main() of every program of tests. PROGRAM TEST [ARGUMENT of Qt Test...] runs the class of TEST.cpp;
// without arguments it says which there are.
#include "tests/frame/test_class.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace overfit::test {
namespace {

/// Not a variable of its own: classes are added before main() begins.
std::map<std::string, TestMain, std::less<>> &knownTests()
{
    static std::map<std::string, TestMain, std::less<>> tests;
    return tests;
}

void printNames(std::FILE *stream)
{
    for (const auto &[name, run] : knownTests())
        std::fprintf(stream, "%s\n", name.c_str());
}

} // namespace

bool addTest(const char *file, TestMain run)
{
    std::string_view name = file;
    name.remove_prefix(name.find_last_of("/\\") + 1); // where there is none, npos + 1 is 0
    name = name.substr(0, name.rfind('.'));
    if (knownTests().emplace(name, run).second)
        return true;
    std::fprintf(stderr, "%s: another file of this program has the same name\n", file);
    std::abort();
}

} // namespace overfit::test

int main(int argc, char **argv)
{
    if (argc < 2) {
        overfit::test::printNames(stdout);
        return 0;
    }
    const auto &tests = overfit::test::knownTests();
    const auto test = tests.find(std::string_view(argv[1]));
    if (test == tests.end()) {
        std::fprintf(stderr, "there is no test %s; there are:\n", argv[1]);
        overfit::test::printNames(stderr);
        return 2;
    }
    std::copy(argv + 2, argv + argc + 1,
        argv + 1); // with the null pointer behind the last: Qt Test does not see the name
    return test->second(argc - 1, argv);
}
