# SPDX-License-Identifier: GPL-3.0-or-later
overfit_test(core/experiment/answerer_test overfit_core)
overfit_test(core/experiment/class_picture_test overfit_core)
overfit_test(core/experiment/experiment_file_test overfit_core)
overfit_test(core/experiment/latest_worker_test overfit_core)
overfit_test(core/experiment/scene_code_test overfit_core)
overfit_test(core/experiment/csv_export_test overfit_core)
overfit_test(core/experiment/python_script_test overfit_core)
overfit_test(core/experiment/scenes_test overfit_core)
