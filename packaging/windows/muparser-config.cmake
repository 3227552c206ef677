# SPDX-License-Identifier: GPL-3.0-or-later
# For the muParser that core-check builds: it is linked statically.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../../../include/muParserDef.h muparser_VERSION LIMIT_COUNT 1 REGEX "ParserVersion = ")
string(REGEX MATCH "[0-9][0-9.]*[0-9]" muparser_VERSION "${muparser_VERSION}")
add_library(muparser::muparser STATIC IMPORTED)
set_target_properties(muparser::muparser PROPERTIES
  IMPORTED_LOCATION ${CMAKE_CURRENT_LIST_DIR}/../../libmuparser.a
  INTERFACE_COMPILE_DEFINITIONS MUPARSER_STATIC
  INTERFACE_INCLUDE_DIRECTORIES ${CMAKE_CURRENT_LIST_DIR}/../../../include)
