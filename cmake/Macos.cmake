# SPDX-License-Identifier: GPL-3.0-or-later
# The bundle and the disk image. Never run so far: written after Qt's and CMake's documentation. The libraries in it must run on the
# macOS that CMAKE_OSX_DEPLOYMENT_TARGET says: Homebrew's run on that of their builder only, so packaging/macos/build-libcsv builds
# the one that is linked, and packaging/macos/check-links looks at every file.
#
# Signing. Apple silicon refuses unsigned code, so without an identity the bundle is signed ad hoc, and its users allow it in
# System Settings > Privacy & Security at its first start. With OVERFIT_CODESIGN_IDENTITY ("Developer ID Application: …") it is
# signed for notarisation; packaging/macos/notarise then has Apple look at the image. Qt's deployment rewrites the libraries'
# load commands, which breaks signatures: so deploy first, then sign, then make the image.
set(OVERFIT_CODESIGN_IDENTITY "-" CACHE STRING "Identity for codesign; - signs ad hoc")

install(TARGETS overfit BUNDLE DESTINATION . RUNTIME DESTINATION bin)
# Beside the window's program: what a shell links to, /Applications/overfit.app/Contents/MacOS/overfit-cli.
install(TARGETS overfit-cli RUNTIME DESTINATION overfit.app/Contents/MacOS)
if(Qt6_VERSION VERSION_LESS 6.5)
  qt_generate_deploy_app_script(TARGET overfit FILENAME_VARIABLE deploy_script)
else()
  qt_generate_deploy_app_script(TARGET overfit OUTPUT_SCRIPT deploy_script NO_TRANSLATIONS)
endif()
install(SCRIPT ${deploy_script})

# Qt's script has copied the libraries for overfit alone; overfit-cli is to use the same copies.
install(CODE [[
  set(program "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/overfit.app/Contents/MacOS/overfit-cli")
  execute_process(COMMAND otool -L "${program}" OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "\n[ \t]+[^ ]+lib(csv|muparser)[^ ]*dylib" lines "${listing}")
  foreach(line IN LISTS lines)
    string(STRIP "${line}" library)
    cmake_path(GET library FILENAME name)
    execute_process(COMMAND install_name_tool -change "${library}" "@executable_path/../Frameworks/${name}" "${program}"
      COMMAND_ERROR_IS_FATAL ANY)
  endforeach()]])

# Ad hoc signatures know neither the hardened runtime nor a time stamp.
set(codesign_options "")
if(NOT OVERFIT_CODESIGN_IDENTITY STREQUAL "-")
  set(codesign_options --options runtime --timestamp)
endif()
function(overfit_install_signing what)
  install(CODE "
    set(codesign_identity \"${OVERFIT_CODESIGN_IDENTITY}\")
    set(codesign_options \"${codesign_options}\")
    include(\"${PROJECT_SOURCE_DIR}/packaging/macos/sign.cmake\")
    overfit_sign(${what} \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/overfit.app\")")
endfunction()
overfit_install_signing(libraries)
# Lies in the bundle: after the libraries have got their last bytes, and before the seal.
overfit_finish_bill("overfit.app/*.dylib" "overfit.app/Contents/Frameworks/Qt*.framework/Versions/A/Qt*")
overfit_install_signing(bundle)
