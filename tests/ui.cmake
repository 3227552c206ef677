# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Qt6 6.4 REQUIRED COMPONENTS Charts Svg)
overfit_test_frame(widget_test_frame LIBRARIES Qt6::Widgets
  PRECOMPILE ${overfit_standard_headers} ${overfit_widget_headers} <QMessageBox> <QSignalSpy> <QTemporaryDir>)

overfit_tests(ui FRAME widget_test_frame LIBRARIES overfit_ui Qt6::Charts TESTS
  widgets/look_test
  words/language_test
  words/numbers_test
  words/strings_test
)
overfit_tests(ui/charts FRAME widget_test_frame LIBRARIES overfit_ui Qt6::Charts Qt6::Svg TESTS
  accuracy_chart_test
  chart_points_test
  class_chart_test
  class_points_test
  key_line_test
  plot_view_test
)
overfit_tests(ui/controls FRAME widget_test_frame LIBRARIES overfit_ui TESTS
  dial_slider_test
  epoch_player_test
  training_panel_test
)
overfit_tests(ui/dialogs FRAME widget_test_frame LIBRARIES overfit_ui TESTS
  about_box_test
  formula_dialog_test
)
target_compile_definitions(test_ui_dialogs PRIVATE OVERFIT_HOMEPAGE="${PROJECT_HOMEPAGE_URL}")
overfit_tests(ui/export FRAME widget_test_frame LIBRARIES overfit_ui Qt6::Charts Qt6::Svg TESTS
  export_test
  export_window_test
  save_file_test
)
overfit_tests(ui/window FRAME widget_test_frame LIBRARIES overfit_ui Qt6::Charts TESTS
  document_state_test
  document_window_test
  epochs_window_test
  experimenter_test
  history_test
  main_window_test
  status_line_test
  window_parts_test
)
overfit_tests(app FRAME widget_test_frame LIBRARIES overfit_app TESTS
  background_work_test
  export_run_test
  kept_work_test
  mailbox_test
  options_test
  ordered_worker_test
  screenshot_test
  table_loader_test
  trainer_test
)
add_dependencies(test_app overfit)
overfit_tests(features FRAME widget_test_frame LIBRARIES overfit_app Qt6::Charts TESTS
  a_class_watches_test
  a_model_trains_test
  experiments_test
  importing_test
  own_data_test
  points_by_hand_test
)
add_executable(kill-probe features/kill_probe.cpp)
target_link_libraries(kill-probe PRIVATE overfit_flags overfit_app)
target_compile_definitions(test_features PRIVATE OVERFIT_KILL_PROBE="$<TARGET_FILE:kill-probe>")
add_dependencies(test_features kill-probe)
