# SPDX-License-Identifier: GPL-3.0-or-later
# A release names addresses that exist: cmake -DSOURCE_DIR=<checkout> -P tests/addresses.cmake
cmake_minimum_required(VERSION 3.25)

# expect(TEXT ARGUMENT...): cmake/Addresses.cmake, with these settings of the environment (NAME=VALUE) and these options
# (-D), complains of TEXT, or passes where that is empty.
function(expect complaint)
  set(environment ${ARGN})
  list(FILTER environment EXCLUDE REGEX "^-D")
  set(options ${ARGN})
  list(FILTER options INCLUDE REGEX "^-D")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env --unset=GITHUB_REF --unset=OVERFIT_HOMEPAGE --unset=OVERFIT_CONTACT ${environment}
      ${CMAKE_COMMAND} ${options} -P ${SOURCE_DIR}/cmake/Addresses.cmake
    RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  if(complaint STREQUAL "" AND NOT code EQUAL 0)
    message(SEND_ERROR "'${ARGN}' was refused:\n${text}")
  elseif(NOT complaint STREQUAL "" AND (code EQUAL 0 OR NOT text MATCHES "${complaint}"))
    message(SEND_ERROR "'${ARGN}' was not refused by '${complaint}':\n${text}")
  endif()
endfunction()

set(tag GITHUB_REF=refs/tags/v1.2.3)
set(homepage OVERFIT_HOMEPAGE=https://overfit.test/me)
set(contact OVERFIT_CONTACT=me@overfit.test)
expect("")
expect("" GITHUB_REF=refs/heads/main)
expect("" ${tag} ${homepage} ${contact})
expect("" ${tag} -D${homepage} -D${contact})
expect("a release, and OVERFIT_HOMEPAGE is still the placeholder https://overfit.example.org" ${tag} ${contact})
expect("a release, and OVERFIT_CONTACT is still the placeholder overfit@example.org" ${tag} ${homepage})
expect("a release, and OVERFIT_CONTACT" ${tag} ${homepage} OVERFIT_CONTACT=)
expect("a release, and OVERFIT_CONTACT" -DOVERFIT_RELEASE=ON ${homepage})
expect("OVERFIT_CONTACT is 'nobody', where the mail address" OVERFIT_CONTACT=nobody)
expect("OVERFIT_HOMEPAGE is 'overfit.test', where the address" OVERFIT_HOMEPAGE=overfit.test)
