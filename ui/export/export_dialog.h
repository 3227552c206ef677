// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace overfit::ui {

/// Asks what to save, as what, and where. The ending of the file and the format are always the same thing.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(const ExportRequest &start, QWidget *parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    /// What kept it from being saved; the dialog stays for another try.
    void showProblem(const QString &text);

signals:
    /// Save was pressed, and a file that is there already may be replaced.
    void wanted(const overfit::ui::ExportRequest &request);

private:
    void retranslate();
    void addFile(QFormLayout *form);
    void addLook(QFormLayout *form);
    void addButtons(QFormLayout *form);
    void setRequest(const ExportRequest &request);
    void fillFormats();
    void followFormat();
    void followFile();
    void enableWhatMatters();
    void browse();
    void takeFile(const QString &path);
    void save();
    [[nodiscard]] QString path() const;
    [[nodiscard]] Subject subject() const;
    [[nodiscard]] Format format() const;

    QComboBox *m_subject;
    QComboBox *m_format;
    QLineEdit *m_file;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QDoubleSpinBox *m_scale;
    QCheckBox *m_dark;
    QLabel *m_problem;
    QString m_folder; ///< of names without one
    QLabel *m_subjectLabel = nullptr;
    QLabel *m_formatLabel = nullptr;
    QLabel *m_fileLabel = nullptr;
    QLabel *m_widthLabel = nullptr;
    QLabel *m_heightLabel = nullptr;
    QLabel *m_scaleLabel = nullptr;
    QPushButton *m_browse = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    QString m_mayReplace; ///< the file that may be written over
};

} // namespace overfit::ui
