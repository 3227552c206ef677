# SPDX-License-Identifier: GPL-3.0-or-later
# What kills and disks can do: ./dev check faults. No tests of ctest: they take too long.
add_executable(kill-target EXCLUDE_FROM_ALL faults/kill_target.cpp)
target_link_libraries(kill-target PRIVATE overfit_flags overfit_app)
overfit_share_precompiled(kill-target overfit_widgets)

set(fault_tests
  disks_test
  kills_test
)
list(TRANSFORM fault_tests REPLACE "(.+)" "faults/\\1.cpp" OUTPUT_VARIABLE fault_sources)
add_executable(test_faults EXCLUDE_FROM_ALL ${fault_sources} faults/told_edits.cpp faults/told_edits.h)
target_link_libraries(test_faults PRIVATE overfit_flags widget_test_frame overfit_app)
target_compile_options(test_faults PRIVATE ${test_flags})
target_compile_definitions(test_faults PRIVATE OVERFIT_KILL_TARGET="$<TARGET_FILE:kill-target>")
overfit_share_precompiled(test_faults widget_test_frame)
set_target_properties(test_faults kill-target PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
add_dependencies(test_faults kill-target)
