// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/takeaway/scene_code.h"

#include "core/lessons/scenes.h"
#include "core/random.h"
#include "core/tables/shipped.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

using namespace overfit;

using Reason = SceneCodeError::Reason;

namespace {

Scenario of(const DataSource &data)
{
    Scenario scenario;
    scenario.data.source = data;
    return scenario;
}

Scenario decoded(const std::string &code)
{
    const auto result = parseSceneCode(code);
    const auto *const scenario = std::get_if<Scenario>(&result);
    return scenario != nullptr ? *scenario : of(DataSource::shippedSet("none"));
}

const std::string kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The digits with the two that go with them: what they spell modulo 1021.
std::string checked(std::string digits)
{
    std::size_t remainder = 0;
    for (const char digit : digits)
        remainder = (32 * remainder + kAlphabet.find(digit)) % 1021;
    digits += kAlphabet[remainder / 32];
    return digits + kAlphabet[remainder % 32];
}

/// Without dashes and without those two.
std::string digitsOf(std::string code)
{
    code.erase(std::remove(code.begin(), code.end(), '-'), code.end());
    return code.substr(0, code.size() - 2);
}

std::string plainCode()
{
    return sceneCode(Scenario()).value();
}

} // namespace

class SceneCodeTest : public QObject
{
    Q_OBJECT

private slots:
    void givesBackTheScenario_data();
    void givesBackTheScenario();
    void twelveCharactersAreEnoughForTheUsualDials_data();
    void twelveCharactersAreEnoughForTheUsualDials();
    void noWrongOrSwappedCharacterIsTakenForRight_data();
    void noWrongOrSwappedCharacterIsTakenForRight();
    void isReadHoweverItIsWritten();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void thereIsNoneForDataOfOnesOwn();
    void anyDigitsAreAScenarioWithinItsLimitsOrAnError();
    void staysTheSameInEveryVersion_data();
    void staysTheSameInEveryVersion();
};

void SceneCodeTest::givesBackTheScenario_data()
{
    QTest::addColumn<Scenario>("scenario");
    const auto row = [](const char *name, void (*edit)(Scenario &)) {
        Scenario scenario;
        edit(scenario);
        QTest::newRow(name) << scenario;
    };
    for (const Scene &scene : scenes())
        QTest::newRow(scene.title) << scene.scenario;
    for (const Target target : kTargets)
        QTest::newRow(targetName(target).data()) << of(DataSource::generated(target));
    for (const Shape shape : kShapes)
        QTest::newRow(shapeName(shape).data()) << of(DataSource::generatedClasses(shape));
    for (const ShippedSet &set : shippedSets())
        QTest::newRow(set.id.data()) << of(DataSource::shippedSet(std::string(set.id)));
    row("all dials", [](Scenario &s) {
        s.model.degree = 30;
        s.sampling.trainSize = 257;
        s.data.noise = 1;
        s.data.seed = kLargestSeed;
        s.curve = Dial::TrainSize;
    });
    row("odd noise", [](Scenario &s) { s.data.noise = 1.0 / 3.0; });
    row("ridge", [](Scenario &s) { s.model.ridge = 3.15e-6; });
    row("odd ridge", [](Scenario &s) { s.model.ridge = 0.1 + 0.2; });
    row("epochs", [](Scenario &s) {
        s.model.epochs = 2000;
        s.training.lastEpoch = 2000;
    });
    row("training", [](Scenario &s) {
        s.training.descent = {Optimizer::MiniBatches, 0.07, 0.999, 1000, 1.2, 999999};
    });
    row("a second model", [](Scenario &s) { s.rivals = {ModelSettings{30, 1000, 17}}; });
}

void SceneCodeTest::givesBackTheScenario()
{
    QFETCH(Scenario, scenario);
    const std::optional<std::string> code = sceneCode(scenario);
    QVERIFY(code);
    QCOMPARE(decoded(*code), scenario);
}

void SceneCodeTest::twelveCharactersAreEnoughForTheUsualDials_data()
{
    QTest::addColumn<int>("degree");
    QTest::addColumn<int>("trainSize");
    QTest::newRow("few") << 0 << 2;
    QTest::newRow("many") << 30 << 200;
}

void SceneCodeTest::twelveCharactersAreEnoughForTheUsualDials()
{
    QFETCH(int, degree);
    QFETCH(int, trainSize);
    Scenario scenario;
    scenario.model.degree = degree;
    scenario.sampling.trainSize = trainSize;
    scenario.data.seed = 123456;
    QCOMPARE(sceneCode(scenario)->size(), std::string("XXXX-XXXX-XXXX").size());
}

void SceneCodeTest::noWrongOrSwappedCharacterIsTakenForRight_data()
{
    QTest::addColumn<Scenario>("scenario");
    for (const Scene &scene : scenes())
        QTest::newRow(scene.title) << scene.scenario;
}

void SceneCodeTest::noWrongOrSwappedCharacterIsTakenForRight()
{
    QFETCH(Scenario, scenario);
    const std::string code = sceneCode(scenario).value();
    const auto isRefused = [](const std::string &text) {
        return std::holds_alternative<SceneCodeError>(parseSceneCode(text));
    };
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '-')
            continue;
        for (const char digit : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            std::string wrong = code;
            wrong[i] = digit;
            QVERIFY2(digit == code[i] || isRefused(wrong), wrong.c_str());
        }
        const std::size_t next = i + 1 < code.size() && code[i + 1] == '-' ? i + 2 : i + 1;
        if (next < code.size() && code[next] != code[i]) {
            std::string swapped = code;
            std::swap(swapped[i], swapped[next]);
            QVERIFY2(isRefused(swapped), swapped.c_str());
        }
    }
}

void SceneCodeTest::isReadHoweverItIsWritten()
{
    std::string code = plainCode();
    QCOMPARE(decoded(" " + code + "\n"), Scenario());
    for (char &character : code) {
        if (character == '-')
            character = ' ';
        else if (character == '0')
            character = 'o';
        else if (character == '1')
            character = 'l';
        else
            character = QChar::fromLatin1(character).toLower().toLatin1();
    }
    QCOMPARE(decoded(code), Scenario());
}

void SceneCodeTest::saysWhatIsWrong_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<SceneCodeError>("expected");
    const auto row = [](const char *name, const std::string &text, Reason reason, std::size_t position = 0) {
        QTest::newRow(name) << text << SceneCodeError{reason, position};
    };
    row("nothing", "", Reason::Empty);
    row("dashes", " - - ", Reason::Empty);
    row("a strange letter", "4F2K-0?QX", Reason::WrongCharacter, 7);
    row("U, which is left out", "U", Reason::WrongCharacter, 1);
    row("half of it", plainCode().substr(0, 8), Reason::TooShort);
    row("a character too much", plainCode() + "7", Reason::Misread);
    row("ones", "ZZZZ-ZZZZ-ZZR7", Reason::Misread);
    const std::string plain = digitsOf(plainCode());
    QCOMPARE(checked(plain), digitsOf(plainCode() + "00")); // the test knows the check digits
    // The first two bits are the version.
    row("from version 2", checked("G" + plain.substr(1)), Reason::NewerVersion);
    row("from version 2, longer", checked("G123456789ABCDEF"), Reason::NewerVersion);
    row("from version 3", checked("R" + plain.substr(1)), Reason::NewerVersion);
    row("from a version before the first", checked("0" + plain.substr(1)), Reason::Misread);
    row("data that are not there", checked("FS" + plain.substr(2)), Reason::Misread);
}

void SceneCodeTest::saysWhatIsWrong()
{
    QFETCH(std::string, text);
    QFETCH(SceneCodeError, expected);
    const auto result = parseSceneCode(text);
    QVERIFY(std::holds_alternative<SceneCodeError>(result));
    QCOMPARE(static_cast<int>(std::get<SceneCodeError>(result).reason), static_cast<int>(expected.reason));
    QCOMPARE(std::get<SceneCodeError>(result).position, expected.position);
}

void SceneCodeTest::thereIsNoneForDataOfOnesOwn()
{
    Scenario scenario;
    scenario.data.source = DataSource::ownTable(
        std::make_shared<const Table>(Table{"", {"x", ""}, {"y", ""}, {{1, 2, 3}, {1, 2, 3}}, ""}));
    QVERIFY(!sceneCode(scenario));
    Scenario large;
    large.sampling.trainSize = 258;
    QVERIFY(!sceneCode(large));
}

void SceneCodeTest::anyDigitsAreAScenarioWithinItsLimitsOrAnError()
{
    Scenario whole;
    whole.training.descent = {Optimizer::MiniBatches, 0.07, 0.999, 1000, 1.2, 999};
    whole.rivals = {ModelSettings{7, 0.5, 17}};
    const std::string digits = digitsOf(sceneCode(whole).value());
    Random random(1, Stream::Shuffling);
    const auto below = [&random](std::size_t end) {
        return std::min(end - 1, static_cast<std::size_t>(random.uniform() * static_cast<double>(end)));
    };
    int read = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string other = digits;
        for (std::size_t changes = 1 + below(3); changes > 0; --changes)
            other[below(other.size())] = kAlphabet[below(kAlphabet.size())];
        const auto result = parseSceneCode(checked(other));
        if (const auto *const scenario = std::get_if<Scenario>(&result)) {
            QVERIFY2(clamped(*scenario) == *scenario, other.c_str());
            QVERIFY2(scenario->training.descent.optimizer <= Optimizer::Adam, other.c_str());
            ++read;
        }
    }
    QVERIFY(read > 1000 && read < 19000);
}

/// Codes that stand in somebody's notes.
void SceneCodeTest::staysTheSameInEveryVersion_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Scenario>("scenario");
    const auto row = [](const char *name, const char *code, const DataSource &data) {
        QTest::newRow(name) << QString::fromLatin1(code) << of(data);
    };
    row("line", "818J-6800-58HY", DataSource::generated(Target::Line));
    row("cosine", "898J-6800-5869", DataSource::generated(Target::Cosine));
    row("sine", "8H8J-6800-58TH", DataSource::generated(Target::Sine));
    row("runge", "8S8J-6800-58EW", DataSource::generated(Target::Runge));
    row("step", "918J-6800-5837", DataSource::generated(Target::Step));
    row("bumps", "998J-6800-58QF", DataSource::generated(Target::Bumps));
    row("exponential", "9H8J-6800-58BT", DataSource::generated(Target::Exponential));
    row("pure-noise", "9S8J-6800-5805", DataSource::generated(Target::PureNoise));
    row("moons", "A18J-2G00-58JJ", DataSource::generatedClasses(Shape::Moons));
    row("circles", "A98J-2G00-586X", DataSource::generatedClasses(Shape::Circles));
    row("blobs", "AH8J-2G00-58V5", DataSource::generatedClasses(Shape::Blobs));
    row("spiral", "AS8J-2G00-58FG", DataSource::generatedClasses(Shape::Spiral));
    row("checkerboard", "B18J-2G00-583V", DataSource::generatedClasses(Shape::Checkerboard));
    row("cars", "B98J-6800-58SY", DataSource::shippedSet("cars"));
    row("pressure", "BH8J-6800-58E9", DataSource::shippedSet("pressure"));
    row("mcycle", "BS8J-6800-582M", DataSource::shippedSet("mcycle"));
    row("nile", "C18J-6800-58PW", DataSource::shippedSet("nile"));
    row("nottem", "C98J-6800-58B7", DataSource::shippedSet("nottem"));
    row("gag", "CH8J-6800-58ZF", DataSource::shippedSet("gag"));
    row("ozone", "CS8J-6800-58KT", DataSource::shippedSet("ozone"));
    row("iris", "D18J-2G00-586A", DataSource::shippedSet("iris"));
    row("crabs", "D98J-2G00-58TJ", DataSource::shippedSet("crabs"));
    row("ripley", "DH8J-2G00-58EX", DataSource::shippedSet("ripley"));
}

void SceneCodeTest::staysTheSameInEveryVersion()
{
    QFETCH(QString, code);
    QFETCH(Scenario, scenario);
    QCOMPARE(sceneCode(scenario), std::optional(code.toStdString()));
    QCOMPARE(decoded(code.toStdString()), scenario);
}

OVERFIT_TEST(SceneCodeTest)
#include "scene_code_test.moc"
