# SPDX-License-Identifier: GPL-3.0-or-later
# Random events at the real window: ./dev check monkey. No test of ctest: what it finds depends on how long it may play.
add_executable(overfit-monkey EXCLUDE_FROM_ALL
  monkey/events.cpp
  monkey/events.h
  monkey/hands.cpp
  monkey/hands.h
  monkey/invariants.cpp
  monkey/invariants.h
  monkey/monkey_main.cpp
  monkey/pool.cpp
  monkey/pool.h
  monkey/watch.cpp
  monkey/watch.h
)
set_target_properties(overfit-monkey PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
target_link_libraries(overfit-monkey PRIVATE overfit_flags overfit_app widget_test_frame Qt6::Charts)
target_compile_options(overfit-monkey PRIVATE ${test_flags})
target_compile_definitions(overfit-monkey PRIVATE OVERFIT_CORPUS="${PROJECT_SOURCE_DIR}/tests/fuzz/corpus")
overfit_share_precompiled(overfit-monkey widget_test_frame)
