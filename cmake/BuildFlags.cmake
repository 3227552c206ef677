# SPDX-License-Identifier: GPL-3.0-or-later
# The flags of our own code, in one place. Every target links this, PRIVATE.
add_library(overfit_flags INTERFACE)
if(MSVC)
  target_compile_options(overfit_flags INTERFACE /W4 /permissive- /utf-8 /fp:precise)
  if(OVERFIT_WARNINGS_AS_ERRORS)
    target_compile_options(overfit_flags INTERFACE /WX)
  endif()
else()
  target_compile_options(overfit_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    # A fused multiply-add rounds once where two operations round twice: with it the same seed
    # would give other data on other processors.
    -ffp-contract=off
    # What is shipped does not tell where it was built.
    $<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>)
  if(OVERFIT_WARNINGS_AS_ERRORS)
    target_compile_options(overfit_flags INTERFACE -Werror)
  endif()
endif()
target_compile_definitions(overfit_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 _USE_MATH_DEFINES)
if(OVERFIT_SANITIZE)
  target_compile_options(overfit_flags INTERFACE
    -fsanitize=${OVERFIT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(overfit_flags INTERFACE -fsanitize=${OVERFIT_SANITIZE})
endif()
if(OVERFIT_FUZZ)
  # So that the fuzzer sees which ways its inputs take; the targets alone link the fuzzer itself.
  target_compile_options(overfit_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(overfit_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
