# SPDX-License-Identifier: GPL-3.0-or-later
# Where the program lives in public, and whom to write to: in About, in the packages, their screenshots, their offer of
# source and their bill of materials. Comes before project(). The environment may say them too; a release must be told.
function(overfit_address name placeholder pattern what)
  if("$ENV{${name}}" STREQUAL "")
    set(${name} ${placeholder} CACHE STRING "${what}")
  else()
    set(${name} "$ENV{${name}}" CACHE STRING "${what}")
  endif()
  if(NOT "${${name}}" MATCHES "${pattern}")
    message(FATAL_ERROR "${name} is '${${name}}', where ${what} was expected, such as ${placeholder}.")
  endif()
  if(OVERFIT_RELEASE AND "${${name}}" MATCHES "[@./]example\\.org")
    message(FATAL_ERROR "This is a release, and ${name} is still the placeholder ${${name}}. Give ${what} by "
      "-D${name}=ADDRESS or by the environment; for .github/workflows/packages.yml, by the repository's variable ${name}.")
  endif()
endfunction()

set(is_tag OFF)
if("$ENV{GITHUB_REF}" MATCHES "^refs/tags/v")
  set(is_tag ON)
endif()
option(OVERFIT_RELEASE "What is built is passed on: no address may be a placeholder" ${is_tag})
overfit_address(OVERFIT_HOMEPAGE "https://overfit.example.org" "^https?://[^ <>\"]+$" "the address of the project")
overfit_address(OVERFIT_CONTACT "overfit@example.org" "^[^ <>\"@]+@[^ <>\"@]+$" "the mail address of the project")
