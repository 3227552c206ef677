# SPDX-License-Identifier: GPL-3.0-or-later
# What is done for Windows alone: the resources of the programs, what is installed beside them, and the installer. Comes
# after the targets, and before include(CPack).

# --- builds that can be repeated to the bit ---

if(MINGW)
  target_link_options(overfit_flags INTERFACE -Wl,--no-insert-timestamp)
elseif(MSVC)
  target_link_options(overfit_flags INTERFACE /Brepro)
endif()

# --- icons, versions, manifests ---

set(overfit_program_icon ${PROJECT_SOURCE_DIR}/packaging/windows/overfit.ico)
set(overfit_document_icon ${PROJECT_SOURCE_DIR}/packaging/windows/overfit-document.ico)

# overfit_windows_resource(TARGET DESCRIPTION [ICON...]); the manifest is app/windows/TARGET.manifest.in.
function(overfit_windows_resource target description)
  set(name ${target})
  set(vendor "${CPACK_PACKAGE_VENDOR}")
  set(manifest ${PROJECT_BINARY_DIR}/windows/${target}.manifest)
  set(icons "")
  set(number 1)
  foreach(icon IN LISTS ARGN)
    string(APPEND icons "${number} ICON \"${icon}\"\n")
    math(EXPR number "${number} + 1")
  endforeach()
  configure_file(${PROJECT_SOURCE_DIR}/app/windows/${target}.manifest.in ${manifest} @ONLY)
  configure_file(${PROJECT_SOURCE_DIR}/app/windows/program.rc.in ${PROJECT_BINARY_DIR}/windows/${target}.rc @ONLY)
  target_sources(${target} PRIVATE ${PROJECT_BINARY_DIR}/windows/${target}.rc)
  if(MSVC)
    target_sources(${target} PRIVATE ${manifest})
  endif()
endfunction()

set(overfit_programs "")
if(TARGET overfit)
  overfit_windows_resource(overfit "Overfit" ${overfit_program_icon} ${overfit_document_icon})
  list(APPEND overfit_programs overfit)
endif()
if(TARGET overfit-cli)
  overfit_windows_resource(overfit-cli "Overfit for the command line" ${overfit_program_icon})
  list(APPEND overfit_programs overfit-cli)
endif()

# --- what is installed ---

if(CMAKE_CROSSCOMPILING)
  install(TARGETS ${overfit_programs} RUNTIME DESTINATION bin)
else()
  # Other libraries than Qt's, which Qt's own script sees to.
  install(TARGETS ${overfit_programs} RUNTIME_DEPENDENCY_SET overfit_libraries RUNTIME DESTINATION bin)
  install(RUNTIME_DEPENDENCY_SET overfit_libraries
    DIRECTORIES ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}
    PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" "^[Qq]t6"
    POST_EXCLUDE_REGEXES ".*[/\\\\][Ss]ystem32[/\\\\].*"
    RUNTIME DESTINATION bin)
  set(CMAKE_INSTALL_SYSTEM_RUNTIME_DESTINATION bin)
  include(InstallRequiredSystemLibraries)
endif()

if(MINGW)
  # Stripped: libstdc++-6.dll has 21 MB of symbols. With -p each keeps the time that is written in it.
  set(overfit_runtime "")
  foreach(dll libgcc_s_seh-1.dll libstdc++-6.dll libwinpthread-1.dll)
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=${dll}
      OUTPUT_VARIABLE source OUTPUT_STRIP_TRAILING_WHITESPACE)
    set(stripped ${PROJECT_BINARY_DIR}/windows/${dll})
    add_custom_command(OUTPUT ${stripped} COMMAND ${CMAKE_STRIP} -p -o ${stripped} ${source} VERBATIM)
    list(APPEND overfit_runtime ${stripped})
  endforeach()
  add_custom_target(overfit_mingw_runtime ALL DEPENDS ${overfit_runtime})
  install(FILES ${overfit_runtime} DESTINATION bin)
endif()

if(TARGET overfit)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Charts Svg)
  if(NOT CMAKE_CROSSCOMPILING)
    if(Qt6_VERSION VERSION_LESS 6.5)
      qt_generate_deploy_app_script(TARGET overfit FILENAME_VARIABLE deploy_script)
    else()
      qt_generate_deploy_app_script(TARGET overfit OUTPUT_SCRIPT deploy_script NO_TRANSLATIONS)
    endif()
    install(SCRIPT ${deploy_script})
  else()
    # windeployqt runs on Windows only. Charts links the OpenGL libraries, the others what they name.
    find_package(Qt6 6.4 REQUIRED COMPONENTS OpenGL OpenGLWidgets)
    install(IMPORTED_RUNTIME_ARTIFACTS
      Qt6::Core Qt6::Gui Qt6::Widgets Qt6::OpenGL Qt6::OpenGLWidgets Qt6::Charts Qt6::Svg RUNTIME DESTINATION bin)
    foreach(plugin platforms/qwindows styles/qwindowsvistastyle)
      cmake_path(GET plugin PARENT_PATH type)
      install(FILES ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_PLUGINS}/${plugin}.dll DESTINATION plugins/${type})
    endforeach()
    file(WRITE ${PROJECT_BINARY_DIR}/windows/qt.conf "[Paths]\nPrefix=..\nPlugins=plugins\n")
    install(FILES ${PROJECT_BINARY_DIR}/windows/qt.conf DESTINATION bin)
  endif()
endif()

overfit_finish_bill("*.dll")

# --- ZIP and installer ---

set(CPACK_GENERATOR ZIP NSIS)
set(CPACK_SYSTEM_NAME win64)
set(CPACK_MONOLITHIC_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Overfit)
# NSIS.template.in, in place of CPack's own: that one knows neither an installation for one user nor file types.
list(PREPEND CMAKE_MODULE_PATH ${PROJECT_SOURCE_DIR}/packaging/windows)
set(CPACK_MODULE_PATH ${CMAKE_MODULE_PATH})
set(CPACK_NSIS_COMPRESSOR "/SOLID lzma")
set(CPACK_NSIS_DISPLAY_NAME Overfit)
set(CPACK_NSIS_PACKAGE_NAME Overfit)
set(CPACK_NSIS_MUI_ICON ${overfit_program_icon})
set(CPACK_OVERFIT_FOLDER ${PROJECT_SOURCE_DIR}/packaging/windows)
if(CMAKE_HOST_UNIX)
  # A 64-bit installer. The NSIS for Windows makes only 32-bit ones, which install the same.
  set(CPACK_NSIS_DEFINES "  Target amd64-unicode")
endif()
