// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/takeaway/python_text.h"

#include "core/analysis/epoch_run.h"
#include "core/random.h"
#include "core/text/exact_number.h"

#include <locale>
#include <sstream>
#include <vector>

namespace overfit {

namespace {

constexpr std::string_view kScale = R"(
def scale(x, low, high):
    """x mapped from [low, high] to [-1, 1], exactly at the ends."""
    return ((0.5 * x - 0.5 * low) - (0.5 * high - 0.5 * x)) / (0.5 * high - 0.5 * low)

)";

// Nishimura, "Tables of 64-bit Mersenne Twisters", ACM TOMACS 10 (2000), 348-357.
constexpr std::string_view kRandom = R"(
class MersenneTwister64:
    """The random numbers that shuffle: std::mt19937_64 of C++ (NumPy's has 32 bits)."""

    def __init__(self, seed):
        self.state = [seed]
        for i in range(1, 312):
            last = self.state[-1]
            self.state.append((6364136223846793005 * (last ^ (last >> 62)) + i) & (2**64 - 1))
        self.at = 312

    def draw(self):
        s = self.state
        if self.at == 312:
            for i in range(312):
                y = (s[i] & 0xFFFFFFFF80000000) | (s[(i + 1) % 312] & 0x7FFFFFFF)
                s[i] = s[(i + 156) % 312] ^ (y >> 1) ^ (0xB5026F5AA96619E9 if y & 1 else 0)
            self.at = 0
        y = s[self.at]
        self.at += 1
        y ^= (y >> 29) & 0x5555555555555555
        y ^= (y << 17) & 0x71D67FFFEDA60000
        y ^= (y << 37) & 0xFFF7EEE000000000
        return y ^ (y >> 43)

    def below(self, count):
        draw = self.draw()
        while draw < 2**64 % count:
            draw = self.draw()
        return draw % count

    def shuffle(self, order):
        for left in range(len(order), 1, -1):
            other = self.below(left)
            order[left - 1], order[other] = order[other], order[left - 1]

)";

constexpr std::string_view kDescentStart = R"(
def descend(X, target, decay, epochs):
    """Gradient descent on mean(loss) + decay/2 * sum(w[1:]**2); the constant is not penalised."""
    n, batch = len(target), min(len(target), BATCH_SIZE)
    w = START[: X.shape[1]].copy()
    order = list(range(n))
    rate = LEARNING_RATE
)";

constexpr std::string_view kDescentEpoch = R"(    for _ in range(epochs):
        before = w.copy()
)";

constexpr std::string_view kDescentBatch = R"(        for first in range(0, n, batch):
            rows = order[first : first + batch]
            z = X[rows] @ w
            gradient = X[rows].T @ (predicted(z) - target[rows]) / len(rows)
            gradient[1:] += decay * w[1:]
)";

constexpr std::string_view kPlainStep = "            w -= rate * gradient\n";

// Kingma and Ba, "Adam: A Method for Stochastic Optimization" (ICLR 2015), algorithm 1
constexpr std::string_view kAdamStep = R"(            steps += 1
            mean = 0.9 * mean + 0.1 * gradient
            square = 0.999 * square + 0.001 * gradient**2
            w -= rate / (1 - 0.9**steps) * mean / (np.sqrt(square / (1 - 0.999**steps)) + 1e-8)
)";

constexpr std::string_view kDescentEnd = R"(        rate = min(rate * RATE_FACTOR, 10)
        if not np.all(np.abs(w) < 1e8):  # the learning rate is too large
            return before
    return w

)";

std::ostringstream exactStream()
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(17);
    return text;
}

template <typename Value>
std::string arrayText(
    std::string_view name, std::span<const Value> values, std::size_t perLine, std::string_view type)
{
    std::ostringstream text = exactStream();
    text << name << " = np.array([";
    for (std::size_t i = 0; i < values.size(); ++i) {
        text << (i % perLine == 0 ? "\n    " : " ");
        if (values[i] != values[i]) // NaN, which Python has no literal of
            text << "np.nan,";
        else
            text << +values[i] << ','; // with the plus, a small integer is a number
    }
    text << "\n], dtype=" << type << ")\n";
    return text.str();
}

std::vector<double> startingWeights(const DescentSettings &settings, std::size_t count)
{
    std::vector<double> weights(count);
    Random random(settings.seed, Stream::StartingWeights);
    for (double &weight : weights)
        weight = settings.startSpread * (settings.startSpread > 0 ? random.normal() : 0);
    return weights;
}

bool isPrinted(char character)
{
    return static_cast<unsigned char>(character) >= 0x20 && static_cast<unsigned char>(character) != 0x7F;
}

} // namespace

std::string pythonArray(std::string_view name, std::span<const double> values)
{
    return arrayText(name, values, 4, "float");
}

std::string pythonArray(std::string_view name, std::span<const std::uint8_t> values)
{
    return arrayText(name, values, 32, "int");
}

std::string pythonNumber(std::string_view name, double value)
{
    return std::string(name) + " = " + exactNumber(value) + '\n';
}

std::string pythonNumber(std::string_view name, int value)
{
    return std::string(name) + " = " + std::to_string(value) + '\n';
}

std::string pythonString(std::string_view name, std::string_view value)
{
    std::string text = std::string(name) + " = \"";
    for (const char character : value) {
        if (character == '"' || character == '\\')
            text += '\\';
        text += isPrinted(character) ? character : ' ';
    }
    return text + "\"\n";
}

std::string_view pythonScale()
{
    return kScale;
}

std::string pythonDescent(const DescentSettings &settings, std::size_t weights, bool logistic)
{
    const bool batches = settings.optimizer != Optimizer::GradientDescent;
    const bool adam = settings.optimizer == Optimizer::Adam;
    std::string text = pythonNumber("LEARNING_RATE", settings.learningRate);
    text += pythonNumber("RATE_FACTOR", settings.rateFactor) + "# all of them where there are fewer\n"
        + pythonNumber("BATCH_SIZE", batches ? settings.batchSize : static_cast<int>(kMostByEpochs))
        + pythonArray("START", startingWeights(settings, weights)) + '\n';
    if (batches)
        text += kRandom;
    text += logistic ? "\ndef predicted(z):\n    return 0.5 * (1 + np.tanh(0.5 * z))\n\n"
                     : "\ndef predicted(z):\n    return z\n\n";
    text += kDescentStart;
    if (batches)
        text += "    random = MersenneTwister64("
            + std::to_string(engineSeed(settings.seed, Stream::Shuffling)) + ")\n";
    if (adam)
        text += "    mean, square, steps = np.zeros_like(w), np.zeros_like(w), 0\n";
    text += kDescentEpoch;
    if (batches)
        text += "        if batch < n:\n            random.shuffle(order)\n";
    text += kDescentBatch;
    text += adam ? kAdamStep : kPlainStep;
    return text += kDescentEnd;
}

} // namespace overfit
