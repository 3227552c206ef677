# SPDX-License-Identifier: GPL-3.0-or-later
# overfit_sign(libraries|bundle BUNDLE): with codesign_identity and codesign_options, from the inside out, as Apple wants it. Included by the install script.
#   libraries   what was copied in; a change of theirs breaks no seal yet
#   bundle      the seal over everything: the last step
cmake_policy(PUSH)
cmake_policy(VERSION 3.25) # an install script starts with none

function(overfit_codesign)
  execute_process(COMMAND codesign --force ${codesign_options} --sign "${codesign_identity}" ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(overfit_sign what bundle)
  if(what STREQUAL "libraries")
    file(GLOB frameworks LIST_DIRECTORIES true "${bundle}/Contents/Frameworks/*.framework")
    file(GLOB_RECURSE libraries LIST_DIRECTORIES false "${bundle}/Contents/*.dylib")
    list(SORT libraries)
    overfit_codesign(${libraries} ${frameworks})
  else()
    overfit_codesign("${bundle}/Contents/MacOS/overfit-cli")
    overfit_codesign("${bundle}")
    execute_process(COMMAND codesign --verify --deep --strict "${bundle}" COMMAND_ERROR_IS_FATAL ANY)
  endif()
endfunction()
cmake_policy(POP)
