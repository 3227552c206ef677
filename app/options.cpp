// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "core/data/targets.h"
#include "core/lessons/scenes.h"
#include "core/scenario/dial.h"
#include "core/scenario/setting.h"
#include "core/tables/shipped.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace overfit::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::app::Options)
};

/// A wrong option, in words; caught where the command line is parsed.
struct UsageError {
    QString text;
};

struct NamedData {
    QString name;
    DataSource data;
};

QList<NamedData> namedData()
{
    QList<NamedData> all;
    const auto text = [](std::string_view name) {
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    };
    for (const Target target : kTargets)
        all.append({text(targetName(target)), DataSource::generated(target)});
    for (const Shape shape : kShapes)
        all.append({text(shapeName(shape)), DataSource::generatedClasses(shape)});
    for (const ShippedSet &set : shippedSets())
        all.append({text(set.id), DataSource::shippedSet(set.id)});
    return all;
}

QString dataNames()
{
    QStringList names;
    for (const NamedData &named : namedData())
        names.append(named.name);
    return names.join(QStringLiteral(", "));
}

QStringList sceneNames()
{
    QStringList names;
    for (const Scene &scene : scenes())
        names.append(QString::fromUtf8(scene.id.data(), static_cast<qsizetype>(scene.id.size())));
    return names;
}

QStringList dialNames()
{
    QStringList names;
    for (const DialRow &row : dialRows())
        names.append(QString::fromLatin1(row.id));
    return names;
}

QStringList subjectNames()
{
    return {QStringLiteral("fit"), QStringLiteral("accuracy"), QStringLiteral("window"),
        QStringLiteral("report"), QStringLiteral("points")}; // as in Subject
}

/// Without an exponent, as one would type it.
QStringList optimizerTexts()
{
    QStringList names;
    for (const std::string &name : optimizerNames())
        names.append(QString::fromStdString(name));
    return names;
}

/// What the options of the settings that are numbers are for; %1 and %2 are the ends of their ranges.
QString settingHelp(const SettingRow &row)
{
    const std::string_view option = row.option;
    if (option == "degree")
        return Text::tr("Degree of the polynomial, %1 to %2; of classes to %3.")
            .replace(QStringLiteral("%3"), QString::number(kClassDegreeRange.high));
    if (option == "train-size")
        return Text::tr("Number of training points, from %1.");
    if (option == "noise")
        return Text::tr("Standard deviation of the noise of generated data, %1 to %2.");
    if (option == "label-noise")
        return Text::tr("Share of wrong labels of generated classes, %1 to %2.");
    if (option == "ridge")
        return Text::tr("Ridge penalty, %1 to %2.");
    if (option == "seed")
        return Text::tr("Seed of the sample, %1 to %2.");
    if (option == "epochs")
        return Text::tr("Train for so many epochs, %1 to %2, instead of fully.");
    if (option == "last-epoch")
        return Text::tr("How far the curve of the epochs goes, %1 to %2.");
    if (option == "learning-rate")
        return Text::tr("Step of the training, %1 to %2.");
    if (option == "batch-size")
        return Text::tr("Points a step of the training, %1 to %2.");
    return Text::tr("How it is trained: %1.").arg(optimizerTexts().join(QStringLiteral(", ")));
}

QList<QCommandLineOption> settingOptions()
{
    QList<QCommandLineOption> options;
    for (const SettingRow &row : settingRows()) {
        if (row.option == nullptr)
            continue;
        const RealRange range = row.range(Problem::Curve);
        QString help = settingHelp(row);
        help.replace(QStringLiteral("%1"), QString::fromStdString(plainNumber(range.low)));
        help.replace(QStringLiteral("%2"), QString::fromStdString(plainNumber(range.high)));
        const bool isChoice = row.kind == SettingKind::Choice;
        options.append(QCommandLineOption(QString::fromLatin1(row.option), help,
            isChoice ? QStringLiteral("name") : QStringLiteral("number")));
    }
    return options;
}

QList<QCommandLineOption> allOptions()
{
    const auto option = [](const char *name, const QString &help, const char *value = nullptr) {
        return QCommandLineOption(QString::fromLatin1(name), help, QString::fromLatin1(value));
    };
    return {
        option(
            "screenshot", Text::tr("Save a picture of the window, print the accuracies and leave."), "file"),
        option("export",
            Text::tr("Save a file without showing the window, print the accuracies and leave: %1.")
                .arg(subjectNames().join(QStringLiteral(", "))),
            "what"),
        option("output",
            Text::tr("The file to export to; its ending is the format: png, svg, pdf, html, csv or py."),
            "file"),
        option("scale", Text::tr("Pixels of an exported PNG for each of its size, 0.5 to 8; 2 by default."),
            "factor"),
        option("size",
            Text::tr("Size of the window, from 960x600, or of an exported chart, such as 1280x720."), "WxH"),
        option("theme", Text::tr("Colours: desktop, light or dark."), "name"),
        option("data", Text::tr("What to learn from: %1.").arg(dataNames()), "name"),
        option("scene",
            Text::tr("What to open with; other options change it: %1.")
                .arg(sceneNames().join(QStringLiteral(", "))),
            "name"),
        option("curve",
            Text::tr("The accuracy curve to look at: %1.").arg(dialNames().join(QStringLiteral(", "))),
            "dial"),
        option("more", Text::tr("Show the further settings and figures.")),
    };
}

/// The values of the options, checked one by one.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) { }

    [[nodiscard]] QString text(const char *name) const { return m_parser.value(QString::fromLatin1(name)); }
    [[nodiscard]] bool has(const char *name) const { return m_parser.isSet(QString::fromLatin1(name)); }

    [[nodiscard]] int integer(const char *name, IntRange range) const
    {
        bool good = false;
        const int value = text(name).toInt(&good);
        if (!good || value < range.low || value > range.high)
            refuse(name,
                Text::tr("a whole number from %1 to %2")
                    .arg(QString::number(range.low), QString::number(range.high)));
        return value;
    }

    [[nodiscard]] double real(const char *name, RealRange range) const
    {
        bool good = false;
        const double value = text(name).toDouble(&good);
        if (!good || !(value >= range.low && value <= range.high))
            refuse(name,
                Text::tr("a number from %1 to %2")
                    .arg(QString::number(range.low), QString::number(range.high)));
        return value;
    }

    /// One of @p choices, as its index; -1 where the option is not given.
    [[nodiscard]] int choice(const char *name, const QStringList &choices) const
    {
        if (!has(name))
            return -1;
        const auto index = static_cast<int>(choices.indexOf(text(name)));
        if (index < 0)
            refuse(name, Text::tr("one of %1").arg(choices.join(QStringLiteral(", "))));
        return index;
    }

    [[noreturn]] void refuse(const char *name, const QString &expected) const
    {
        throw UsageError{
            Text::tr("--%1 %2: expected %3.").arg(QString::fromLatin1(name), text(name), expected)};
    }

private:
    const QCommandLineParser &m_parser;
};

QSize readSize(const Reader &reader)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    if (!reader.has("size"))
        return {};
    const QRegularExpressionMatch match = pattern.match(reader.text("size"));
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() > 10000 || size.height() > 10000)
        reader.refuse("size", Text::tr("a width and a height of 100 to 10000, such as 1280x720"));
    return size;
}

/// The settings that are numbers.
void readSettings(const Reader &reader, Scenario &scenario)
{
    const Problem problem = problemOf(scenario);
    for (const SettingRow &row : settingRows()) {
        if (row.option == nullptr || !reader.has(row.option))
            continue;
        const RealRange range = row.range(problem);
        if (row.kind == SettingKind::Choice)
            row.set(scenario, reader.choice(row.option, optimizerTexts()));
        else if (row.kind == SettingKind::Real)
            row.set(scenario, reader.real(row.option, range));
        else
            row.set(scenario,
                reader.integer(row.option, {static_cast<int>(range.low), static_cast<int>(range.high)}));
    }
}

Scenario readScenario(const Reader &reader)
{
    Scenario scenario;
    if (const int scene = reader.choice("scene", sceneNames()); scene >= 0)
        scenario = scenes()[static_cast<std::size_t>(scene)].scenario;
    QStringList names;
    for (const NamedData &named : namedData())
        names.append(named.name);
    if (const int data = reader.choice("data", names); data >= 0)
        scenario.data.source = namedData()[data].data;
    readSettings(reader, scenario);
    if (const int dial = reader.choice("curve", dialNames()); dial >= 0)
        scenario.curve = kDials.at(static_cast<std::size_t>(dial));
    return clamped(scenario);
}

/// An experiment says all of it.
void refuseSettings(const Reader &reader)
{
    std::vector<const char *> names{"data", "scene", "curve"};
    for (const SettingRow &row : settingRows()) {
        if (row.option != nullptr)
            names.push_back(row.option);
    }
    for (const char *const name : names) {
        if (reader.has(name))
            throw UsageError{
                Text::tr("--%1 can't be given together with an experiment, which holds all settings.")
                    .arg(QString::fromLatin1(name))};
    }
}

/// Nothing where no export is asked for.
std::optional<ui::ExportRequest> readExport(const Reader &reader, const Options &options)
{
    const int subject = reader.choice("export", subjectNames());
    if (subject < 0) {
        for (const char *name : {"output", "scale"})
            if (reader.has(name))
                throw UsageError{Text::tr("--%1 goes with --export.").arg(QLatin1String(name))};
        return std::nullopt;
    }
    if (reader.has("screenshot"))
        throw UsageError{Text::tr("--export and --screenshot do not go together.")};
    ui::ExportRequest request;
    request.subject = static_cast<ui::Subject>(subject);
    request.path = reader.text("output");
    if (request.path.isEmpty())
        throw UsageError{Text::tr("--export needs --output and the name of a file.")};
    if (reader.has("scale"))
        request.scale = reader.real("scale", {0.5, ui::kLargestScale});
    if (options.size.isValid())
        request.size = options.size;
    request.dark = options.theme == ui::Theme::Dark;
    if (const QString problem = ui::usageProblem(request); !problem.isEmpty())
        throw UsageError{QStringLiteral("--output: %1").arg(problem)};
    return request;
}

Options readOptions(const QCommandLineParser &parser)
{
    const Reader reader(parser);
    Options options;
    options.scenario = readScenario(reader);
    const int theme =
        reader.choice("theme", {QStringLiteral("desktop"), QStringLiteral("light"), QStringLiteral("dark")});
    options.theme = static_cast<ui::Theme>(std::max(theme, 0));
    options.screenshot = reader.text("screenshot");
    options.size = readSize(reader);
    options.more = reader.has("more");
    options.exported = readExport(reader, options);
    const bool isOfWindow = !options.exported || options.exported->subject == ui::Subject::Window;
    if (options.size.isValid() && isOfWindow && options.size.expandedTo(ui::kSmallestWindow) != options.size)
        reader.refuse("size",
            Text::tr("at least %1x%2 for the window")
                .arg(QString::number(ui::kSmallestWindow.width()),
                    QString::number(ui::kSmallestWindow.height())));
    if (reader.has("screenshot") && options.screenshot.isEmpty())
        reader.refuse("screenshot", Text::tr("the name of a file"));
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        throw UsageError{Text::tr("One file can be opened at a time, but %Ln were named.", nullptr,
            static_cast<int>(files.size()))};
    options.file = files.value(0);
    if (isExperiment(options.file))
        refuseSettings(reader);
    else if (!options.file.isEmpty() && reader.has("data"))
        throw UsageError{Text::tr("--data can't be given together with a table, which is all of the data.")};
    return options;
}

} // namespace

bool isExperiment(const QString &file)
{
    return file.endsWith(QLatin1String(".overfit"), Qt::CaseInsensitive);
}

std::variant<Options, Farewell> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("See a model stop learning and start memorising."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"),
        Text::tr("An experiment (.overfit), or a CSV file with a column of x and a column of y."),
        QStringLiteral("[file]"));
    parser.addOptions(allOptions());
    parser.addOptions(settingOptions());
    const QString seeHelp = Text::tr("Try --help.");
    if (!parser.parse(arguments))
        return Farewell{QStringLiteral("overfit: %1 %2\n").arg(parser.errorText(), seeHelp), 2};
    if (parser.isSet(help))
        return Farewell{parser.helpText(), 0};
    if (parser.isSet(version))
        return Farewell{QStringLiteral("Overfit %1\n").arg(QCoreApplication::applicationVersion()), 0};
    try {
        return readOptions(parser);
    } catch (const UsageError &error) {
        return Farewell{QStringLiteral("overfit: %1 %2\n").arg(error.text, seeHelp), 2};
    }
}

} // namespace overfit::app
