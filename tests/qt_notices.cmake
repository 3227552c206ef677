# SPDX-License-Identifier: GPL-3.0-or-later
# Packages with a Qt of its makers hold the notices of what is inside of it.
# cmake -DSOURCE_DIR=<checkout> -DWORK_DIR=<scratch folder> -DGENERATOR=<CMake generator> -DMAKE_PROGRAM=<its program>
#   -P tests/qt_notices.cmake
cmake_minimum_required(VERSION 3.25)

# install_with(BILL...): installs by cmake/QtNotices.cmake, with a Qt that has these bills of materials; into WORK_DIR/root/p.
function(install_with)
  file(REMOVE_RECURSE ${WORK_DIR})
  foreach(bill IN LISTS ARGN)
    file(WRITE ${WORK_DIR}/qt/sbom/${bill} "SPDXVersion: SPDX-2.3\n")
  endforeach()
  file(WRITE ${WORK_DIR}/project/CMakeLists.txt
"cmake_minimum_required(VERSION 3.25)
project(packs LANGUAGES NONE)
set(doc_dir doc)
set(QT6_INSTALL_PREFIX ${WORK_DIR}/qt)
include(${SOURCE_DIR}/cmake/QtNotices.cmake)\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -G ${GENERATOR} -DCMAKE_MAKE_PROGRAM=${MAKE_PROGRAM} -S ${WORK_DIR}/project
    -B ${WORK_DIR}/build -DCMAKE_INSTALL_PREFIX=/p OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env DESTDIR=${WORK_DIR}/root ${CMAKE_COMMAND} --install ${WORK_DIR}/build
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# expect_files(FILE...): just these are below the folder of the documents.
function(expect_files)
  file(GLOB_RECURSE found RELATIVE ${WORK_DIR}/root/p/doc ${WORK_DIR}/root/p/doc/*)
  list(SORT found)
  if(NOT found STREQUAL "${ARGN}")
    message(SEND_ERROR "'${ARGN}' was expected, and '${found}' was installed")
  endif()
endfunction()

install_with()
expect_files(QT-THIRD-PARTY.txt)
file(READ ${WORK_DIR}/root/p/doc/QT-THIRD-PARTY.txt text)
foreach(work IN ITEMS "Qt 6.4.2" double-conversion freetype harfbuzz-ng libjpeg libpng md4c pcre2 zlib iaccessible2
    "License: FTL\n" "License: Zlib\n" "License: libpng\n" "License: BSD-3-clause\n" "License: Expat\n" "License: Harfbuzz\n")
  string(FIND "${text}" "${work}" where)
  if(where EQUAL -1)
    message(SEND_ERROR "The notices lack ${work}")
  endif()
endforeach()

install_with(qtbase-6.8.1.spdx qtcharts-6.8.1.spdx qtsvg-6.8.1.spdx qtwebengine-6.8.1.spdx)
expect_files(QT-THIRD-PARTY.txt qt-sbom/qtbase-6.8.1.spdx qt-sbom/qtcharts-6.8.1.spdx qt-sbom/qtsvg-6.8.1.spdx)
file(REMOVE_RECURSE ${WORK_DIR})
