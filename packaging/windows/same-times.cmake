# SPDX-License-Identifier: GPL-3.0-or-later
# Runs before CPack packs: gives all files the time of SOURCE_DATE_EPOCH, so that an archive of the same files is the same.
find_program(TOUCH touch)
if(TOUCH AND NOT "$ENV{SOURCE_DATE_EPOCH}" STREQUAL "")
  file(GLOB_RECURSE files LIST_DIRECTORIES true ${CPACK_TEMPORARY_DIRECTORY}/*)
  if(files)
    execute_process(COMMAND ${TOUCH} -h -d @$ENV{SOURCE_DATE_EPOCH} ${files} COMMAND_ERROR_IS_FATAL ANY)
  endif()
endif()
