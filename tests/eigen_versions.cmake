# SPDX-License-Identifier: GPL-3.0-or-later
# Which versions of Eigen are taken: shows cmake/FindEigen.cmake one that consists of its CMake package alone.
# cmake -DSOURCE_DIR=<checkout> -DWORK_DIR=<scratch folder> -DGENERATOR=<CMake generator> -DMAKE_PROGRAM=<its program>
#   -P tests/eigen_versions.cmake
cmake_minimum_required(VERSION 3.25)
include(CMakePackageConfigHelpers)

# configure(VERSION RESULT OUTPUT): as a project would that sees this version, or with NONE no Eigen at all.
function(configure version result output)
  file(REMOVE_RECURSE ${WORK_DIR})
  set(package ${WORK_DIR}/prefix/share/eigen3/cmake)
  if(NOT version STREQUAL "NONE")
    file(WRITE ${package}/Eigen3Config.cmake 
      "if(NOT TARGET Eigen3::Eigen)\n  add_library(Eigen3::Eigen INTERFACE IMPORTED)\nendif()\n")
    write_basic_package_version_file(${package}/Eigen3ConfigVersion.cmake
      VERSION ${version} COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT) # as Eigen's own
  endif()
  # Twice, as several folders of the project ask for it.
  file(WRITE ${WORK_DIR}/project/CMakeLists.txt
"cmake_minimum_required(VERSION 3.25)
project(asks LANGUAGES NONE)
include(${SOURCE_DIR}/cmake/FindEigen.cmake)
include(${SOURCE_DIR}/cmake/FindEigen.cmake)
if(TARGET Eigen3::Eigen)
  message(STATUS \"took \${Eigen3_VERSION}\")
endif()\n")
  execute_process(
    # A toolchain of the build around this one would bring packages of its own.
    COMMAND ${CMAKE_COMMAND} -E env --unset=CMAKE_TOOLCHAIN_FILE ${CMAKE_COMMAND} -G ${GENERATOR} -DCMAKE_MAKE_PROGRAM=${MAKE_PROGRAM} -S ${WORK_DIR}/project -B ${WORK_DIR}/build -DCMAKE_PREFIX_PATH=${WORK_DIR}/prefix
      -DCMAKE_FIND_USE_CMAKE_ENVIRONMENT_PATH=OFF -DCMAKE_FIND_USE_SYSTEM_ENVIRONMENT_PATH=OFF
      -DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF -DCMAKE_FIND_USE_SYSTEM_PACKAGE_REGISTRY=OFF
    RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${result} ${code} PARENT_SCOPE)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

foreach(version IN ITEMS 3.4.0 3.4.1 5.0.0 5.0.1 5.1.0)
  configure(${version} code output)
  if(NOT code EQUAL 0 OR NOT output MATCHES "took ${version}")
    message(SEND_ERROR "Eigen ${version} was refused:\n${output}")
  endif()
endforeach()
foreach(version IN ITEMS 3.3.9 6.0.0 NONE)
  configure(${version} code output)
  string(REPLACE "NONE" "none was found" told ${version})
  if(code EQUAL 0 OR NOT output MATCHES "Eigen 3.4 or 5 is needed" OR NOT output MATCHES "${told}")
    message(SEND_ERROR "Eigen ${version} was not refused as it should be:\n${output}")
  endif()
endforeach()
file(REMOVE_RECURSE ${WORK_DIR})
