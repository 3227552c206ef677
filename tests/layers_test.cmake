# SPDX-License-Identifier: GPL-3.0-or-later
add_test(NAME layers
  COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${PROJECT_SOURCE_DIR} -P ${CMAKE_CURRENT_SOURCE_DIR}/layers.cmake)
add_test(NAME layers_catches_violations
  COMMAND ${CMAKE_COMMAND} -DWORK_DIR=${CMAKE_CURRENT_BINARY_DIR}/layers_violations
    -P ${CMAKE_CURRENT_SOURCE_DIR}/layers_catches_violations.cmake)
