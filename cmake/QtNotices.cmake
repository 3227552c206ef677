# SPDX-License-Identifier: GPL-3.0-or-later
# What Qt's own binaries hold of others, for packages with a Qt that is not a distribution's: Qt as its makers build it for
# Windows and macOS has zlib, libpng, HarfBuzz and more inside. Needs doc_dir and QT6_INSTALL_PREFIX.
#   QT-THIRD-PARTY.txt   the texts, kept with the sources
#   qt-sbom/*.spdx       what this very Qt holds; Qt 6.8 and later come with it
install(FILES ${CMAKE_CURRENT_LIST_DIR}/../packaging/licences/qt-third-party.txt
  DESTINATION ${doc_dir} RENAME QT-THIRD-PARTY.txt)
file(GLOB qt_bills "${QT6_INSTALL_PREFIX}/sbom/qtbase-*.spdx" "${QT6_INSTALL_PREFIX}/sbom/qtsvg-*.spdx"
  "${QT6_INSTALL_PREFIX}/sbom/qtcharts-*.spdx")
if(qt_bills)
  install(FILES ${qt_bills} DESTINATION ${doc_dir}/qt-sbom)
else()
  message(STATUS "This Qt does not tell what it holds of others; packaging/licences/qt-third-party.txt tells it of Qt 6.4.2")
endif()
