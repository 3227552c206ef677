# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and where. The packages of Pack.cmake hold exactly this.
include(GNUInstallDirs)

# --- what every package has: the licences and the bill of materials ---

if(APPLE)
  set(doc_dir overfit.app/Contents/Resources/doc)
elseif(WIN32)
  set(doc_dir doc)
else()
  set(doc_dir ${CMAKE_INSTALL_DOCDIR})
endif()
# overfit_finish_bill(PATTERN...): after all that is installed, adds the files of others, if there are any, to the bill of
# materials, and gives it its name.
function(overfit_finish_bill)
  install(CODE "
    set(doc_dir \"${doc_dir}\")
    set(bundled \"${ARGN}\")
    set(name_prefix \"${PROJECT_HOMEPAGE_URL}/spdx/overfit-${PROJECT_VERSION}\")
    include(\"${PROJECT_SOURCE_DIR}/packaging/bill/finish.cmake\")")
endfunction()
if(OVERFIT_CORE_ONLY AND NOT WIN32)
  return() # nothing that a package is made of
endif()
install(FILES ${notices_dir}/THIRD-PARTY-NOTICES.txt ${notices_dir}/overfit.spdx.json DESTINATION ${doc_dir})
if(WIN32)
  install(FILES LICENSE DESTINATION ${doc_dir} RENAME LICENSE.txt) # a double click opens it
else()
  install(FILES LICENSE DESTINATION ${doc_dir})
endif()

if(NOT OVERFIT_CORE_ONLY AND (WIN32 OR APPLE OR OVERFIT_BUNDLE_QT))
  # Qt is in it.
  configure_file(packaging/SOURCE-OFFER.txt.in third-party/SOURCE-OFFER.txt @ONLY)
  install(FILES ${notices_dir}/SOURCE-OFFER.txt DESTINATION ${doc_dir})
endif()

if(OVERFIT_QT_NOTICES AND NOT OVERFIT_CORE_ONLY)
  include(cmake/QtNotices.cmake)
endif()

if(WIN32)
  return() # the rest is in Windows.cmake, with the installer
elseif(APPLE)
  include(cmake/Macos.cmake)
  return()
endif()

# --- Linux ---

install(TARGETS overfit overfit-cli RUNTIME_DEPENDENCY_SET overfit_dependencies RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

set(app_id org.overfit.Overfit) # of the desktop entry, the metainfo and the icon; the window says it too
set(linux_dir ${CMAKE_BINARY_DIR}/linux)
configure_file(packaging/linux/${app_id}.metainfo.xml.in linux/${app_id}.metainfo.xml @ONLY)
install(FILES packaging/linux/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux_dir}/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/linux/${app_id}.mime.xml
  DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${app_id}.xml)

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES packaging/icons/overfit.svg DESTINATION ${icons}/scalable/apps RENAME ${app_id}.svg)
install(FILES packaging/icons/overfit-document.svg
  DESTINATION ${icons}/scalable/mimetypes RENAME application-x-overfit+json.svg)
foreach(size IN ITEMS 16 24 32 48 64 128 256 512)
  install(FILES packaging/icons/png/overfit-${size}.png
    DESTINATION ${icons}/${size}x${size}/apps RENAME ${app_id}.png)
  install(FILES packaging/icons/png/overfit-document-${size}.png
    DESTINATION ${icons}/${size}x${size}/mimetypes RENAME application-x-overfit+json.png)
endforeach()

# Debian wants them compressed; without a time in it (-n), so that two builds give the same bytes.
find_program(GZIP gzip REQUIRED)
function(overfit_compress file)
  set(plain ${linux_dir}/${file})
  cmake_path(GET plain FILENAME name)
  add_custom_command(OUTPUT ${linux_dir}/${name}.gz
    COMMAND ${GZIP} -9nc ${plain} > ${linux_dir}/${name}.gz DEPENDS ${plain} VERBATIM)
  set_property(GLOBAL APPEND PROPERTY overfit_compressed ${linux_dir}/${name}.gz)
endfunction()
foreach(program IN ITEMS overfit overfit-cli)
  configure_file(packaging/linux/${program}.1.in linux/${program}.1 @ONLY)
  overfit_compress(${program}.1)
  install(FILES ${linux_dir}/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()

if(OVERFIT_BUNDLE_QT)
  include(cmake/Bundle.cmake)
else()
  # Debian's own: with the date of the release in the form that it wants.
  execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C date -u -d ${OVERFIT_RELEASE_DATE} "+%a, %d %b %Y %H:%M:%S +0000"
    OUTPUT_VARIABLE debian_date OUTPUT_STRIP_TRAILING_WHITESPACE)
  configure_file(packaging/debian/changelog.in linux/changelog @ONLY)
  overfit_compress(changelog)
  install(FILES packaging/debian/copyright ${linux_dir}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
  overfit_finish_bill()
endif()

get_property(compressed GLOBAL PROPERTY overfit_compressed)
add_custom_target(overfit_package_documents ALL DEPENDS ${compressed})
