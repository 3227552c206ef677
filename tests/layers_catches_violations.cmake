# SPDX-License-Identifier: GPL-3.0-or-later
# Shows layers.cmake a small tree that is in order, then one with each fault in turn.
# cmake -DWORK_DIR=<scratch folder> -P tests/layers_catches_violations.cmake
cmake_minimum_required(VERSION 3.25)

function(make_tree)
  file(REMOVE_RECURSE ${WORK_DIR})
  file(WRITE ${WORK_DIR}/core/random.h "")
  file(WRITE ${WORK_DIR}/core/data/dataset.h "#include \"core/data/points.h\"\n#include \"core/random.h\"\n")
  file(WRITE ${WORK_DIR}/core/model/fit.cpp "#include \"core/data/dataset.h\"\n#include \"core/model/fit.h\"\n#include <Eigen/QR>\n")
  file(WRITE ${WORK_DIR}/core/model/fit.h "#include <vector>\nstd::vector<Quantile> quantiles(); // not a Qt header\n")
  file(WRITE ${WORK_DIR}/ui/charts/chart.cpp "#include <QChart>\n#include \"core/model/fit.h\"\n"
    "tr(\"(%1, %2)\").arg(f(g(a), b()), tr(\"(%1)\").arg(c));\n")
  file(WRITE ${WORK_DIR}/tests/core.cmake "overfit_tests(core LIBRARIES overfit_core TESTS\n  model/fit_test\n)\n")
  file(WRITE ${WORK_DIR}/tests/core/model/fit_test.cpp "")
  file(WRITE ${WORK_DIR}/app/main.cpp "#include \"ui/charts/chart.h\"\n#include <QApplication>\n")
  file(WRITE ${WORK_DIR}/DESIGN.md "`core/` and `ui/charts/chart.cpp`; `std::vector`, `a / b`, `1.5`\n```\nnot/there\n```\n")
  file(WRITE ${WORK_DIR}/CONTRIBUTING.md "See `DESIGN.md`.\n")
endfunction()

function(check_tree result output)
  execute_process(COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${WORK_DIR} -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
    RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${result} ${code} PARENT_SCOPE)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

# expect_fault(FILE TEXT COMPLAINT): with TEXT in FILE the check fails and complains of just that.
function(expect_fault file text complaint)
  make_tree()
  file(WRITE ${WORK_DIR}/${file} "${text}\n")
  check_tree(code output)
  string(FIND "${output}" "${complaint}" where)
  if(code EQUAL 0 OR where EQUAL -1)
    message(SEND_ERROR "'${text}' in ${file} was not caught by '${complaint}':\n${output}")
  endif()
endfunction()

make_tree()
check_tree(code output)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "A tree that is in order was refused:\n${output}")
endif()

expect_fault(core/a.h "#include <QString>" "core/a.h: includes <QString")
expect_fault(core/a.cpp "  #  include <QtGlobal>" "core/a.cpp: includes <QtGlobal")
expect_fault(core/data/a.cpp "#include \"ui/words/strings.h\"" "core/data/a.cpp: includes \"ui/words/strings.h")
expect_fault(core/a.cpp "#include \"app/trainer.h\"" "core/a.cpp: includes \"app/trainer.h")
expect_fault(ui/a.cpp "#include \"app/trainer.h\"" "ui/a.cpp: includes \"app/trainer.h")
expect_fault(ui/a.cpp "#include <QThread>" "ui/a.cpp: includes <QThread")
expect_fault(ui/a.cpp "#include <thread>" "ui/a.cpp: includes <thread")
expect_fault(ui/a.cpp "#include \"core/answer/latest_worker.h\"" "ui/a.cpp: mentions latest_worker")
expect_fault(ui/window/a.cpp "#include <QValueAxis>" "ui/window/a.cpp: includes <QValueAxis")
expect_fault(ui/a.h "#include <QtCharts/QLineSeries>" "ui/a.h: includes <QtCharts/QLineSeries")
expect_fault(app/a.cpp "#include <QChartView>" "app/a.cpp: includes <QChartView")
expect_fault(core/data/a.h "#include <Eigen/Core>" "core/data/a.h: includes <Eigen/Core")
expect_fault(ui/charts/a.cpp "#include <Eigen/Core>" "ui/charts/a.cpp: includes <Eigen/Core")
expect_fault(app/a.cpp "#include <Eigen/Core>" "app/a.cpp: includes <Eigen/Core")
expect_fault(app/cli/a.cpp "#include <QString>" "app/cli/a.cpp: includes <QString")
expect_fault(app/cli/a.cpp "#include \"ui/words/strings.h\"" "app/cli/a.cpp: includes \"ui/words/strings.h")
expect_fault(ui/a.cpp "tr(\"%1 of %2\").arg(a)\n    .arg(b)" "ui/a.cpp: chains arg()")
expect_fault(app/a.cpp "tr(\"%1 of %2\").arg(f(g(a), b()), c).arg(d)" "app/a.cpp: chains arg()")
foreach(pair IN ITEMS "core/random.cpp core/text/utf8.h" "core/text/a.h core/data/dataset.h" "core/data/a.cpp core/model/fit.h"
    "core/model/a.cpp core/tables/csv.h" "core/tables/a.h core/scenario/scenario.h" "core/scenario/a.cpp core/sampling/split.h"
    "core/sampling/a.h core/analysis/sweep.h" "core/analysis/a.h core/answer/snapshot.h" "core/answer/a.h core/takeaway/csv_export.h"
    "core/takeaway/a.h core/lessons/scenes.h" "core/lessons/a.h core/files/experiment_file.h" "ui/widgets/a.h ui/words/strings.h"
    "ui/words/a.h ui/controls/dial.h" "ui/controls/a.h ui/charts/chart.h" "ui/charts/a.h ui/dialogs/messages.h"
    "ui/dialogs/a.cpp ui/export/report.h" "ui/export/a.h ui/window/main_window.h")
  string(REPLACE " " ";" pair "${pair}")
  list(GET pair 0 file)
  list(GET pair 1 included)
  expect_fault(${file} "#include \"${included}\"" "${file}: includes \"${included}\": in ")
endforeach()
expect_fault(core/attic/a.h "" "core/attic/a.h: core has no room attic")
expect_fault(ui/a.h "" "ui/a.h: ui has no room .")
expect_fault(tests/core/model/it_test.cpp "" "tests/core/model/it_test.cpp: is in no list")
string(REPEAT "// a line; [of many\n" 401 long)
expect_fault(ui/a.cpp "${long}" "ui/a.cpp: has 40")
expect_fault(DESIGN.md "See `core/gone`." "DESIGN.md: names core/gone")
expect_fault(DESIGN.md "See `gone.cpp`." "DESIGN.md: names gone.cpp")
expect_fault(CONTRIBUTING.md "See `docs/gone`." "CONTRIBUTING.md: names docs/gone")

file(REMOVE_RECURSE ${WORK_DIR})
