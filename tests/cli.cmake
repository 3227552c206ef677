# SPDX-License-Identifier: GPL-3.0-or-later
# The command line program, started as anybody would.
include(${PROJECT_SOURCE_DIR}/cmake/FindEigen.cmake)
foreach(test cross_validate fit generate run sweep usage)
  set(name test_app_cli_${test}_test)
  overfit_test(app/cli/${test}_test overfit_core Eigen3::Eigen)
  target_compile_definitions(${name} PRIVATE OVERFIT_CLI="$<TARGET_FILE:overfit-cli>" OVERFIT_VERSION="${PROJECT_VERSION}")
  add_dependencies(${name} overfit-cli)
endforeach()

# Files and figures of an earlier program.
overfit_test(app/golden_test overfit_core)
target_compile_definitions(test_app_golden_test PRIVATE
  OVERFIT_CLI="$<TARGET_FILE:overfit-cli>" OVERFIT_FIGURES="$<TARGET_FILE:overfit-figures>")
add_dependencies(test_app_golden_test overfit-cli overfit-figures)
