# SPDX-License-Identifier: GPL-3.0-or-later
include(core_model.cmake)
include(core_experiment.cmake)
include(core_data.cmake)
