# SPDX-License-Identifier: GPL-3.0-or-later
# Linux, with Qt inside: for any distribution whose C library is no older than that of the machine that builds.
# DT_RPATH instead of DT_RUNPATH: it also serves the libraries that libraries load, and the plugins.
set_target_properties(overfit overfit-cli PROPERTIES INSTALL_RPATH "$ORIGIN/../lib")
target_link_options(overfit PRIVATE -Wl,--disable-new-dtags)
target_link_options(overfit-cli PRIVATE -Wl,--disable-new-dtags)

# Plugins are loaded by name, so nothing links them. A shared Qt names no targets for them.
foreach(plugin IN ITEMS platforms/libqxcb platforms/libqoffscreen platforms/libqwayland-generic
    xcbglintegrations/libqxcb-egl-integration xcbglintegrations/libqxcb-glx-integration
    platforminputcontexts/libcomposeplatforminputcontextplugin platforminputcontexts/libibusplatforminputcontextplugin
    wayland-shell-integration/libxdg-shell wayland-decoration-client/libbradient
    imageformats/libqjpeg)
  set(file "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_PLUGINS}/${plugin}${CMAKE_SHARED_MODULE_SUFFIX}")
  if(NOT EXISTS "${file}")
    message(STATUS "Bundle: this Qt has no ${plugin}")
    continue()
  endif()
  string(MAKE_C_IDENTIFIER "bundled_${plugin}" target)
  add_library(${target} MODULE IMPORTED)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION "${file}")
  cmake_path(GET plugin PARENT_PATH type)
  install(IMPORTED_RUNTIME_ARTIFACTS ${target} RUNTIME_DEPENDENCY_SET overfit_dependencies LIBRARY DESTINATION plugins/${type})
endforeach()

# The left out belong to the system: its C and C++ libraries, its graphics, its fonts, its message bus.
install(RUNTIME_DEPENDENCY_SET overfit_dependencies
  PRE_EXCLUDE_REGEXES
    "^ld-linux" "^lib(c|m|dl|pthread|rt|resolv)\\.so" "^lib(stdc\\+\\+|gcc_s)\\.so"
    "^lib(GL|EGL|GLX|GLdispatch|OpenGL|GLESv2)\\.so" "^lib(drm|gbm|X11|X11-xcb|xcb|expat|z|uuid)\\.so" "^libxcb-(dri|glx)"
    "^lib(fontconfig|freetype|harfbuzz|dbus-1|systemd)\\.so" "^libglib-2\\.0\\.so" "^libwayland-"
  LIBRARY DESTINATION lib)

file(CONFIGURE OUTPUT ${linux_dir}/qt.conf CONTENT "[Paths]\nPrefix=..\nPlugins=plugins\n" @ONLY)
install(FILES ${linux_dir}/qt.conf DESTINATION ${CMAKE_INSTALL_BINDIR})
overfit_finish_bill("lib/*.so*" "plugins/*.so")
