// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/takeaway/python_script.h"

#include "core/analysis/epoch_run.h"
#include "core/takeaway/axis_names.h"
#include "core/takeaway/python_text.h"

#include <algorithm>

namespace overfit {

namespace {

constexpr std::string_view kFeatures = R"(
def features(x, degree):
    """P_0(u) ... P_degree(u), the Legendre polynomials of u = x mapped to [-1, 1]: powers of x themselves
    would lose all digits at higher degrees."""
    return np.polynomial.legendre.legvander(scale(x, LOW, HIGH), degree)

)";

constexpr std::string_view kFit = R"(
def fit(degree, ridge):
    """Coefficients that minimise the sum of squared errors + ridge * sum(coefficients[1:]**2)."""
    X = features(x_train, degree)
    if ridge > 0 and degree > 0:
        model = Ridge(alpha=ridge, solver="svd").fit(X[:, 1:], y_train)
        return np.append(model.intercept_, model.coef_)
    if len(np.unique(x_train)) <= degree:  # many solutions: the one with the smallest coefficients
        return np.linalg.lstsq(X, y_train, rcond=5e-15)[0]
    return LinearRegression(fit_intercept=False).fit(X, y_train).coef_  # the first feature is the constant

)";

constexpr std::string_view kTrain = R"(
def train(degree, ridge, epochs):
    """Coefficients after so many epochs, trained on y about its mean, in units of its deviation."""
    x, y = x_train[:SEEN], y_train[:SEEN]
    mean, deviation = y.mean(), y.std() or 1.0
    w = descend(features(x, degree), (y - mean) / deviation, ridge / len(y_train), epochs)
    return deviation * w + mean * (np.arange(degree + 1) == 0)

)";

constexpr std::string_view kReport = R"(
def model(coefficients, x):
    return features(x, len(coefficients) - 1) @ coefficients


def r2(coefficients, x, y):
    return r2_score(y, model(coefficients, x)) if len(np.unique(y)) > 1 else float("nan")


def report(name, coefficients):
    print(name, "training R2", float(r2(coefficients, x_train, y_train)))
    print(name, "validation R2", float(r2(coefficients, x_validation, y_validation)))
    print(name, "coefficients", *coefficients.tolist())

)";

constexpr std::string_view kDraw = R"(
try:
    import matplotlib.pyplot as plt
except ImportError:
    print("Install Matplotlib to see the picture.")
else:
    x = np.linspace(SHOWN_LOW, SHOWN_HIGH, 481)
    if TARGET is not None:
        plt.plot(x, TARGET, ":", color="#6b7681", label="target function")
    plt.plot(x, model(coefficients, x), color="#15181c", label="model")
    if B is not None:
        plt.plot(x, model(B, x), "--", color="#87127a", label="B")
    plt.plot(x_validation, y_validation, "D", mfc="none", color="#d55e00", label="validation")
    plt.plot(x_train, y_train, "o", color="#0b6bb8", label="training")
    plt.xlabel(X_NAME)
    plt.ylabel(Y_NAME)
    plt.ylim(*Y_RANGE)
    plt.legend()
    plt.show()
)";

constexpr std::string_view kPlaneFeatures = R"(
def features(x1, x2, degree):
    """The products P_i(u1) P_j(u2) of Legendre polynomials, i + j <= degree, by rising i + j."""
    first = np.polynomial.legendre.legvander(scale(x1, *DOMAIN_1), degree)
    second = np.polynomial.legendre.legvander(scale(x2, *DOMAIN_2), degree)
    return np.column_stack(
        [first[:, total - j] * second[:, j] for total in range(degree + 1) for j in range(total + 1)])

)";

constexpr std::string_view kClassFit = R"(
def log_loss(label, z):
    """-ln of the probability given to the true class."""
    return np.logaddexp(0, np.where(label == 1, -z, z))


def polish(X, label, penalties, w):
    """Newton's method from w on sum(log loss) + sum(penalties * w**2)/2: the last digits, whatever the solver."""
    def value(w):
        return log_loss(label, X @ w).sum() + 0.5 * (penalties * w**2).sum()

    for _ in range(100):
        p = 0.5 * (1 + np.tanh(0.5 * (X @ w)))
        gradient = X.T @ (p - label) + penalties * w
        step = np.linalg.solve((X.T * (p * (1 - p))) @ X + np.diag(penalties), gradient)
        length = 1.0
        while length > 1e-12 and value(w - length * step) > value(w):
            length /= 2
        w = w - length * step
        if gradient @ step < 1e-20 * (1 + value(w)):
            break
    return w


def fit(degree, ridge):
    """Weights that minimise sum(log loss) + penalty/2 * sum(w**2). Without a penalty, those of classes that can
    be separated would grow without end; the constant has the least one only."""
    X = features(x1_train, x2_train, degree)
    penalty = max(ridge, LEAST_PENALTY)
    unit = np.ones(X.shape[1])
    unit[0] = np.sqrt(penalty / LEAST_PENALTY)
    w = np.zeros(X.shape[1])
    if len(np.unique(label_train)) == 2:
        model = LogisticRegression(C=1 / penalty, fit_intercept=False, tol=1e-8, max_iter=10000)
        w = model.fit(X * unit, label_train).coef_[0] * unit
    return polish(X, label_train, penalty / unit**2, w)

)";

constexpr std::string_view kClassTrain = R"(
def train(degree, ridge, epochs):
    """Weights after so many epochs."""
    X = features(x1_train[:SEEN], x2_train[:SEEN], degree)
    return descend(X, label_train[:SEEN], ridge / len(label_train), epochs)

)";

constexpr std::string_view kClassReport = R"(
def report(name, x1, x2, label):
    z = features(x1, x2, DEGREE) @ coefficients
    print("A", name, "accuracy", float(((z > 0) == (label == 1)).mean()))
    print("A", name, "log loss", float(log_loss(label, z).mean()))

)";

constexpr std::string_view kClassLoss = R"(
def log_loss(label, z):
    """-ln of the probability given to the true class."""
    return np.logaddexp(0, np.where(label == 1, -z, z))

)";

constexpr std::string_view kClassDraw = R"(
report("training", x1_train, x2_train, label_train)
report("validation", x1_validation, x2_validation, label_validation)
print("A", "coefficients", *coefficients.tolist())

try:
    import matplotlib.pyplot as plt
except ImportError:
    print("Install Matplotlib to see the picture.")
else:
    x1, x2 = np.meshgrid(np.linspace(*SHOWN_1, 256), np.linspace(*SHOWN_2, 192))
    z = (features(x1.ravel(), x2.ravel(), DEGREE) @ coefficients).reshape(x1.shape)
    plt.contourf(x1, x2, predicted(z), levels=np.linspace(0, 1, 21), cmap="PRGn_r", alpha=0.5)
    plt.contour(x1, x2, z, levels=[0], colors="#15181c")
    for label, color, mark in ((0, "#0f7a4c", "o"), (1, "#87127a", "s")):
        of = label_validation == label
        plt.plot(x1_validation[of], x2_validation[of], mark, mfc="none", ms=4, color=color)
        of = label_train == label
        plt.plot(x1_train[of], x2_train[of], mark, color=color, label=CLASSES[label])
    plt.xlabel(X1_NAME)
    plt.ylabel(X2_NAME)
    plt.legend()
    plt.show()
)";

constexpr std::string_view kPredicted = R"(
def predicted(z):
    return 0.5 * (1 + np.tanh(0.5 * z))

)";

std::string heading(const Snapshot &snapshot, std::string_view model, std::size_t trained, std::size_t judged)
{
    std::string text = "# Made by Overfit. " + std::string(model) + " of degree "
        + std::to_string(snapshot.scenario.model.degree) + ", trained on " + std::to_string(trained)
        + " points and judged by " + std::to_string(judged) + " others.\n";
    return text + "# Needs NumPy and scikit-learn; the picture, Matplotlib.\nimport numpy as np\n";
}

std::string settingsOf(const Scenario &scenario, int epoch)
{
    std::string text =
        pythonNumber("DEGREE", scenario.model.degree) + pythonNumber("RIDGE", scenario.model.ridge);
    if (epoch != kFullyTrained)
        text += pythonNumber("EPOCHS", epoch) + "# trains on so many at the most\n"
            + pythonNumber("SEEN", static_cast<int>(kMostByEpochs));
    return text;
}

bool fullyTrained(int epochs)
{
    return epochs == kFullyTrained;
}

/// fit(…) or train(…), whichever makes the model.
std::string madeBy(const ModelSettings &settings)
{
    const std::string given = std::to_string(settings.degree) + ", " + "RIDGE_B";
    return fullyTrained(settings.epochs) ? "fit(" + given + ")"
                                         : "train(" + given + ", " + std::to_string(settings.epochs) + ")";
}

std::string curveData(const Snapshot &snapshot)
{
    const Split &split = *snapshot.curve->split;
    const AxisNames names = axisNames(snapshot.scenario.data.source);
    const Examples training = split.training();
    std::string text = pythonString("X_NAME", names.x) + pythonString("Y_NAME", names.y)
        + pythonNumber("LOW", split.domain.low) + pythonNumber("HIGH", split.domain.high)
        + "# What is drawn: beyond these two, where a validation point was moved there.\n"
        + pythonNumber("SHOWN_LOW", snapshot.curve->shown.low)
        + pythonNumber("SHOWN_HIGH", snapshot.curve->shown.high);
    double low = split.range.low;
    double high = split.range.high;
    for (const double y : snapshot.curve->target) {
        low = std::min(low, y);
        high = std::max(high, y);
    }
    const double room = low < high ? 0.1 * (high - low) : 1;
    text += pythonArray("Y_RANGE", std::vector{low - room, high + room});
    text += pythonArray("x_train", training.x) + pythonArray("y_train", training.y)
        + pythonArray("x_validation", split.validation->x) + pythonArray("y_validation", split.validation->y);
    text += "# The target function at 481 equally spaced x from SHOWN_LOW to SHOWN_HIGH; None where it is "
            "not known.\n";
    return text
        + (snapshot.curve->target.empty() ? "TARGET = None\n"
                                          : pythonArray("TARGET", snapshot.curve->target));
}

/// The line that makes the coefficients of the model.
std::string curveModel(const Snapshot &snapshot)
{
    const Fit &fit = snapshot.curve->fit;
    if (!fullyTrained(snapshot.epoch))
        return "coefficients = train(DEGREE, RIDGE, EPOCHS)\n";
    const int missing = snapshot.scenario.model.degree + 1 - fit.rank;
    if (fit.minimumNorm || missing <= 0)
        return "coefficients = fit(DEGREE, RIDGE)\n";
    // As the window has it: see Fit::rank.
    return "# In double precision the highest powers can't be told apart on these points; they are left "
           "out.\n"
           "coefficients = np.append(fit(DEGREE - "
        + std::to_string(missing) + ", RIDGE), np.zeros(" + std::to_string(missing) + "))\n";
}

std::string curveScript(const Snapshot &snapshot)
{
    const Split &split = *snapshot.curve->split;
    const Scenario &scenario = snapshot.scenario;
    const RivalAnswer *rival = snapshot.rival();
    const bool descends = !fullyTrained(snapshot.epoch) || (rival && !fullyTrained(rival->settings.epochs));
    const int degree = std::max(scenario.model.degree, rival ? rival->settings.degree : 0);
    std::string text = heading(snapshot, "A polynomial", split.trainSize, split.validation->size());
    text +=
        "from sklearn.linear_model import LinearRegression, Ridge\nfrom sklearn.metrics import r2_score\n\n";
    text += settingsOf(scenario, snapshot.epoch);
    if (rival) {
        text += pythonNumber("RIDGE_B", rival->settings.ridge);
        if (fullyTrained(snapshot.epoch) && descends)
            text += pythonNumber("SEEN", static_cast<int>(kMostByEpochs));
    }
    text += curveData(snapshot);
    text += pythonScale();
    text += kFeatures;
    text += kFit;
    if (descends) {
        text += pythonDescent(scenario.training.descent, static_cast<std::size_t>(degree) + 1, false);
        text += kTrain;
    }
    text += kReport;
    text += '\n' + curveModel(snapshot) + "report(\"A\", coefficients)\n";
    text += rival ? "B = " + madeBy(rival->settings) + "\nreport(\"B\", B)\n" : "B = None\n";
    return text += kDraw;
}

std::string classData(const ClassAnswer &answer, const AxisNames &names)
{
    const ClassSplit &split = *answer.split;
    const Rectangle &shown = answer.picture.domain;
    const ClassExamples training = split.training();
    std::string text = pythonString("X1_NAME", names.x) + pythonString("X2_NAME", names.y) + "CLASSES = {}\n"
        + pythonString("CLASSES[0]", names.classes[0]) + pythonString("CLASSES[1]", names.classes[1]);
    for (const auto &[name, domain] :
        {std::pair{"DOMAIN_1", split.domain.x1}, std::pair{"DOMAIN_2", split.domain.x2},
            std::pair{"SHOWN_1", shown.x1}, std::pair{"SHOWN_2", shown.x2}})
        text += pythonArray(name, std::vector{domain.low, domain.high});
    text += pythonArray("x1_train", training.x1) + pythonArray("x2_train", training.x2)
        + pythonArray("label_train", training.label);
    return text + pythonArray("x1_validation", split.validation->x1)
        + pythonArray("x2_validation", split.validation->x2)
        + pythonArray("label_validation", split.validation->label);
}

std::string classScript(const Snapshot &snapshot)
{
    const ClassSplit &split = *snapshot.classes->split;
    const bool fitted = fullyTrained(snapshot.epoch);
    std::string text = heading(snapshot, "Logistic regression", split.trainSize, split.validation->size());
    text += fitted ? "from sklearn.linear_model import LogisticRegression\n\n" : "\n";
    text += settingsOf(snapshot.scenario, snapshot.epoch);
    text += pythonNumber("LEAST_PENALTY", kLeastPenalty);
    text += classData(*snapshot.classes, axisNames(snapshot.scenario.data.source));
    text += pythonScale();
    text += kPlaneFeatures;
    if (fitted) {
        text += kPredicted;
        text += kClassFit;
    } else {
        text += pythonDescent(
            snapshot.scenario.training.descent, planeTerms(snapshot.scenario.model.degree), true);
        text += kClassLoss;
        text += kClassTrain;
    }
    text += kClassReport;
    text += fitted ? "\ncoefficients = fit(DEGREE, RIDGE)" : "\ncoefficients = train(DEGREE, RIDGE, EPOCHS)";
    return text += kClassDraw;
}

} // namespace

std::size_t scriptSize(const Snapshot &snapshot)
{
    if (snapshot.classes)
        return snapshot.classes->split->trainSize + snapshot.classes->split->validation->size();
    return snapshot.curve->split->trainSize + snapshot.curve->split->validation->size();
}

std::string pythonScript(const Snapshot &snapshot)
{
    return snapshot.classes ? classScript(snapshot) : curveScript(snapshot);
}

} // namespace overfit
