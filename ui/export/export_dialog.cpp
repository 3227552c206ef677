// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "ui/dialogs/dialogs.h"
#include "ui/widgets/steady.h"
#include "ui/words/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
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

void name(QWidget *widget, const QString &accessible, const QString &help)
{
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

/// A row with a label whose words are set later.
template <typename Field>
QLabel *addRow(QFormLayout *form, Field *field, QWidget *buddy)
{
    auto *label = new QLabel(buddy->window());
    label->setBuddy(buddy);
    form->addRow(label, field);
    return label;
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
    : QDialog(parent), m_subject(new Chooser(this)), m_format(new Chooser(this)), m_file(new QLineEdit(this)),
      m_width(sideBox(this)), m_height(sideBox(this)), m_scale(new QDoubleSpinBox(this)),
      m_dark(new QCheckBox(this)), m_problem(new QLabel(this))
{
    dressLikeParent(this);
    setObjectName(QStringLiteral("export"));
    auto *form = new QFormLayout(this);
    for (const Subject subject : kSubjects)
        m_subject->addItem(QString(), static_cast<int>(subject));
    m_subject->setObjectName(QStringLiteral("exportSubject"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_subjectLabel = addRow(form, m_subject, m_subject);
    m_formatLabel = addRow(form, m_format, m_format);
    addFile(form);
    addLook(form);
    addButtons(form);
    keepTranslated(this, [this] { retranslate(); });
    setRequest(start);
    connect(m_subject, &QComboBox::currentIndexChanged, this, [this] {
        fillFormats();
        followFormat();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    connect(m_file, &QLineEdit::textEdited, this, &ExportDialog::followFile);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_subjectLabel->setText(tr("&What"));
    name(m_subject, tr("What to save"), tr("What to save (Alt+W)"));
    for (int i = 0; i < m_subject->count(); ++i)
        m_subject->setItemText(i, subjectText(static_cast<Subject>(m_subject->itemData(i).toInt())));
    m_formatLabel->setText(tr("&Format"));
    name(m_format, tr("Format"),
        tr("SVG and PDF are made of lines and text, and stay sharp at any size (Alt+F)"));
    for (int i = 0; i < m_format->count(); ++i)
        m_format->setItemText(i, formatName(static_cast<Format>(m_format->itemData(i).toInt())));
    m_fileLabel->setText(tr("F&ile"));
    name(m_file, tr("File"), tr("Where to save it; the ending is the format (Alt+I)"));
    m_browse->setText(tr("&Browse…"));
    name(m_browse, tr("Choose a file"), tr("Choose a folder and a name (Alt+B)"));
    m_widthLabel->setText(tr("Si&ze: width"));
    name(m_width, tr("Width"), tr("Width of the chart (Alt+Z)"));
    m_heightLabel->setText(tr("by &height"));
    name(m_height, tr("Height"), tr("Height of the chart (Alt+H)"));
    m_scaleLabel->setText(tr("Sca&le"));
    name(m_scale, tr("Scale"),
        tr("Pixels of the picture for each of the size: 2 is sharp on paper and on fine displays (Alt+L)"));
    m_dark->setText(tr("&Dark colours"));
    name(m_dark, tr("Dark colours"), tr("Light on dark, instead of dark on white (Alt+D)"));
    m_save->setText(tr("&Save"));
    name(m_save, tr("Save"), tr("Write the file (Enter)"));
    m_cancel->setText(tr("&Cancel"));
    name(m_cancel, tr("Cancel"), tr("Save nothing (Esc)"));
}

void ExportDialog::addFile(QFormLayout *form)
{
    m_file->setObjectName(QStringLiteral("exportFile"));
    constexpr int kLongEnough = 44; // letters
    m_file->setMinimumWidth(fontMetrics().averageCharWidth() * kLongEnough);
    m_browse = new QPushButton(this);
    m_browse->setObjectName(QStringLiteral("exportBrowse"));
    m_browse->setAutoDefault(false);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(m_browse);
    m_fileLabel = addRow(form, row, m_file);
}

void ExportDialog::addLook(QFormLayout *form)
{
    m_width->setObjectName(QStringLiteral("exportWidth"));
    m_height->setObjectName(QStringLiteral("exportHeight"));
    m_scale->setObjectName(QStringLiteral("exportScale"));
    m_dark->setObjectName(QStringLiteral("exportDark"));
    m_scale->setRange(0.5, kLargestScale);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(1);
    auto *size = new QHBoxLayout;
    m_heightLabel = new QLabel(this);
    m_heightLabel->setBuddy(m_height);
    size->addWidget(m_width);
    size->addWidget(m_heightLabel);
    size->addWidget(m_height);
    size->addStretch(1);
    m_widthLabel = addRow(form, size, m_width);
    m_scaleLabel = addRow(form, m_scale, m_scale);
    form->addRow(QString(), m_dark);
}

void ExportDialog::addButtons(QFormLayout *form)
{
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setVisible(false);
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setDefault(true);
    m_cancel = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

void ExportDialog::setRequest(const ExportRequest &request)
{
    m_subject->setCurrentIndex(m_subject->findData(static_cast<int>(request.subject)));
    m_folder = QFileInfo(request.path).absolutePath();
    m_file->setText(QDir::toNativeSeparators(request.path));
    m_width->setValue(request.size.width());
    m_height->setValue(request.size.height());
    m_scale->setValue(request.scale);
    m_dark->setChecked(request.dark);
    fillFormats();
    followFormat();
}

ExportRequest ExportDialog::request() const
{
    return {subject(), path(), {m_width->value(), m_height->value()}, m_scale->value(), m_dark->isChecked()};
}

QString ExportDialog::path() const
{
    const QString typed = QDir::fromNativeSeparators(m_file->text().trimmed());
    return typed.isEmpty() ? typed : QDir::cleanPath(QDir(m_folder).absoluteFilePath(typed));
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
    auto *dialog = new QFileDialog(this, tr("Export"), m_folder, filter);
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(path());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::takeFile);
    dialog->open(); // with a loop of its own, it would lie on the stack when this dialog is closed over it
}

void ExportDialog::takeFile(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    const QString whole = QFileInfo(path).suffix().isEmpty() ? withEnding(path, endingOf(format())) : path;
    m_file->setText(QDir::toNativeSeparators(whole));
    m_mayReplace = whole == path ? path : QString(); // the other dialog has asked
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
