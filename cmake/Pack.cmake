# SPDX-License-Identifier: GPL-3.0-or-later
# How what Install.cmake installs becomes packages. ./dev package calls it.
set(CPACK_PACKAGE_NAME overfit)
set(CPACK_PACKAGE_VENDOR "The Overfit authors")
set(CPACK_PACKAGE_CONTACT "The Overfit authors <${OVERFIT_CONTACT}>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "A program to show overfitting with: drag the degree of a polynomial, the
train size or the epochs, and see at once what becomes of the fit and of its
training and validation accuracy. For a class in front of a projector, and
for students alone. The command line program overfit-cli does the same
without a display.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/packaging/bill/package_kind.cmake)
set(CPACK_STRIP_FILES ON)
# Whatever the umask of the builder.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_VERBATIM_VARIABLES ON)
# Two builds of one commit give the same bytes: no file keeps the time at which it was made.
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/packaging/set_times.cmake)

if(WIN32)
  include(cmake/Windows.cmake)
elseif(APPLE)
  set(CPACK_GENERATOR DragNDrop) # a disk image with a link to the applications
  set(CPACK_SYSTEM_NAME macos-${CMAKE_SYSTEM_PROCESSOR})
  set(CPACK_DMG_VOLUME_NAME Overfit)
elseif(CMAKE_SYSTEM_NAME STREQUAL Linux)
  string(TOLOWER ${CMAKE_SYSTEM_PROCESSOR} processor)
  set(CPACK_SYSTEM_NAME linux-${processor})
  if(OVERFIT_BUNDLE_QT)
    set(CPACK_GENERATOR TGZ STGZ)
    set(CPACK_PACKAGING_INSTALL_PREFIX /)
    set(CPACK_POST_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/packaging/linux/repack.cmake)
  else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  endif()
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_SECTION science)
  set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${PROJECT_HOMEPAGE_URL})
  set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland") # loaded by name: no tool finds it
  set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
  set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
  set(CPACK_RPM_PACKAGE_GROUP "Applications/Engineering")
  set(CPACK_RPM_PACKAGE_URL ${PROJECT_HOMEPAGE_URL})
  set(CPACK_RPM_PACKAGE_RELEASE 1)
  # Folders that the system has already, and that this package must not claim.
  set(shared_dirs /usr/share/applications /usr/share/metainfo /usr/share/mime /usr/share/mime/packages /usr/share/man
    /usr/share/man/man1 /usr/share/doc /usr/share/icons /usr/share/icons/hicolor)
  foreach(size IN ITEMS scalable 16x16 24x24 32x32 48x48 64x64 128x128 256x256 512x512)
    list(APPEND shared_dirs /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps
      /usr/share/icons/hicolor/${size}/mimetypes)
  endforeach()
  set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION ${shared_dirs})
  # The builder's name and clock stay out of it.
  set(CPACK_RPM_SPEC_MORE_DEFINE "%define _buildhost overfit
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _build_id_links none")
endif()
include(CPack)
