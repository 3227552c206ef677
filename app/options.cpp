// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "core/data/targets.h"
#include "core/lessons/scenes.h"
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
        all.append({text(set.id), DataSource::shippedSet(std::string(set.id))});
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

QStringList subjectNames()
{
    return {QStringLiteral("fit"), QStringLiteral("accuracy"), QStringLiteral("window"),
        QStringLiteral("report"), QStringLiteral("points")}; // as in Subject
}

QStringList optimizerNames()
{
    return {QStringLiteral("gradient-descent"), QStringLiteral("mini-batches"),
        QStringLiteral("adam")}; // as in Optimizer
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
        option("degree", Text::tr("Degree of the polynomial, 0 to 30; of classes to 12."), "number"),
        option("train-size", Text::tr("Number of training points, from 2."), "number"),
        option("noise", Text::tr("Standard deviation of the noise of generated data, 0 to 1."), "number"),
        option("label-noise", Text::tr("Share of wrong labels of generated classes, 0 to 0.5."), "number"),
        option("ridge", Text::tr("Ridge penalty, 0 to 1000."), "number"),
        option("seed", Text::tr("Seed of the sample, 0 to 999999."), "number"),
        option("epochs", Text::tr("Train for so many epochs, 1 to 2000, instead of fully."), "number"),
        option("last-epoch", Text::tr("How far the curve of the epochs goes, 10 to 2000."), "number"),
        option("trained-by",
            Text::tr("How it is trained: %1.").arg(optimizerNames().join(QStringLiteral(", "))), "name"),
        option("learning-rate", Text::tr("Step of the training, 0.00001 to 10."), "number"),
        option("batch-size", Text::tr("Points a step of the training, 1 to 1000."), "number"),
        option("curve", Text::tr("The accuracy curve to look at: degree, train-size or epochs."), "dial"),
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

    void readInteger(const char *name, int low, int high, int &target) const
    {
        if (!has(name))
            return;
        bool good = false;
        const int value = text(name).toInt(&good);
        if (!good || value < low || value > high)
            refuse(name, Text::tr("a whole number from %1 to %2").arg(low).arg(high));
        target = value;
    }

    void readReal(const char *name, RealRange range, double &target) const
    {
        if (!has(name))
            return;
        bool good = false;
        const double value = text(name).toDouble(&good);
        if (!good || !(value >= range.low && value <= range.high))
            refuse(name, Text::tr("a number from %1 to %2").arg(range.low).arg(range.high));
        target = value;
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

void readTraining(const Reader &reader, Scenario &scenario)
{
    reader.readInteger("epochs", kEpochRange.low, kEpochRange.high, scenario.model.epochs);
    reader.readInteger("last-epoch", kLastEpochRange.low, kLastEpochRange.high, scenario.training.lastEpoch);
    if (const int optimizer = reader.choice("trained-by", optimizerNames()); optimizer >= 0)
        scenario.training.descent.optimizer = static_cast<Optimizer>(optimizer);
    reader.readReal("learning-rate", kLearningRateRange, scenario.training.descent.learningRate);
    reader.readInteger(
        "batch-size", kBatchSizeRange.low, kBatchSizeRange.high, scenario.training.descent.batchSize);
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
    const IntRange degrees = problemOf(scenario) == Problem::Classes ? kClassDegreeRange : kDegreeRange;
    reader.readInteger("degree", degrees.low, degrees.high, scenario.model.degree);
    reader.readInteger("train-size", kTrainSizeRange.low, kTrainSizeRange.high, scenario.sampling.trainSize);
    reader.readReal("noise", kNoiseRange, scenario.data.noise);
    reader.readReal("label-noise", kLabelNoiseRange, scenario.data.labelNoise);
    reader.readReal("ridge", kRidgeRange, scenario.model.ridge);
    int seed = static_cast<int>(scenario.data.seed);
    reader.readInteger("seed", 0, static_cast<int>(kLargestSeed), seed);
    scenario.data.seed = static_cast<std::uint64_t>(seed);
    const int dial = reader.choice(
        "curve", {QStringLiteral("degree"), QStringLiteral("train-size"), QStringLiteral("epochs")});
    if (dial >= 0)
        scenario.curve = static_cast<Dial>(dial);
    readTraining(reader, scenario);
    return clamped(scenario);
}

/// An experiment says all of it.
void refuseSettings(const Reader &reader)
{
    for (const char *const name : {"data", "scene", "degree", "train-size", "noise", "label-noise", "ridge",
             "seed", "epochs", "last-epoch", "trained-by", "learning-rate", "batch-size", "curve"}) {
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
    reader.readReal("scale", {0.5, ui::kLargestScale}, request.scale);
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
                .arg(ui::kSmallestWindow.width())
                .arg(ui::kSmallestWindow.height()));
    if (reader.has("screenshot") && options.screenshot.isEmpty())
        reader.refuse("screenshot", Text::tr("the name of a file"));
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        throw UsageError{Text::tr("One file can be opened at a time, but %1 were named.").arg(files.size())};
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
