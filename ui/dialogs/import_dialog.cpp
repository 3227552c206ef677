// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "ui/dialogs/dialogs.h"
#include "ui/widgets/steady.h"
#include "ui/words/language.h"
#include "ui/words/numbers.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace overfit::ui {

namespace {

constexpr std::size_t kFewestRows = 3;
constexpr int kRhythm = 12; // pixels between neighbours

std::optional<std::size_t> chosenColumn(const QComboBox *chooser)
{
    const int index = chooser->currentIndex();
    return index < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(index));
}

QString columnKindText(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Numbers:
        return ImportDialog::tr("numbers");
    case ColumnKind::FewWords:
        return ImportDialog::tr("few words");
    case ColumnKind::Text:
        return ImportDialog::tr("text");
    case ColumnKind::Empty:
        break;
    }
    return ImportDialog::tr("empty");
}

void choose(QComboBox *chooser, std::optional<std::size_t> column)
{
    chooser->setCurrentIndex(column ? static_cast<int>(*column) : -1);
}

QLabel *makeLabel(QWidget *buddy)
{
    auto *label = new QLabel(buddy->parentWidget());
    label->setBuddy(buddy);
    return label;
}

void name(QComboBox *chooser, const QString &accessibleName, const QString &toolTip)
{
    chooser->setAccessibleName(accessibleName);
    chooser->setToolTip(toolTip);
}

void setEntries(QComboBox *chooser, const QStringList &texts)
{
    for (int i = 0; i < chooser->count(); ++i)
        chooser->setItemText(i, texts.at(i));
}

} // namespace

ImportDialog::ImportDialog(const TablePreviewPtr &preview, QWidget *parent)
    : QDialog(parent), m_names(new QStringListModel(this)),
      m_separator(makeChooser(QStringLiteral("separator"))),
      m_decimal(makeChooser(QStringLiteral("decimal"))), m_header(new QCheckBox(this)),
      m_encoding(new QLabel(this)), m_table(new QTableWidget(this)),
      m_problem(makeChooser(QStringLiteral("problem"))), m_x(makeChooser(QStringLiteral("xColumn"))),
      m_y(makeChooser(QStringLiteral("yColumn"))), m_class(makeChooser(QStringLiteral("classColumn"))),
      m_separatorLabel(makeLabel(m_separator)), m_decimalLabel(makeLabel(m_decimal)),
      m_problemLabel(makeLabel(m_problem)), m_xLabel(makeLabel(m_x)), m_yLabel(makeLabel(m_y)),
      m_classLabel(makeLabel(m_class)), m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("import"));
    dressLikeParent(this);
    makeTable();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(kRhythm);
    column->addLayout(makeFormatRow());
    column->addWidget(m_table, 1);
    column->addLayout(makeColumnRow());
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    makeButtons(column);
    setPreview(preview);
    keepTranslated(this, [this] { retranslate(); });
    const QSize roomy(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 28);
    resize(parent ? roomy.boundedTo(parent->window()->size()) : roomy);
    m_open->setFocus();
}

void ImportDialog::retranslate()
{
    name(m_separator, tr("Separator"), tr("What stands between two cells"));
    setEntries(m_separator, {tr("Comma"), tr("Semicolon"), tr("Tab"), tr("Blanks")});
    m_separatorLabel->setText(tr("&Separator"));
    name(m_decimal, tr("Decimal mark"), tr("What stands before the decimals of a number"));
    setEntries(m_decimal, {tr("Point: 1.5"), tr("Comma: 1,5")});
    m_decimal->setPlaceholderText(tr("Not shown"));
    m_decimalLabel->setText(tr("&Decimal mark"));
    m_header->setText(tr("&Header above the rows"));
    m_header->setToolTip(tr("A row above the numbers has the names of the columns"));
    m_table->setAccessibleName(tr("The first rows"));
    m_table->setToolTip(tr("The first rows, as they are read"));
    name(m_problem, tr("What to learn"), tr("A curve through points, or which of two classes a point is of"));
    setEntries(m_problem, {tr("A curve: y from x"), tr("Two classes from two inputs")});
    m_problemLabel->setText(tr("&Learn"));
    name(m_x, tr("Column of x"), tr("The column of the first input"));
    name(m_y, tr("Column of y"), tr("The column of y, or of the second input"));
    name(m_class, tr("Column of the class"), tr("The column that says which of two classes each row is of"));
    for (QComboBox *chooser : {m_x, m_y, m_class})
        chooser->setPlaceholderText(tr("Choose"));
    m_classLabel->setText(tr("Cl&ass"));
    m_open->setText(tr("&Open"));
    m_open->setToolTip(tr("Open the columns that are chosen"));
    m_cancel->setText(tr("&Cancel"));
    m_cancel->setToolTip(tr("Keep what is open"));
    setPreview(m_preview); // its words too
}

QComboBox *ImportDialog::makeChooser(const QString &name)
{
    auto *chooser = new Chooser(this);
    chooser->setObjectName(name);
    chooser->setFocusPolicy(Qt::StrongFocus);
    // Its width without a look at thousands of names.
    chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser->setMinimumContentsLength(12);
    return chooser;
}

QLayout *ImportDialog::makeFormatRow()
{
    for (const char separator : {',', ';', '\t', ' '})
        m_separator->addItem(QString(), QChar(QLatin1Char(separator)));
    m_decimal->addItems({{}, {}}); // as in DecimalMark
    m_header->setObjectName(QStringLiteral("header"));
    m_encoding->setObjectName(QStringLiteral("encoding"));
    auto *row = new QHBoxLayout;
    row->setSpacing(kRhythm);
    row->addWidget(m_separatorLabel);
    row->addWidget(m_separator);
    row->addWidget(m_decimalLabel);
    row->addWidget(m_decimal);
    row->addWidget(m_header);
    row->addStretch(1);
    row->addWidget(m_encoding);
    connect(m_separator, &QComboBox::activated, this, &ImportDialog::chooseFormat);
    connect(m_decimal, &QComboBox::activated, this, &ImportDialog::chooseFormat);
    connect(m_header, &QCheckBox::clicked, this, &ImportDialog::chooseFormat);
    return row;
}

QLayout *ImportDialog::makeColumnRow()
{
    m_problem->addItems({{}, {}}); // a curve, classes
    m_problem->setMinimumContentsLength(24);
    auto *rows = new QVBoxLayout;
    auto *first = new QHBoxLayout;
    first->setSpacing(kRhythm);
    first->addWidget(m_problemLabel);
    first->addWidget(m_problem);
    first->addStretch(1);
    rows->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(kRhythm);
    for (const auto &[label, chooser] :
        {std::pair(m_xLabel, m_x), std::pair(m_yLabel, m_y), std::pair(m_classLabel, m_class)}) {
        chooser->setModel(m_names);
        second->addWidget(label);
        second->addWidget(chooser, 1);
        connect(chooser, &QComboBox::currentIndexChanged, this, &ImportDialog::follow);
    }
    rows->addLayout(second);
    connect(m_problem, &QComboBox::currentIndexChanged, this, &ImportDialog::followProblem);
    return rows;
}

void ImportDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("rows"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false); // Tab leaves it
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 16);
}

void ImportDialog::makeButtons(QVBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(QStringLiteral("open"));
    m_cancel = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

void ImportDialog::setPreview(const TablePreviewPtr &preview)
{
    const bool isSameTable = m_preview && m_preview->head.columns.size() == preview->head.columns.size();
    const ColumnPick chosen = isSameTable ? pick() : preview->suggestion;
    m_preview = preview;
    setWindowTitle(QFileInfo(QString::fromStdString(preview->file)).fileName());
    setFormat(preview->head.format);
    {
        const QSignalBlocker quietX(m_x);
        const QSignalBlocker quietY(m_y);
        const QSignalBlocker quietClass(m_class);
        const QSignalBlocker quietProblem(m_problem);
        setColumns();
        m_problem->setCurrentIndex(chosen.problem == Problem::Curve ? 0 : 1);
        choose(m_x, chosen.x ? chosen.x : preview->suggestion.x);
        choose(m_y, chosen.y ? chosen.y : preview->suggestion.y);
        choose(m_class, chosen.label);
    }
    fillTable();
    followProblem();
}

void ImportDialog::setFormat(const TableFormat &format)
{
    m_separator->setCurrentIndex(m_separator->findData(QChar(QLatin1Char(format.separator))));
    m_decimal->setCurrentIndex(format.decimal ? static_cast<int>(*format.decimal) : -1);
    m_header->setChecked(format.hasHeader);
    switch (format.encoding) {
    case Encoding::Utf8:
        m_encoding->setText(tr("UTF-8"));
        break;
    case Encoding::Latin1:
        m_encoding->setText(tr("Latin-1"));
        break;
    case Encoding::Utf16LittleEndian:
    case Encoding::Utf16BigEndian:
        m_encoding->setText(tr("UTF-16"));
        break;
    }
}

void ImportDialog::setColumns()
{
    QStringList names;
    for (std::size_t i = 0; i < m_preview->head.columns.size(); ++i) {
        const Column &name = m_preview->head.columns[i].name;
        const QString text = QString::fromStdString(name.name);
        const QString unit = QString::fromStdString(name.unit);
        names.append(text.isEmpty() ? tr("Column %1").arg(wholeText(i + 1))
                : unit.isEmpty()    ? text
                                    : tr("%1 (%2)").arg(text, unit));
    }
    m_names->setStringList(names);
}

void ImportDialog::fillTable()
{
    const TableHead &head = m_preview->head;
    const int columns = static_cast<int>(std::min(head.columns.size(), kMostTextColumns));
    m_table->clear();
    m_table->setColumnCount(columns);
    m_table->setRowCount(static_cast<int>(head.texts.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const std::vector<std::string> &texts = head.texts[static_cast<std::size_t>(row)];
        for (int column = 0; column < std::min(columns, static_cast<int>(texts.size())); ++column) {
            const auto index = static_cast<std::size_t>(column);
            m_table->setItem(row, column, new QTableWidgetItem(QString::fromStdString(texts[index])));
        }
    }
}

void ImportDialog::chooseFormat()
{
    FormatChoice choice;
    choice.separator = m_separator->currentData().toChar().toLatin1();
    // What was not shown by the old cells may be by the new ones.
    if (m_decimal->currentIndex() >= 0 && sender() != m_separator)
        choice.decimal = static_cast<DecimalMark>(m_decimal->currentIndex());
    choice.hasHeader = m_header->isChecked();
    emit formatChosen(choice);
}

void ImportDialog::followProblem()
{
    const bool isCurve = m_problem->currentIndex() == 0;
    m_xLabel->setText(isCurve ? tr("&x") : tr("Input &1"));
    m_yLabel->setText(isCurve ? tr("&y") : tr("Input &2"));
    m_class->setVisible(!isCurve);
    m_classLabel->setVisible(!isCurve);
    follow();
}

/// Everything that depends on what is chosen.
void ImportDialog::follow()
{
    m_note->setText(noteText());
    m_open->setEnabled(usableRows(m_preview->head, pick()) >= kFewestRows);
    QStringList headings;
    for (int i = 0; i < m_table->columnCount(); ++i)
        headings.append(headingOf(static_cast<std::size_t>(i)));
    m_table->setHorizontalHeaderLabels(headings);
}

ColumnPick ImportDialog::pick() const
{
    const bool isCurve = m_problem->currentIndex() == 0;
    return {isCurve ? Problem::Curve : Problem::Classes, chosenColumn(m_x), chosenColumn(m_y),
        isCurve ? std::nullopt : chosenColumn(m_class)};
}

ReadOptions ImportDialog::options() const
{
    ReadOptions options = readOptions(m_preview->head, pick());
    if (m_decimal->currentIndex() < 0)
        options.format.decimal = std::nullopt; // a later row may show it
    return options;
}

/// The name of a column, and what it is chosen for or seems to be.
QString ImportDialog::headingOf(std::size_t column) const
{
    const ColumnPick chosen = pick();
    QString role;
    if (column == chosen.x)
        role = chosen.problem == Problem::Curve ? tr("→ x") : tr("→ input 1");
    else if (column == chosen.y)
        role = chosen.problem == Problem::Curve ? tr("→ y") : tr("→ input 2");
    else if (column == chosen.label)
        role = tr("→ class");
    else
        role = columnKindText(kindOf(m_preview->head.columns[column]));
    return m_names->stringList().at(static_cast<qsizetype>(column)) + QLatin1Char('\n') + role;
}

QString ImportDialog::noteText() const
{
    const ColumnPick chosen = pick();
    const bool isWhole =
        chosen.x && chosen.y && (chosen.problem == Problem::Curve || chosen.label.has_value());
    if (!isWhole)
        return tr("Choose a column for each box.");
    if (chosen.x == chosen.y || chosen.label == chosen.x || chosen.label == chosen.y)
        return tr("One column is chosen twice. Choose different ones.");
    const std::size_t rows = m_preview->head.rows;
    const std::size_t usable = usableRows(m_preview->head, chosen);
    if (usable < kFewestRows)
        return tr(
            "%1 of the first %Ln row(s) can be used. At least three are needed: choose other columns, or "
            "another separator or decimal mark.",
            nullptr, static_cast<int>(rows))
            .arg(wholeText(usable));
    if (usable < rows)
        return tr("%1 of the first %Ln row(s) can be used, the others will be left out.", nullptr,
            static_cast<int>(rows))
            .arg(wholeText(usable));
    return tr("All of the first %Ln row(s) can be used.", nullptr, static_cast<int>(rows));
}

} // namespace overfit::ui
