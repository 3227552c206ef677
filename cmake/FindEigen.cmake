# SPDX-License-Identifier: GPL-3.0-or-later
# Eigen 3.4 or 5: the next after 3.4 is called 5.0, and by its own rules it is refused to whoever asks for 3.4. Gives the
# target Eigen3::Eigen and Eigen3_VERSION.
find_package(Eigen3 3.4 CONFIG QUIET)
if(NOT Eigen3_FOUND)
  find_package(Eigen3 5 CONFIG QUIET)
endif()
if(NOT Eigen3_FOUND)
  set(found "none was found")
  if(Eigen3_CONSIDERED_VERSIONS)
    list(JOIN Eigen3_CONSIDERED_VERSIONS " and " found)
    list(JOIN Eigen3_CONSIDERED_CONFIGS "\n  " places)
    set(found "only version ${found} was found, in\n  ${places}")
  endif()
  message(FATAL_ERROR "Eigen 3.4 or 5 is needed, but ${found}.\n./dev setup installs it or says how; where it is elsewhere, "
    "name its folder by -DCMAKE_PREFIX_PATH=FOLDER.")
endif()
