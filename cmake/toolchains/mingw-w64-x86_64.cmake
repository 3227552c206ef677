# SPDX-License-Identifier: GPL-3.0-or-later
# Builds for 64-bit Windows on Linux, with MinGW-w64 in its posix flavour: std::thread needs that one. What is not MinGW's
# own, such as Eigen or a Qt, is looked for in the folders of OVERFIT_MINGW_ROOTS and nowhere else.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(OVERFIT_MINGW_ROOTS "" CACHE STRING "Folders with include, lib and share of libraries for MinGW")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES OVERFIT_MINGW_ROOTS)

set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

set(CMAKE_FIND_ROOT_PATH ${OVERFIT_MINGW_ROOTS} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
