# SPDX-License-Identifier: GPL-3.0-or-later
overfit_test(core/portable_math_test overfit_core)
overfit_test(core/random_test overfit_core)
overfit_test(core/scenario_test overfit_core)
overfit_test(core/data/csv_errors_test overfit_core)
overfit_test(core/data/csv_file_test overfit_core)
overfit_test(core/data/csv_test overfit_core)
overfit_test(core/data/line_reader_test overfit_core)
overfit_test(core/data/shipped_test overfit_core)
overfit_test(core/data/split_test overfit_core)
overfit_test(core/data/targets_test overfit_core)
target_compile_definitions(test_core_data_shipped_test PRIVATE
  OVERFIT_DATASETS="${PROJECT_SOURCE_DIR}/resources/datasets")
