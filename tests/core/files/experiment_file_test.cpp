// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_file.h"

#include "core/lessons/scenes.h"
#include "core/sampling/hand_points.h"
#include "core/text/number.h"
#include "tests/frame/test_class.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>
#include <memory>

using namespace overfit;

using Reason = ExperimentError::Reason;

namespace {

Scenario withOwnTable()
{
    Scenario scenario;
    scenario.data.source =
        DataSource::ownTable(std::make_shared<const Table>(Table{"Grüße", {"speed", "km/h"},
            {"braking distance", "m"}, {{1, 2.5, 1.0 / 3.0}, {1e-300, -7, 1e99}}, "cars.csv"}));
    return scenario;
}

Scenario withOwnClasses()
{
    Scenario scenario;
    scenario.data.source = DataSource::ownClassTable(
        std::make_shared<const ClassTable>(ClassTable{"Two species", {"length", "mm"}, {"width", "mm"},
            {"B", "O"}, {{1, 2, 3}, {4.5, 2, 1}, {0, 1, 0}}, "crabs.csv"}));
    return scenario;
}

Scenario edited(void (*edit)(Scenario &))
{
    Scenario scenario;
    edit(scenario);
    return scenario;
}

std::string textOf(const Scenario &scenario)
{
    return experimentText({scenario, {}}, "1.2.3");
}

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    const std::size_t place = text.find(what);
    return place == std::string::npos ? std::string() : text.replace(place, what.size(), by);
}

/// As somebody writes one by hand.
std::string byHand(const std::string &parts)
{
    return R"({"format": "overfit-experiment", "version": 1, )" + parts + "}";
}

std::string sine(const std::string &furtherParts)
{
    return byHand(R"("data": {"kind": "generated", "target": "sine"}, )" + furtherParts);
}

std::string own(const std::string &x, const std::string &y)
{
    return byHand(
        R"("data": {"kind": "own", "table": {"x": {"values": )" + x + R"(}, "y": {"values": )" + y + "}}}");
}

using Kind = Expectation::Kind;

void row(const char *name, const std::string &text, const ExperimentError &error)
{
    QTest::newRow(name) << text << error;
}

Expectation noFormula(const std::string &text)
{
    return {Expectation::Kind::Formula, 0, 0, {}, WrongFormula{text, *checkFormula(text, {-1, 1})}};
}

ExperimentError wrong(const char *member, const char *found, const Expectation &expected)
{
    return {Reason::WrongValue, "a", 0, 0, member, found, expected};
}

ExperimentError at(Reason reason, const char *member, const char *found = "")
{
    return {reason, "a", 0, 0, member, found};
}

} // namespace

class ExperimentFileTest : public QObject
{
    Q_OBJECT

private slots:
    void givesBackAllData_data();
    void givesBackAllData() { givesBackEverySetting(); }
    void givesBackEverySetting_data();
    void givesBackEverySetting();
    void givesBackEveryEditOfTheLargestNumbers_data();
    void givesBackEveryEditOfTheLargestNumbers();
    void givesBackTheView();
    void tellsOfOwnDataTheNameOfTheFileAndNotWhereItLies();
    void readsWhatSomebodyWroteByHand();
    void everyChangedByteIsRefusedOrMeansNothing();
    void everyCutIsRefused();
    void refusalsOfFilesNamePlaceAndReason_data();
    void refusalsOfFilesNamePlaceAndReason() { refusalsNamePlaceAndReason(); }
    void refusalsOfDataNamePlaceAndReason_data();
    void refusalsOfDataNamePlaceAndReason() { refusalsNamePlaceAndReason(); }
    void refusalsNamePlaceAndReason_data();
    void refusalsNamePlaceAndReason();
    void refusalsOfStructuresNamePlaceAndReason_data();
    void refusalsOfStructuresNamePlaceAndReason() { refusalsNamePlaceAndReason(); }
    void aListOfNumbersMayBeDeepInTheFile();
    void filesThatAreNoneAreRefused_data();
    void filesThatAreNoneAreRefused();
    void everyFileFollowsTheSchema();
};

void ExperimentFileTest::givesBackAllData_data()
{
    QTest::addColumn<Scenario>("scenario");
    for (const Scene &scene : scenes())
        QTest::newRow(scene.title) << scene.scenario;
    for (const Target target : kTargets) {
        Scenario scenario;
        scenario.data.source = DataSource::generated(target);
        QTest::newRow(targetName(target).data()) << scenario;
    }
    for (const Shape shape : kShapes) {
        Scenario scenario;
        scenario.data.source = DataSource::generatedClasses(shape);
        QTest::newRow(shapeName(shape).data()) << scenario;
    }
    QTest::newRow("shipped") << edited([](Scenario &s) { s.data.source = DataSource::shippedSet("cars"); });
    QTest::newRow("formula") << edited(
        [](Scenario &s) { s.data.source = DataSource::ofFormula("sin(3x) + 0.2x"); });
    QTest::newRow("own") << withOwnTable();
    QTest::newRow("own classes") << withOwnClasses();
    const Scenario classes = findScene("two-moons")->scenario;
    for (const Scenario &scenario : {Scenario(), withOwnTable(), classes}) {
        const std::string name =
            "points by hand " + std::to_string(static_cast<int>(scenario.data.source.kind()));
        QTest::newRow(name.c_str()) << addPoint(
            movePoint(scenario, {Role::Training, 1}, {0.25, 1.0 / 3.0}), Role::Validation, {-0.5, 2});
    }
}

void ExperimentFileTest::givesBackEverySetting_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("degree") << edited([](Scenario &s) { s.model.degree = 30; });
    QTest::newRow("train size") << edited([](Scenario &s) { s.sampling.trainSize = 1000000; });
    QTest::newRow("noise") << edited([](Scenario &s) { s.data.noise = 0.1 + 0.2; });
    QTest::newRow("label noise") << edited([](Scenario &s) { s.data.labelNoise = 1.0 / 3.0; });
    QTest::newRow("ridge") << edited([](Scenario &s) { s.model.ridge = 3.15e-6; });
    QTest::newRow("epochs") << edited([](Scenario &s) { s.model.epochs = 1; });
    QTest::newRow("last epoch") << edited([](Scenario &s) { s.training.lastEpoch = 2000; });
    QTest::newRow("optimizer") << edited(
        [](Scenario &s) { s.training.descent.optimizer = Optimizer::MiniBatches; });
    QTest::newRow("learning rate") << edited([](Scenario &s) { s.training.descent.learningRate = 0.07; });
    QTest::newRow("rate factor") << edited([](Scenario &s) { s.training.descent.rateFactor = 0.999; });
    QTest::newRow("batch size") << edited([](Scenario &s) { s.training.descent.batchSize = 77; });
    QTest::newRow("start spread") << edited([](Scenario &s) { s.training.descent.startSpread = 0.3; });
    QTest::newRow("seed of the training")
        << edited([](Scenario &s) { s.training.descent.seed = kLargestSeed; });
    QTest::newRow("seed") << edited([](Scenario &s) { s.data.seed = 0; });
    QTest::newRow("curve") << edited([](Scenario &s) { s.curve = Dial::TrainSize; });
    QTest::newRow("rival") << edited([](Scenario &s) { s.rivals = {ModelSettings{3, 0.5, 17}}; });
    QTest::newRow("rival, fully trained") << edited([](Scenario &s) {
        s.rivals = {ModelSettings{0, 0, kFullyTrained}};
    });
}

void ExperimentFileTest::givesBackEverySetting()
{
    QFETCH(Scenario, scenario);
    QCOMPARE(clamped(scenario), scenario);
    const ExperimentResult result = parseExperiment(textOf(scenario), "a.overfit");
    QVERIFY(std::holds_alternative<Experiment>(result));
    QCOMPARE(std::get<Experiment>(result), (Experiment{scenario, {}}));
}

void ExperimentFileTest::givesBackEveryEditOfTheLargestNumbers_data()
{
    QTest::addColumn<Scenario>("scenario");
    const std::vector<double> ends{-kLargestNumber, kLargestNumber, 0, kLargestNumber, -kLargestNumber, 1};
    const std::vector<double> others{1, kLargestNumber, -kLargestNumber, 2, 3, kLargestNumber};
    Scenario scenario;
    scenario.data.source = DataSource::ownTable(
        std::make_shared<const Table>(Table{"", {"x", ""}, {"y", ""}, {ends, others}, ""}));
    QTest::newRow("a curve") << scenario;
    scenario.data.source = DataSource::ownClassTable(std::make_shared<const ClassTable>(
        ClassTable{"", {"x1", ""}, {"x2", ""}, {"a", "b"}, {ends, others, {0, 1, 0, 1, 0, 1}}, ""}));
    QTest::newRow("classes") << scenario;
}

void ExperimentFileTest::givesBackEveryEditOfTheLargestNumbers()
{
    QFETCH(Scenario, scenario);
    using Edit = std::function<Scenario(const Scenario &, const PointId &)>;
    std::vector<Edit> edits{makeOutlier, switchRole, switchClass, deletePoint};
    for (const double far : {1e100, 2e100, -1e308, std::numeric_limits<double>::infinity()}) {
        edits.emplace_back([far](const Scenario &s, const PointId &id) {
            return movePoint(s, id, {far, -far});
        });
        edits.emplace_back([far](const Scenario &s, const PointId &id) {
            return addPoint(s, id.role, {far, -far});
        });
    }
    for (const Edit &edit : edits) {
        Scenario edited = scenario;
        for (int i = 0; i < 4; ++i) {
            for (const PointId &id : {PointId{Role::Training, 0}, PointId{Role::Validation, 0}})
                edited = edit(edited, id);
            QCOMPARE(clamped(edited), edited);
            const ExperimentResult result = parseExperiment(textOf(edited), "a");
            QVERIFY(std::holds_alternative<Experiment>(result));
            QCOMPARE(std::get<Experiment>(result).scenario, edited);
        }
    }
}

void ExperimentFileTest::givesBackTheView()
{
    const Experiment experiment{Scenario(), {false, true, 500, 25}};
    QCOMPARE(std::get<Experiment>(parseExperiment(experimentText(experiment, "1"), "a")), experiment);
}

void ExperimentFileTest::tellsOfOwnDataTheNameOfTheFileAndNotWhereItLies()
{
    const Scenario scenario = withOwnTable();
    Table table = *scenario.data.source.table();
    table.source = "/home/ada/lab/cars.csv";
    Scenario elsewhere;
    elsewhere.data.source = DataSource::ownTable(std::make_shared<const Table>(table));
    QCOMPARE(textOf(elsewhere), textOf(scenario));
}

void ExperimentFileTest::readsWhatSomebodyWroteByHand()
{
    Scenario expected;
    expected.model.degree = 9;
    const ExperimentResult result = parseExperiment(sine(R"("model": {"degree": 9})"), "a");
    QCOMPARE(std::get<Experiment>(result), (Experiment{expected, {}}));
}

/// Whichever byte is damaged, in whichever way: the file is refused, or it still says the same.
void ExperimentFileTest::everyChangedByteIsRefusedOrMeansNothing()
{
    const std::string whole = textOf(withOwnTable());
    const ExperimentResult original = parseExperiment(whole, "a");
    int refused = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const unsigned flipped : {0x01U, 0x02U, 0x04U, 0x10U, 0x80U}) {
            std::string damaged = whole;
            damaged[i] = static_cast<char>(static_cast<unsigned char>(damaged[i]) ^ flipped);
            const ExperimentResult result = parseExperiment(damaged, "a");
            const bool isRefused = std::holds_alternative<ExperimentError>(result);
            refused += isRefused ? 1 : 0;
            QVERIFY2(isRefused || result == original, damaged.c_str());
        }
    }
    QVERIFY(refused > static_cast<int>(whole.size()) * 3); // what is left are spaces and the version's name
}

void ExperimentFileTest::everyCutIsRefused()
{
    const std::string whole = textOf(withOwnTable());
    for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
        const ExperimentResult result = parseExperiment(whole.substr(0, length), "a");
        const auto *const error = std::get_if<ExperimentError>(&result);
        QVERIFY(error != nullptr);
        QCOMPARE(error->reason, Reason::NotJson);
        QVERIFY(error->line > 0);
    }
}

void ExperimentFileTest::refusalsOfFilesNamePlaceAndReason_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ExperimentError>("expected");
    row("nothing", "", {Reason::NotJson, "a", 1, 1});
    row("a word", "hello", {Reason::NotJson, "a", 1, 1});
    row("a missing comma", "{\"format\": 1\n  \"version\": 2}", {Reason::NotJson, "a", 2, 11});
    row("a number beyond all numbers", byHand("\n\"model\": {\"ridge\": 1e999}"),
        {Reason::NotJson, "a", 2, 24});
    row("a list", "[]", at(Reason::NotAnExperiment, ""));
    row("JSON of something else", R"({"type": "FeatureCollection"})", at(Reason::NotAnExperiment, ""));
    row("a newer version", R"({"format": "overfit-experiment", "version": 2, "map": {}})",
        at(Reason::NewerVersion, "version", "2"));
    row("no version", R"({"format": "overfit-experiment"})", at(Reason::MissingMember, "version"));
    row("version 0", R"({"format": "overfit-experiment", "version": 0})",
        wrong("version", "0", {Kind::WholeNumber, 1, 1}));
    row("no data", byHand(R"("model": {})"), at(Reason::MissingMember, "data"));
    row("an unknown part", sine(R"("modle": {})"), at(Reason::UnknownMember, "modle"));
    row("an unknown member", sine(R"("model": {"dgree": 3})"), at(Reason::UnknownMember, "model.dgree"));
    row("a setting changed after saving", replaced(textOf({}), "\"degree\": 5", "\"degree\": 6"),
        at(Reason::Changed, "model"));
    row("a part cut out", replaced(textOf({}), "\"comparison\": null,", ""),
        at(Reason::MissingMember, "comparison"));
    row("a checksum cut out", sine(R"("checksums": {})"), at(Reason::MissingMember, "checksums.data"));
}

void ExperimentFileTest::refusalsOfDataNamePlaceAndReason_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ExperimentError>("expected");
    row("a formula that is none", byHand(R"("data": {"kind": "formula", "formula": "sin("})"),
        wrong("data.formula", "\"sin(\"", noFormula("sin(")));
    row("a formula beyond all numbers", byHand(R"("data": {"kind": "formula", "formula": "1/x"})"),
        wrong("data.formula", "\"1/x\"", noFormula("1/x")));
    row("no table", byHand(R"("data": {"kind": "own"})"), at(Reason::MissingMember, "data.table"));
    row("a word among numbers", own(R"([1, "two", 3])", "[1, 2, 3]"),
        wrong("data.table.x.values[1]", "\"two\"", {Kind::Number, -1e100, 1e100}));
    row("a number too large", own("[1, 2, 3]", "[1, 2, 1e101]"),
        wrong("data.table.y.values[2]", "1e+101", {Kind::Number, -1e100, 1e100}));
    row("columns of different lengths", own("[1, 2, 3]", "[1, 2]"),
        wrong("data.table.y.values", "[…]", {Kind::Numbers}));
    row("two rows", own("[1, 2]", "[1, 2]"), at(Reason::TooFewRows, "data.table.x.values"));
    row("all inputs equal", own("[4, 4, 4]", "[1, 2, 3]"), at(Reason::AllInputsEqual, "data.table.x.values"));
    const std::string moons = R"("data": {"kind": "classes", "shape": "moons", "points": {"pool": )";
    const std::string few = R"({"x1": [0], "x2": [0], "labels": [1]})";
    row("too few points by hand", byHand(moons + few + R"(, "validation": )" + few + "}}"),
        wrong("data.points", "{…}", {Kind::Numbers}));
    row("points of another problem", byHand(moons + R"({"x": [1], "y": [1]}, "validation": {}}})"),
        at(Reason::UnknownMember, "data.points.pool.x"));
    row("a third class",
        byHand(moons + R"({"x1": [0, 1], "x2": [0, 1], "labels": [1, 2]}, "validation": {}}})"),
        wrong("data.points.pool.labels", "[…]", {Kind::WholeNumber, 0, 1}));
}

void ExperimentFileTest::refusalsNamePlaceAndReason_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ExperimentError>("expected");
    row("a part that is a list", sine(R"("model": [3])"), wrong("model", "[…]", {}));
    row("a degree too high", sine(R"("model": {"degree": 31})"),
        wrong("model.degree", "31", {Kind::WholeNumber, 0, 30}));
    row("half a degree", sine(R"("model": {"degree": 2.5})"),
        wrong("model.degree", "2.5", {Kind::WholeNumber, 0, 30}));
    row("a degree too high for classes",
        byHand(R"("data": {"kind": "classes", "shape": "moons"}, "model": {"degree": 13})"),
        wrong("model.degree", "13", {Kind::WholeNumber, 0, 12}));
    row("a word for a number", sine(R"("model": {"ridge": "none"})"),
        wrong("model.ridge", "\"none\"", {Kind::Number, 0, 1000}));
    row("a curve that ends before its epoch", sine(R"("model": {"epochs": 300, "lastEpoch": 200})"),
        wrong("model.lastEpoch", "200", {Kind::WholeNumber, 300, 2000}));
    row("an unknown optimizer", sine(R"("training": {"optimizer": "sgd"})"),
        wrong("training.optimizer", "\"sgd\"",
            {Kind::Choice, 0, 0, {"gradient-descent", "mini-batches", "adam"}}));
    row("a second model of classes",
        byHand(R"("data": {"kind": "classes", "shape": "moons"}, "comparison": {"degree": 3})"),
        at(Reason::UnknownMember, "comparison"));
    row("a number for yes or no", sine(R"("view": {"truthShown": 1})"),
        wrong("view.truthShown", "1", {Kind::Flag}));
    row("a number for a name", byHand(R"("data": {"kind": "shipped", "set": 7})"),
        wrong("data.set", "7", {Kind::Choice, 0, 0, {"cars"}}));
}

void ExperimentFileTest::refusalsNamePlaceAndReason()
{
    QFETCH(std::string, text);
    QFETCH(ExperimentError, expected);
    const ExperimentResult result = parseExperiment(text, "a");
    QVERIFY(std::holds_alternative<ExperimentError>(result));
    ExperimentError error = std::get<ExperimentError>(result);
    if (error.member == "data.set") // of the many sets one is enough here
        error.expected.choices.resize(1);
    QCOMPARE(error.reason, expected.reason);
    QCOMPARE(error.member, expected.member);
    QCOMPARE(error.found, expected.found);
    QCOMPARE(error.line, expected.line);
    QCOMPARE(error.column, expected.column);
    QCOMPARE(error, expected);
}

void ExperimentFileTest::refusalsOfStructuresNamePlaceAndReason_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ExperimentError>("expected");
    const std::string deep(100000, '[');
    const std::string start = "{\"format\": \"overfit-experiment\",\n\"version\": ";
    row("a version that is a deep list", start + deep, {Reason::NotJson, "a", 2, 19});
    row("a version that is a deep list and ends", start + deep + std::string(100000, ']') + "}",
        {Reason::NotJson, "a", 2, 19});
    std::string objects;
    for (int i = 0; i < 100000; ++i)
        objects += "{\"data\": ";
    row("deep objects", objects, {Reason::NotJson, "a", 1, 73});
    row("a version that is a list", start + "[[1]]}", wrong("version", "[…]", {Kind::WholeNumber, 1, 1}));
    row("lists among numbers", own("[1, [2, [3]], 4]", "[1, 2, 3]"),
        wrong("data.table.x.values[1]", "[…]", {Kind::Number, -1e100, 1e100}));
    row("objects among numbers", own("[1, 2, 3]", R"([{"a": 1, "a": {}}, {}])"),
        wrong("data.table.y.values[0]", "{…}", {Kind::Number, -1e100, 1e100}));
    row("a setting twice", sine("\n  \"model\": {\"degree\": 3, \"degree\": 7}"),
        {Reason::NotJson, "a", 2, 26, "degree"});
    row("a setting twice, spelt in two ways", sine("\n\"model\": {\"degree\": 3, \"d\\u0065gree\": 7}"),
        {Reason::NotJson, "a", 2, 24, "degree"});
    row("a name with quotes in it twice", "{\"a\\\"b\": 3,\n\"a\\\"b\": 7}",
        {Reason::NotJson, "a", 2, 1, "a\\\"b"});
    row("a part twice", sine("\n\"data\": {\"kind\": \"shipped\", \"set\": \"cars\"}"),
        {Reason::NotJson, "a", 2, 1, "data"});
    const std::string name = std::string(20, 'a') + "\\n" + std::string(100000, 'b');
    const std::string shown = std::string(20, 'a') + "\\n" + std::string(17, 'b') + "…";
    row("a long name of two lines", sine("\"" + name + "\": 3"), at(Reason::UnknownMember, shown.c_str()));
    row("a long name of two lines in a part", sine("\"model\": {\"" + name + "\": 3}"),
        at(Reason::UnknownMember, ("model." + shown).c_str()));
    row("a long name of two lines, twice", "{\"" + name + "\": 3, \"" + name + "\": 3}",
        {Reason::NotJson, "a", 1, 100031, shown});
    std::string many = "\"a\": 0";
    for (int i = 0; i < 200000; ++i)
        many += ", \"a" + std::to_string(i) + "\": {}";
    row("very many members", sine("\"model\": {" + many + "}"), at(Reason::UnknownMember, "model.a"));
}

/// The deepest that a file which was saved has.
void ExperimentFileTest::aListOfNumbersMayBeDeepInTheFile()
{
    const std::string points = R"({"x": [0.25, -0.5, 1], "y": [1, 2, 3]})";
    const ExperimentResult result =
        parseExperiment(byHand(R"("data": {"kind": "generated", "target": "sine", "points": {"pool": )"
                            + points + R"(, "validation": )" + points + "}}"),
            "a");
    const auto *const experiment = std::get_if<Experiment>(&result);
    QVERIFY(experiment != nullptr);
    QCOMPARE(experiment->scenario.data.points->curve.pool, (Dataset{{0.25, -0.5, 1}, {1, 2, 3}}));
}

void ExperimentFileTest::filesThatAreNoneAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("reason");
    QTest::newRow("missing") << "no.overfit" << static_cast<int>(Reason::CannotOpen);
    QTest::newRow("a folder") << "folder" << static_cast<int>(Reason::IsDirectory);
    QTest::newRow("empty") << "empty.overfit" << static_cast<int>(Reason::NotJson);
#ifndef _WIN32
    QTest::newRow("a device") << "/dev/null" << static_cast<int>(Reason::NotAFile);
#endif
}

void ExperimentFileTest::filesThatAreNoneAreRefused()
{
    QFETCH(QString, name);
    QFETCH(int, reason);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
    QFile empty(folder.filePath(QStringLiteral("empty.overfit")));
    QVERIFY(empty.open(QFile::WriteOnly));
    const std::filesystem::path path(QDir(folder.path()).absoluteFilePath(name).toStdU16String());
    const ExperimentResult result = readExperiment(path, StopToken());
    QVERIFY(std::holds_alternative<ExperimentError>(result));
    const auto error = std::get<ExperimentError>(result);
    QCOMPARE(static_cast<int>(error.reason), reason);
    QVERIFY(QString::fromStdString(error.file).endsWith(name));
    QCOMPARE(error.found.empty(), error.reason != Reason::CannotOpen);
}

/// An independent reader, with the schema that is published.
void ExperimentFileTest::everyFileFollowsTheSchema()
{
    const QString python = QStringLiteral("python3");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import jsonschema")}) != 0)
        QSKIP("there is no python3 with jsonschema");
    Scenario all = withOwnTable();
    all.rivals = {ModelSettings{3, 0.5, 17}};
    all.model.epochs = 40;
    std::vector<Scenario> scenarios{Scenario(), all, withOwnClasses(),
        addPoint(Scenario(), Role::Training, {0.5, 0.5}),
        addPoint(findScene("two-moons")->scenario, Role::Validation, {0.5, 0.5})};
    for (const Scene &scene : scenes())
        scenarios.push_back(scene.scenario);
    const QTemporaryDir folder;
    QStringList arguments{QStringLiteral(OVERFIT_TEST_DATA "/../core/files/follows_schema.py"),
        QStringLiteral(OVERFIT_TEST_DATA "/../../resources/experiment.schema.json"),
        folder.filePath(QStringLiteral("0"))};
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        QFile file(folder.filePath(QString::number(i)));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray::fromStdString(textOf(scenarios[i])));
        arguments.append(file.fileName());
    }
    QProcess checker;
    checker.start(python, arguments);
    QVERIFY(checker.waitForFinished());
    QCOMPARE(checker.readAllStandardError(), QByteArray());
    QCOMPARE(checker.readAllStandardOutput().trimmed(), QByteArray());
    QCOMPARE(checker.exitCode(), 0);
}

OVERFIT_TEST(ExperimentFileTest)
#include "experiment_file_test.moc"
