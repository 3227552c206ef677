// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/dial_strings.h"

#include "ui/words/numbers.h"
#include "ui/words/strings.h"

#include <QCoreApplication>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

} // namespace

DialTexts dialTexts(Dial dial)
{
    switch (dial) {
    case Dial::Degree:
        return {Strings::tr("&Degree"),
            Strings::tr("How bendable the model is: a polynomial of this degree (Alt+D)"),
            Strings::tr("De&gree"), Strings::tr("Accuracy for every polynomial degree (Alt+G)"),
            Strings::tr("Degree"), Strings::tr("Accuracy by degree")};
    case Dial::TrainSize:
        return {Strings::tr("&Train size"), Strings::tr("How many points the model learns from (Alt+T)"),
            Strings::tr("Train si&ze"), Strings::tr("Accuracy for every number of training points (Alt+Z)"),
            Strings::tr("Train size"), Strings::tr("Accuracy by train size")};
    case Dial::Epochs:
        return {Strings::tr("Ep&ochs"),
            Strings::tr("How often training goes through the points; at the right end the model is fully "
                        "trained (Alt+O)"),
            Strings::tr("E&pochs"), Strings::tr("Accuracy after every epoch of training (Alt+P)"),
            Strings::tr("Epoch"), Strings::tr("Accuracy by epochs")};
    case Dial::Ridge:
        break;
    }
    return {Strings::tr("&Ridge λ"), Strings::tr("The price of large coefficients; 0 for none (Alt+R)"),
        Strings::tr("Ridge λ"), Strings::tr("Accuracy for every price of large coefficients (Alt+4)"),
        Strings::tr("Ridge λ"), Strings::tr("Accuracy by ridge"), QKeySequence(Qt::ALT | Qt::Key_4)};
}

QString dialValueText(Dial dial, double value)
{
    switch (dialRow(dial).format) {
    case DialFormat::Whole:
        return wholeText(value);
    case DialFormat::Epochs:
        return epochText(static_cast<int>(value));
    case DialFormat::Penalty:
        break;
    }
    return numberText(value, 3);
}

} // namespace overfit::ui
