# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack after it has packed.
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/repack ${CPACK_PACKAGE_FILES} COMMAND_ERROR_IS_FATAL ANY)
