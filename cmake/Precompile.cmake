# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of others that are read once for many sources, in the presets that developers build. A source includes what it
# uses all the same: packages are built without them, and tests/tidy looks at every source without them.
option(OVERFIT_PRECOMPILE "Precompile the headers of the standard library and of Qt" OFF)

# All that much of our code includes, and no header of ours: those change.
set(overfit_standard_headers <algorithm> <array> <bit> <chrono> <cmath> <cstddef> <cstdint> <filesystem> <functional> <limits>
  <map> <memory> <mutex> <numeric> <optional> <set> <span> <sstream> <string> <string_view> <utility> <variant> <vector>)
set(overfit_widget_headers <QAction> <QApplication> <QBoxLayout> <QByteArray> <QClipboard> <QComboBox> <QDialog>
  <QDialogButtonBox> <QDir> <QDoubleSpinBox> <QEvent> <QFile> <QFileInfo> <QFontMetricsF> <QGuiApplication> <QImage> <QLabel>
  <QLineEdit> <QList> <QLocale> <QMenu> <QMenuBar> <QMouseEvent> <QPainter> <QPixmap> <QPushButton> <QSignalBlocker> <QSpinBox>
  <QStatusBar> <QString> <QStringList> <QTimer> <QToolButton> <QWidget>)

# overfit_precompile(TARGET HEADER...): for the sources of TARGET.
function(overfit_precompile target)
  if(NOT OVERFIT_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE ${ARGN})
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # ccache knows a header by its contents; a time in it would be another one each time it is precompiled.
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()

# overfit_share_precompiled(TARGET OTHER): TARGET takes those of OTHER. It has the same flags, and the same definitions or more: so
# OTHER is one that links little.
function(overfit_share_precompiled target other)
  if(OVERFIT_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${other})
  endif()
endfunction()
