# SPDX-License-Identifier: GPL-3.0-or-later
overfit_test(core/answer/answerer_test overfit_core)
overfit_test(core/answer/class_picture_test overfit_core)
overfit_test(core/files/experiment_file_test overfit_core)
overfit_test(core/answer/latest_worker_test overfit_core)
overfit_test(core/takeaway/scene_code_test overfit_core)
overfit_test(core/takeaway/csv_export_test overfit_core)
overfit_test(core/takeaway/python_script_test overfit_core)
overfit_test(core/lessons/scenes_test overfit_core)
