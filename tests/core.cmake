# SPDX-License-Identifier: GPL-3.0-or-later
include(${PROJECT_SOURCE_DIR}/cmake/FindEigen.cmake)
overfit_test_frame(test_frame PRECOMPILE ${overfit_standard_headers} <QDir> <QFile> <QTemporaryDir>)

overfit_tests(core LIBRARIES overfit_core TESTS
  files/error_words_test
  files/experiment_file_test
  lessons/scenes_test
  parallel_test
  portable_math_test
  random_test
  scenario/data_source_test
  scenario/dial_test
  scenario/scenario_test
  scenario/setting_test
  text/message_test
  text/number_test
)
overfit_tests(core/analysis LIBRARIES overfit_core TESTS
  cross_validation_test
  epoch_run_test
  metrics_test
  sweep_test
  verdict_test
)
overfit_tests(core/answer LIBRARIES overfit_core TESTS
  answerer_test
  class_picture_test
  latest_worker_test
)
overfit_tests(core/data LIBRARIES overfit_core TESTS
  class_shapes_test
  formula_test
  targets_test
)
# Some check against Eigen itself; the library keeps it to itself.
overfit_tests(core/model LIBRARIES overfit_core Eigen3::Eigen TESTS
  descent_test
  double_double_test
  householder_test
  least_squares_test
  logistic_test
  monomial_test
  polynomial_test
)
# It counts what is allocated in the whole program.
overfit_tests(core/model PROGRAM test_core_memory LIBRARIES overfit_core TESTS
  memory_test
)
overfit_tests(core/sampling LIBRARIES overfit_core TESTS
  class_split_test
  hand_points_test
  split_test
)
overfit_tests(core/tables LIBRARIES overfit_core TESTS
  csv_columns_test
  csv_errors_test
  csv_file_test
  csv_formats_test
  csv_headers_test
  csv_test
  csv_written_test
  line_reader_test
  long_table_test
  row_reader_test
  shipped_test
  table_preview_test
  text_decoder_test
)
overfit_tests(core/takeaway LIBRARIES overfit_core TESTS
  csv_export_test
  python_script_test
  scene_code_test
)
