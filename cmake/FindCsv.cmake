# SPDX-License-Identifier: GPL-3.0-or-later
# libcsv has neither a CMake package nor a pkg-config file. Gives the target overfit_csv.
find_path(CSV_INCLUDE_DIR csv.h PATH_SUFFIXES libcsv REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED)
mark_as_advanced(CSV_INCLUDE_DIR CSV_LIBRARY)
add_library(overfit_csv INTERFACE)
target_include_directories(overfit_csv SYSTEM INTERFACE ${CSV_INCLUDE_DIR})
target_link_libraries(overfit_csv INTERFACE ${CSV_LIBRARY})
