# SPDX-License-Identifier: GPL-3.0-or-later
# What learns, and what is asked of it.
include(${PROJECT_SOURCE_DIR}/cmake/FindEigen.cmake)
overfit_test(core/model/descent_test overfit_core)
overfit_test(core/model/double_double_test overfit_core)
overfit_test(core/model/householder_test overfit_core)
overfit_test(core/model/least_squares_test overfit_core)
overfit_test(core/model/logistic_test overfit_core)
overfit_test(core/model/memory_test overfit_core)
overfit_test(core/model/monomial_test overfit_core)
overfit_test(core/model/polynomial_test overfit_core)
overfit_test(core/analysis/cross_validation_test overfit_core)
overfit_test(core/analysis/epoch_run_test overfit_core)
overfit_test(core/analysis/metrics_test overfit_core)
overfit_test(core/analysis/sweep_test overfit_core)
overfit_test(core/analysis/verdict_test overfit_core)

# These check against Eigen itself; the library keeps it to itself.
foreach(test descent householder least_squares)
  target_link_libraries(test_core_model_${test}_test PRIVATE Eigen3::Eigen)
endforeach()
