# SPDX-License-Identifier: GPL-3.0-or-later
# The works of others that end up in the programs, with the versions this build found. Said once, here; from it are made
#   THIRD-PARTY-NOTICES.txt   for people: in every package and in the window's About
#   overfit.spdx.json         for programs: a software bill of materials, SPDX 2.3 (https://spdx.github.io/spdx-spec/v2.3)
# A package that carries shared libraries of its own adds them as they are copied in (packaging/bill/finish.cmake).
find_package(Qt6 QUIET COMPONENTS Core)
include(${PROJECT_SOURCE_DIR}/cmake/FindEigen.cmake)
find_package(FastFloat REQUIRED)
find_package(muparser REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)

# libcsv tells its version only in its header.
function(overfit_csv_version result)
  file(STRINGS ${CSV_INCLUDE_DIR}/csv.h lines REGEX "^#define CSV_(MAJOR|MINOR|RELEASE)")
  string(REGEX MATCHALL "[0-9]+" numbers "${lines}")
  list(JOIN numbers "." version)
  set(${result} ${version} PARENT_SCOPE)
endfunction()
overfit_csv_version(csv_version)

set(notices_dir ${CMAKE_BINARY_DIR}/third-party)
set(licences ${PROJECT_SOURCE_DIR}/packaging/licences)
set(notices "")
set(spdx_packages "")
set(spdx_relations "")

# third_party(NAME VERSION LICENCE COPYRIGHT PURL HOMEPAGE TEXT NOTE)
# TEXT is the file of the licence in packaging/licences, or LICENSE for our own; NOTE says what is special.
function(third_party name version licence copyright purl homepage text note)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${text})
  if(text STREQUAL "LICENSE")
    set(words "The text is that of Overfit's own licence, in the file LICENSE.\n")
  else()
    file(READ ${licences}/${text} words)
  endif()
  string(REPEAT "=" 76 line)
  string(APPEND notices "${line}\n${name} ${version}\n${homepage}\nLicence: ${licence}\n${copyright}\n")
  if(note)
    string(APPEND notices "${note}\n")
  endif()
  string(APPEND notices "\n${words}\n")
  string(REGEX REPLACE "[^A-Za-z0-9.-]" "-" id ${name})
  set(package [[{"filesAnalyzed": false}]])
  foreach(pair IN ITEMS "name=${name}" "SPDXID=SPDXRef-Package-${id}" "versionInfo=${version}" "downloadLocation=${homepage}"
      "homepage=${homepage}" "licenseConcluded=${licence}" "licenseDeclared=${licence}" "copyrightText=${copyright}")
    string(REGEX MATCH "^([^=]+)=(.*)$" unused "${pair}")
    string(JSON package SET "${package}" ${CMAKE_MATCH_1} "\"${CMAKE_MATCH_2}\"")
  endforeach()
  string(JSON package SET "${package}" externalRefs
    "[{\"referenceCategory\": \"PACKAGE-MANAGER\", \"referenceType\": \"purl\", \"referenceLocator\": \"${purl}@${version}\"}]")
  list(APPEND spdx_packages "${package}")
  set(spdx_packages "${spdx_packages}" PARENT_SCOPE)
  set(relation [[{"relationshipType": "DEPENDS_ON", "spdxElementId": "SPDXRef-Package-overfit"}]])
  string(JSON relation SET "${relation}" relatedSpdxElement "\"SPDXRef-Package-${id}\"")
  list(APPEND spdx_relations "${relation}")
  set(spdx_relations "${spdx_relations}" PARENT_SCOPE)
  set(notices "${notices}" PARENT_SCOPE)
endfunction()

if(NOT OVERFIT_CORE_ONLY)
  set(qt_holds "")
  if(OVERFIT_QT_NOTICES)
    set(qt_holds "\nWhat it holds of others is in the file QT-THIRD-PARTY.txt.")
  endif()
  third_party("Qt" "${Qt6_VERSION}" "LGPL-3.0-only" "Copyright The Qt Company Ltd. and other contributors"
    "pkg:generic/qt" "https://download.qt.io/official_releases/qt/" LGPL-3.0.txt
    "Qt Core, Gui, Widgets, OpenGL, SVG. Linked as shared libraries: you may put others of your own making in their place.
A package with these libraries in it comes with the offer of their source in the file SOURCE-OFFER.txt.${qt_holds}")
  third_party("Qt Charts" "${Qt6_VERSION}" "GPL-3.0-only" "Copyright The Qt Company Ltd."
    "pkg:generic/qtcharts" "https://download.qt.io/official_releases/qt/" LICENSE
    "Because of it the program as a whole is passed on under version 3 of the GNU General Public License.")
endif()
third_party("Eigen" "${Eigen3_VERSION}" "MPL-2.0" "Copyright Benoit Jacob, Gael Guennebaud and other contributors"
  "pkg:gitlab/libeigen/eigen" "https://gitlab.com/libeigen/eigen" MPL-2.0.txt "Compiled in, unchanged.")
third_party("fast_float" "${FastFloat_VERSION}" "MIT" "Copyright Daniel Lemire and other contributors"
  "pkg:github/fastfloat/fast_float" "https://github.com/fastfloat/fast_float" fast_float.txt "Compiled in, unchanged.")
third_party("libcsv" "${csv_version}" "LGPL-2.1-or-later" "Copyright 2008 Robert Gamble"
  "pkg:github/rgamble/libcsv" "https://github.com/rgamble/libcsv" LGPL-2.1.txt "Unchanged.")
third_party("muParser" "${muparser_VERSION}" "BSD-2-Clause" "Copyright Ingo Berg"
  "pkg:github/beltoforion/muparser" "https://github.com/beltoforion/muparser" muParser.txt "Unchanged.")
third_party("CLI11" "${CLI11_VERSION}" "BSD-3-Clause"
  "Copyright University of Cincinnati, developed by Henry Schreiner under NSF AWARD 1414736"
  "pkg:github/CLIUtils/CLI11" "https://github.com/CLIUtils/CLI11" CLI11.txt "Compiled into overfit-cli, unchanged.")
third_party("nlohmann-json" "${nlohmann_json_VERSION}" "MIT" "Copyright Niels Lohmann and other contributors"
  "pkg:github/nlohmann/json" "https://github.com/nlohmann/json" nlohmann-json.txt "Compiled into overfit-cli, unchanged.")

if(MINGW)
  string(REGEX MATCH "^[0-9]+" gcc_major ${CMAKE_CXX_COMPILER_VERSION}) # Debian's tells no more
  third_party("GCC runtime libraries" "${gcc_major}" "GPL-3.0-or-later WITH GCC-exception-3.1"
    "Copyright Free Software Foundation, Inc." "pkg:generic/gcc" "https://gcc.gnu.org" LICENSE
    "libgcc and libstdc++, shipped unchanged but for their symbols.")
  file(WRITE ${notices_dir}/empty.c "")
  execute_process(COMMAND ${CMAKE_C_COMPILER} -dM -E -include _mingw.h ${notices_dir}/empty.c
    OUTPUT_VARIABLE macros COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE ".*__MINGW64_VERSION_MAJOR ([0-9]+).*" "\\1" mingw_major "${macros}")
  string(REGEX REPLACE ".*__MINGW64_VERSION_MINOR ([0-9]+).*" "\\1" mingw_minor "${macros}")
  third_party("winpthreads" "${mingw_major}.${mingw_minor}" "MIT AND BSD-3-Clause"
    "Copyright the mingw-w64 project, Lockless Inc. and others"
    "pkg:generic/mingw-w64" "https://www.mingw-w64.org" winpthreads.txt "Shipped unchanged but for its symbols.")
endif()

# --- for people ---

file(CONFIGURE OUTPUT ${notices_dir}/THIRD-PARTY-NOTICES.txt @ONLY CONTENT
[[Overfit @PROJECT_VERSION@ is free software under the GNU General Public License, version 3 or any later version (file LICENSE).
It contains or uses these works of others, in these versions:

@notices@
The data sets that come with Overfit are published measurements; @PROJECT_HOMEPAGE_URL@ names their sources, and the
window shows them with each set.
]])

# --- for programs ---

set(spdx [[{
  "spdxVersion": "SPDX-2.3",
  "dataLicense": "CC0-1.0",
  "SPDXID": "SPDXRef-DOCUMENT",
  "packages": [{
    "name": "overfit",
    "SPDXID": "SPDXRef-Package-overfit",
    "filesAnalyzed": false,
    "licenseConcluded": "GPL-3.0-only",
    "licenseDeclared": "GPL-3.0-or-later",
    "licenseComments": "As a whole under version 3, because of Qt Charts.",
    "copyrightText": "Copyright the Overfit authors",
    "primaryPackagePurpose": "APPLICATION"
  }],
  "relationships": [{
    "spdxElementId": "SPDXRef-DOCUMENT",
    "relationshipType": "DESCRIBES",
    "relatedSpdxElement": "SPDXRef-Package-overfit"
  }]
}]])
string(JSON spdx SET "${spdx}" name "\"overfit-${PROJECT_VERSION}\"")
string(JSON spdx SET "${spdx}" creationInfo
  "{\"created\": \"${OVERFIT_RELEASE_DATE}T00:00:00Z\", \"creators\": [\"Tool: overfit-cmake\", \"Organization: Overfit authors (${OVERFIT_CONTACT})\"]}")
string(JSON spdx SET "${spdx}" packages 0 versionInfo "\"${PROJECT_VERSION}\"")
string(JSON spdx SET "${spdx}" packages 0 downloadLocation "\"${PROJECT_HOMEPAGE_URL}\"")
foreach(array IN ITEMS packages relationships)
  string(REPLACE "relationships" "spdx_relations" values ${array})
  string(REPLACE "packages" "spdx_packages" values ${values})
  set(index 1)
  foreach(value IN LISTS ${values})
    string(JSON spdx SET "${spdx}" ${array} ${index} "${value}")
    math(EXPR index "${index} + 1")
  endforeach()
endforeach()
# packaging/bill/finish.cmake names it: "documentNamespace".
file(CONFIGURE OUTPUT ${notices_dir}/overfit.spdx.json CONTENT "${spdx}\n" @ONLY)
