// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/takeaway/scene_code.h"

#include "core/text/exact_number.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace overfit {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned kBitsADigit = 5;
constexpr std::size_t kCheckDigits = 2;
constexpr std::size_t kFewestDigits = 12;
constexpr unsigned kVersion = 1;
constexpr unsigned kSourceBits = 5;
constexpr unsigned kSizeBits = 8;
constexpr unsigned kNoiseBits = 7;
constexpr unsigned kOddNoise = 127; // not a whole number of hundredths: written in full
constexpr unsigned kSeedBits = 20;
constexpr unsigned kEpochBits = 11;
constexpr unsigned kBatchBits = 10;
constexpr unsigned kOptimizerBits = 2;
constexpr unsigned kDialBits = 2;
constexpr unsigned kDegreeBits = 5;
constexpr unsigned kRivalBits = 1;

constexpr bool holds(unsigned bits, std::uint64_t largest)
{
    return largest < std::uint64_t{1} << bits;
}
// What a setting can be, its code can hold. (A train size that it can't is refused when a code is made.)
static_assert(holds(kSeedBits, kLargestSeed));
static_assert(holds(kEpochBits, kFullyTrained) && holds(kEpochBits, kLastEpochRange.high));
static_assert(holds(kBatchBits, kBatchSizeRange.high));
static_assert(holds(kOptimizerBits, static_cast<std::uint64_t>(Optimizer::Adam)));
static_assert(holds(kDialBits, kDials.size() - 1));
static_assert(holds(kRivalBits, kMostRivals));
static_assert(holds(kDegreeBits, kDegreeRange.high) && holds(kDegreeBits, kClassDegreeRange.high));

constexpr unsigned kMantissaBits = 17;
constexpr unsigned kExponentBits = 4;

/// The digits end too soon, or hold something that can't be.
struct Unreadable {
};

class BitWriter
{
public:
    void put(std::uint64_t value, unsigned bits)
    {
        for (unsigned bit = bits; bit > 0; --bit)
            m_bits.push_back(((value >> (bit - 1)) & 1U) != 0);
    }

    [[nodiscard]] std::vector<unsigned> digits() const
    {
        std::vector<unsigned> digits((m_bits.size() + kBitsADigit - 1) / kBitsADigit);
        for (std::size_t i = 0; i < m_bits.size(); ++i)
            digits[i / kBitsADigit] |= static_cast<unsigned>(m_bits[i])
                << (kBitsADigit - 1 - i % kBitsADigit);
        return digits;
    }

private:
    std::vector<bool> m_bits;
};

class BitReader
{
public:
    explicit BitReader(const std::vector<unsigned> &digits) : m_digits(digits) { }

    std::uint64_t take(unsigned bits)
    {
        std::uint64_t value = 0;
        for (; bits > 0; --bits, ++m_next) {
            if (m_next / kBitsADigit >= m_digits.size())
                throw Unreadable{};
            const unsigned digit = m_digits[m_next / kBitsADigit];
            value = 2 * value + ((digit >> (kBitsADigit - 1 - m_next % kBitsADigit)) & 1U);
        }
        return value;
    }

    int takeInt(unsigned bits) { return static_cast<int>(take(bits)); }

    [[nodiscard]] bool atEnd() const { return m_next + kBitsADigit > m_digits.size() * kBitsADigit; }

private:
    const std::vector<unsigned> &m_digits;
    std::size_t m_next = 0;
};

// --- numbers ---

/// A short decimal takes 22 bits, any other number 65.
void putReal(BitWriter &bits, double value)
{
    for (std::size_t exponent = 0; exponent < 1U << kExponentBits; ++exponent) {
        const double mantissa = std::round(value * kPowersOfTen[exponent]);
        if (mantissa < (1U << kMantissaBits) && mantissa / kPowersOfTen[exponent] == value) {
            bits.put(0, 1);
            bits.put(static_cast<std::uint64_t>(mantissa), kMantissaBits);
            bits.put(exponent, kExponentBits);
            return;
        }
    }
    bits.put(1, 1);
    bits.put(std::bit_cast<std::uint64_t>(value), 64);
}

double takeReal(BitReader &bits)
{
    if (bits.take(1) != 0)
        return std::bit_cast<double>(bits.take(64));
    const auto mantissa = static_cast<double>(bits.take(kMantissaBits));
    return mantissa / kPowersOfTen.at(bits.take(kExponentBits));
}

void putNoise(BitWriter &bits, double noise)
{
    const double hundredths = std::round(100 * noise);
    if (hundredths / 100 == noise && hundredths < kOddNoise) {
        bits.put(static_cast<std::uint64_t>(hundredths), kNoiseBits);
        return;
    }
    bits.put(kOddNoise, kNoiseBits);
    putReal(bits, noise);
}

double takeNoise(BitReader &bits)
{
    const std::uint64_t hundredths = bits.take(kNoiseBits);
    return hundredths == kOddNoise ? takeReal(bits) : static_cast<double>(hundredths) / 100;
}

// --- what a code is of ---

/// All that can be in a code; the index is the number that stands for it. Codes are in people's notes: what
/// is new goes to the end, whatever its kind, and nothing is taken out.
const std::vector<DataSource> &sources()
{
    static const std::vector<DataSource> all{
        DataSource::generated(Target::Line),
        DataSource::generated(Target::Cosine),
        DataSource::generated(Target::Sine),
        DataSource::generated(Target::Runge),
        DataSource::generated(Target::Step),
        DataSource::generated(Target::Bumps),
        DataSource::generated(Target::Exponential),
        DataSource::generated(Target::PureNoise),
        DataSource::generatedClasses(Shape::Moons),
        DataSource::generatedClasses(Shape::Circles),
        DataSource::generatedClasses(Shape::Blobs),
        DataSource::generatedClasses(Shape::Spiral),
        DataSource::generatedClasses(Shape::Checkerboard),
        DataSource::shippedSet("cars"),
        DataSource::shippedSet("pressure"),
        DataSource::shippedSet("mcycle"),
        DataSource::shippedSet("nile"),
        DataSource::shippedSet("nottem"),
        DataSource::shippedSet("gag"),
        DataSource::shippedSet("ozone"),
        DataSource::shippedSet("iris"),
        DataSource::shippedSet("crabs"),
        DataSource::shippedSet("ripley"),
    };
    return all;
}

/// What is left out of a code as its default: what does not bear on the picture.
Scenario essence(Scenario scenario)
{
    const Scenario plain;
    (problemOf(scenario) == Problem::Curve ? scenario.data.labelNoise : scenario.data.noise) =
        problemOf(scenario) == Problem::Curve ? plain.data.labelNoise : plain.data.noise;
    return scenario;
}

double &noiseOf(Scenario &scenario)
{
    return problemOf(scenario) == Problem::Curve ? scenario.data.noise : scenario.data.labelNoise;
}

bool isPlain(const Scenario &scenario)
{
    const Scenario plain;
    return scenario.model.ridge == plain.model.ridge && scenario.model.epochs == plain.model.epochs
        && scenario.training.lastEpoch == plain.training.lastEpoch
        && scenario.training.descent == plain.training.descent && scenario.rivals.empty();
}

void putModel(BitWriter &bits, const ModelSettings &model)
{
    bits.put(static_cast<std::uint64_t>(model.degree), kDegreeBits);
    putReal(bits, model.ridge);
    bits.put(static_cast<std::uint64_t>(model.epochs), kEpochBits);
}

ModelSettings takeModel(BitReader &bits)
{
    ModelSettings model;
    model.degree = bits.takeInt(kDegreeBits);
    model.ridge = takeReal(bits);
    model.epochs = bits.takeInt(kEpochBits);
    return model;
}

void putDescent(BitWriter &bits, const DescentSettings &descent)
{
    const bool isUsual = descent == DescentSettings();
    bits.put(isUsual ? 0 : 1, 1);
    if (isUsual)
        return;
    bits.put(static_cast<std::uint64_t>(descent.optimizer), kOptimizerBits);
    putReal(bits, descent.learningRate);
    putReal(bits, descent.rateFactor);
    bits.put(static_cast<std::uint64_t>(descent.batchSize), kBatchBits);
    putReal(bits, descent.startSpread);
    bits.put(descent.seed, kSeedBits);
}

DescentSettings takeDescent(BitReader &bits)
{
    DescentSettings descent;
    if (bits.take(1) == 0)
        return descent;
    const std::uint64_t optimizer = bits.take(kOptimizerBits);
    if (optimizer > static_cast<std::uint64_t>(Optimizer::Adam))
        throw Unreadable{};
    descent.optimizer = static_cast<Optimizer>(optimizer);
    descent.learningRate = takeReal(bits);
    descent.rateFactor = takeReal(bits);
    descent.batchSize = bits.takeInt(kBatchBits);
    descent.startSpread = takeReal(bits);
    descent.seed = bits.take(kSeedBits);
    return descent;
}

void putFurther(BitWriter &bits, const Scenario &scenario)
{
    bits.put(isPlain(scenario) ? 0 : 1, 1);
    if (isPlain(scenario))
        return;
    putReal(bits, scenario.model.ridge);
    bits.put(static_cast<std::uint64_t>(scenario.model.epochs), kEpochBits);
    bits.put(static_cast<std::uint64_t>(scenario.training.lastEpoch), kEpochBits);
    putDescent(bits, scenario.training.descent);
    bits.put(scenario.rivals.size(), kRivalBits);
    for (const ModelSettings &rival : scenario.rivals)
        putModel(bits, rival);
}

void takeFurther(BitReader &bits, Scenario &scenario)
{
    if (bits.take(1) == 0)
        return;
    scenario.model.ridge = takeReal(bits);
    scenario.model.epochs = bits.takeInt(kEpochBits);
    scenario.training.lastEpoch = bits.takeInt(kEpochBits);
    scenario.training.descent = takeDescent(bits);
    for (std::uint64_t rivals = bits.take(kRivalBits); rivals > 0; --rivals)
        scenario.rivals.push_back(takeModel(bits));
}

Scenario takeScenario(BitReader &bits)
{
    const std::vector<DataSource> &all = sources();
    const std::uint64_t source = bits.take(kSourceBits);
    if (source >= all.size())
        throw Unreadable{};
    Scenario scenario;
    scenario.data.source = all[source];
    scenario.model.degree = bits.takeInt(kDegreeBits);
    scenario.sampling.trainSize = bits.takeInt(kSizeBits) + kTrainSizeRange.low;
    noiseOf(scenario) = takeNoise(bits);
    scenario.data.seed = bits.take(kSeedBits);
    const std::uint64_t curve = bits.take(kDialBits);
    if (curve >= kDials.size())
        throw Unreadable{};
    scenario.curve = kDials.at(curve);
    takeFurther(bits, scenario);
    if (!bits.atEnd() || clamped(scenario) != scenario)
        throw Unreadable{};
    return scenario;
}

// --- digits ---

/// The number that the digits spell, modulo the largest prime that two digits hold: any one wrong digit and
/// any two neighbours that are swapped make it another one.
std::array<unsigned, kCheckDigits> checkDigits(const std::vector<unsigned> &digits)
{
    constexpr unsigned kPrime = 1021;
    unsigned remainder = 0;
    for (const unsigned digit : digits)
        remainder = (remainder * 32 + digit) % kPrime;
    return {remainder / 32, remainder % 32};
}

std::size_t digitOf(char character)
{
    if (character >= 'a' && character <= 'z')
        character = static_cast<char>(character - 'a' + 'A');
    if (character == 'O')
        character = '0';
    if (character == 'I' || character == 'L')
        character = '1';
    return kDigits.find(character);
}

std::variant<std::vector<unsigned>, SceneCodeError> digitsOf(std::string_view text)
{
    std::vector<unsigned> digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-' || text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r')
            continue;
        const std::size_t digit = digitOf(text[i]);
        if (digit == std::string_view::npos)
            return SceneCodeError{SceneCodeError::Reason::WrongCharacter, i + 1};
        digits.push_back(static_cast<unsigned>(digit));
    }
    return digits;
}

} // namespace

std::optional<std::string> sceneCode(const Scenario &scenario)
{
    Scenario kept = essence(clamped(scenario));
    const std::vector<DataSource> &all = sources();
    const auto source = std::find(all.begin(), all.end(), kept.data.source);
    const int size = kept.sampling.trainSize - kTrainSizeRange.low;
    if (source == all.end() || kept.data.points || size >= 1 << kSizeBits)
        return std::nullopt;
    BitWriter bits;
    bits.put(kVersion, 2);
    bits.put(static_cast<std::uint64_t>(source - all.begin()), kSourceBits);
    bits.put(static_cast<std::uint64_t>(kept.model.degree), kDegreeBits);
    bits.put(static_cast<std::uint64_t>(size), kSizeBits);
    putNoise(bits, noiseOf(kept));
    bits.put(kept.data.seed, kSeedBits);
    bits.put(static_cast<std::uint64_t>(kept.curve), kDialBits);
    putFurther(bits, kept);
    std::vector<unsigned> digits = bits.digits();
    for (const unsigned check : checkDigits(digits))
        digits.push_back(check);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text += '-';
        text += kDigits[digits[i]];
    }
    return text;
}

std::variant<Scenario, SceneCodeError> parseSceneCode(std::string_view text)
{
    using Reason = SceneCodeError::Reason;
    const auto read = digitsOf(text);
    if (const auto *const error = std::get_if<SceneCodeError>(&read))
        return *error;
    std::vector<unsigned> digits = std::get<std::vector<unsigned>>(read);
    if (digits.size() < kFewestDigits)
        return SceneCodeError{digits.empty() ? Reason::Empty : Reason::TooShort, 0};
    const std::vector<unsigned> found(digits.end() - kCheckDigits, digits.end());
    digits.resize(digits.size() - kCheckDigits);
    const auto expected = checkDigits(digits);
    if (!std::equal(found.begin(), found.end(), expected.begin()))
        return SceneCodeError{Reason::Misread, 0};
    try {
        BitReader bits(digits);
        const std::uint64_t version = bits.take(2);
        if (version != kVersion)
            return SceneCodeError{version > kVersion ? Reason::NewerVersion : Reason::Misread, 0};
        return takeScenario(bits);
    } catch (const Unreadable &) {
        return SceneCodeError{Reason::Misread, 0};
    }
}

} // namespace overfit
