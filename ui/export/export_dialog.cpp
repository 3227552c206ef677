// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "ui/dialogs/dialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace overfit::ui {

namespace {

constexpr IntRange kSide{100, 10000}; // pixels of a chart

void name(QWidget *widget, const char *id, const QString &accessible, const QString &help)
{
    widget->setObjectName(QLatin1String(id));
    widget->setAccessibleName(accessible);
    widget->setToolTip(help);
}

QString subjectText(Subject subject)
{
    switch (subject) {
    case Subject::Fit:
        return ExportDialog::tr("The model and the data");
    case Subject::Accuracy:
        return ExportDialog::tr("The accuracy");
    case Subject::Window:
        return ExportDialog::tr("The whole window");
    case Subject::Report:
        return ExportDialog::tr("A report of one page");
    case Subject::Points:
        break;
    }
    return ExportDialog::tr("The points");
}

QSpinBox *sideBox(QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(kSide.low, kSide.high);
    box->setSingleStep(20);
    return box;
}

QString withEnding(const QString &path, const QString &ending)
{
    const QFileInfo file(path);
    if (file.fileName().isEmpty())
        return path;
    const QString stem = file.suffix().isEmpty() ? path : path.chopped(file.suffix().size() + 1);
    return stem + QLatin1Char('.') + ending;
}

} // namespace

ExportDialog::ExportDialog(const ExportRequest &start, QWidget *parent)
    : QDialog(parent), m_subject(new QComboBox(this)), m_format(new QComboBox(this)),
      m_file(new QLineEdit(this)), m_width(sideBox(this)), m_height(sideBox(this)),
      m_scale(new QDoubleSpinBox(this)), m_dark(new QCheckBox(tr("&Dark colours"), this)),
      m_problem(new QLabel(this))
{
    dressLikeParent(this);
    setObjectName(QStringLiteral("export"));
    setWindowTitle(tr("Export"));
    auto *form = new QFormLayout(this);
    for (const Subject subject : kSubjects)
        m_subject->addItem(subjectText(subject), static_cast<int>(subject));
    name(m_subject, "exportSubject", tr("What to save"), tr("What to save (Alt+W)"));
    form->addRow(tr("&What"), m_subject);
    name(m_format, "exportFormat", tr("Format"),
        tr("SVG and PDF are made of lines and text, and stay sharp at any size (Alt+F)"));
    form->addRow(tr("&Format"), m_format);
    addFile(form);
    addLook(form);
    addButtons(form);
    setRequest(start);
    connect(m_subject, &QComboBox::currentIndexChanged, this, [this] {
        fillFormats();
        followFormat();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    connect(m_file, &QLineEdit::textEdited, this, &ExportDialog::followFile);
}

void ExportDialog::addFile(QFormLayout *form)
{
    name(m_file, "exportFile", tr("File"), tr("Where to save it; the ending is the format (Alt+I)"));
    constexpr int kLongEnough = 44; // letters
    m_file->setMinimumWidth(fontMetrics().averageCharWidth() * kLongEnough);
    auto *browse = new QPushButton(tr("&Browse…"), this);
    name(browse, "exportBrowse", tr("Choose a file"), tr("Choose a folder and a name (Alt+B)"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(browse);
    form->addRow(tr("F&ile"), row);
    qobject_cast<QLabel *>(form->labelForField(row))->setBuddy(m_file);
}

void ExportDialog::addLook(QFormLayout *form)
{
    name(m_width, "exportWidth", tr("Width"), tr("Width of the chart (Alt+Z)"));
    name(m_height, "exportHeight", tr("Height"), tr("Height of the chart (Alt+H)"));
    name(m_scale, "exportScale", tr("Scale"),
        tr("Pixels of the picture for each of the size: 2 is sharp on paper and on fine displays (Alt+L)"));
    name(m_dark, "exportDark", tr("Dark colours"), tr("Light on dark, instead of dark on white (Alt+D)"));
    m_scale->setRange(0.5, kLargestScale);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(1);
    auto *size = new QHBoxLayout;
    auto *by = new QLabel(tr("by &height"), this);
    by->setBuddy(m_height);
    size->addWidget(m_width);
    size->addWidget(by);
    size->addWidget(m_height);
    size->addStretch(1);
    form->addRow(tr("Si&ze: width"), size);
    qobject_cast<QLabel *>(form->labelForField(size))->setBuddy(m_width);
    form->addRow(tr("Sca&le"), m_scale);
    form->addRow(QString(), m_dark);
}

void ExportDialog::addButtons(QFormLayout *form)
{
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->setWordWrap(true);
    m_problem->setVisible(false);
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    auto *save = buttons->addButton(tr("&Save"), QDialogButtonBox::ActionRole);
    name(save, "exportSave", tr("Save"), tr("Write the file (Enter)"));
    save->setDefault(true);
    auto *cancel = buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    name(cancel, "exportCancel", tr("Cancel"), tr("Save nothing (Esc)"));
    connect(save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

void ExportDialog::setRequest(const ExportRequest &request)
{
    m_subject->setCurrentIndex(m_subject->findData(static_cast<int>(request.subject)));
    m_file->setText(request.path);
    m_width->setValue(request.size.width());
    m_height->setValue(request.size.height());
    m_scale->setValue(request.scale);
    m_dark->setChecked(request.dark);
    fillFormats();
    followFormat();
}

ExportRequest ExportDialog::request() const
{
    return {subject(), m_file->text().trimmed(), {m_width->value(), m_height->value()}, m_scale->value(),
        m_dark->isChecked()};
}

Subject ExportDialog::subject() const
{
    return static_cast<Subject>(m_subject->currentData().toInt());
}

Format ExportDialog::format() const
{
    return static_cast<Format>(m_format->currentData().toInt());
}

/// Keeps the format that the file has, where the subject can be saved in it.
void ExportDialog::fillFormats()
{
    const QSignalBlocker quiet(m_format);
    const QString ending = QFileInfo(m_file->text()).suffix().toLower();
    m_format->clear();
    for (const Format format : formatsOf(subject())) {
        m_format->addItem(formatName(format), static_cast<int>(format));
        if (endingOf(format) == ending)
            m_format->setCurrentIndex(m_format->count() - 1);
    }
}

void ExportDialog::followFormat()
{
    m_file->setText(withEnding(m_file->text(), endingOf(format())));
    enableWhatMatters();
}

void ExportDialog::followFile()
{
    const QString ending = QFileInfo(m_file->text()).suffix().toLower();
    for (int index = 0; index < m_format->count(); ++index) {
        if (endingOf(static_cast<Format>(m_format->itemData(index).toInt())) != ending)
            continue;
        const QSignalBlocker quiet(m_format);
        m_format->setCurrentIndex(index);
    }
    enableWhatMatters();
}

void ExportDialog::enableWhatMatters()
{
    const bool picture = format() == Format::Png || format() == Format::Svg || format() == Format::Pdf;
    const bool chart = picture && (subject() == Subject::Fit || subject() == Subject::Accuracy);
    for (QWidget *control :
        {static_cast<QWidget *>(m_width), static_cast<QWidget *>(m_height), static_cast<QWidget *>(m_dark)})
        control->setEnabled(chart);
    m_scale->setEnabled(format() == Format::Png);
    m_problem->setVisible(false);
}

void ExportDialog::browse()
{
    const QString filter = QStringLiteral("%1 (*.%2)").arg(formatName(format()), endingOf(format()));
    const QString path = QFileDialog::getSaveFileName(this, tr("Export"), m_file->text(), filter);
    if (path.isEmpty())
        return;
    m_file->setText(QFileInfo(path).suffix().isEmpty() ? withEnding(path, endingOf(format())) : path);
    m_mayReplace = m_file->text() == path ? path : QString(); // the other dialog has asked
    followFile();
}

void ExportDialog::save()
{
    const ExportRequest asked = request();
    if (QFileInfo(asked.path).isFile() && m_mayReplace != asked.path && usageProblem(asked).isEmpty()) {
        m_mayReplace = asked.path;
        showProblem(
            tr("“%1” is there already. Save once more to replace it.").arg(QFileInfo(asked.path).fileName()));
        return;
    }
    emit wanted(asked);
}

void ExportDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setAccessibleName(text);
    m_problem->setVisible(true);
}

} // namespace overfit::ui
