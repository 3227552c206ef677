# SPDX-License-Identifier: GPL-3.0-or-later
# The command line program, started as anybody would. Files and figures of an earlier program are compared with it.
overfit_tests(app PROGRAM test_app_cli LIBRARIES overfit_core Eigen3::Eigen TESTS
  cli/cross_validate_test
  cli/fit_test
  cli/generate_test
  cli/run_test
  cli/sweep_test
  cli/usage_test
  golden_test
)
target_compile_definitions(test_app_cli PRIVATE
  OVERFIT_CLI="$<TARGET_FILE:overfit-cli>"
  OVERFIT_FIGURES="$<TARGET_FILE:overfit-figures>"
  OVERFIT_VERSION="${PROJECT_VERSION}")
add_dependencies(test_app_cli overfit-cli overfit-figures)
