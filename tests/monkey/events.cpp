// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monkey/events.h"

#include "app/session.h"
#include "tests/monkey/hands.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/point_picking.h"
#include "ui/controls/dial_slider.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSpinBox>

#include <array>
#include <numeric>

namespace overfit::monkey {
namespace {

void click(const Playground &ground)
{
    Hands &hands = ground.hands;
    const QWidget *const widget = hands.within(Hands::top(&ground.session.window()));
    const QPoint place = hands.placeIn(widget);
    if (hands.oneIn(6))
        hands.doubleClick(widget, place);
    else
        hands.click(widget, place, hands.oneIn(5) ? Qt::RightButton : Qt::LeftButton, hands.modifiers());
}

/// Pressed, moved about, and seldom let go only later.
void dragFrom(const Playground &ground, const QWidget *widget, const QPoint &place, int reach)
{
    Hands &hands = ground.hands;
    hands.press(widget, place, hands.oneIn(10) ? Qt::RightButton : Qt::LeftButton, hands.modifiers());
    for (int step = hands.chance(7); step > 0; --step) {
        hands.moveBy({hands.chance(2 * reach + 1) - reach, hands.chance(2 * reach + 1) - reach});
        if (hands.oneIn(20))
            hands.key(hands.oneIn(2) ? Qt::Key_Escape : Qt::Key_Delete);
        if (hands.oneIn(20))
            hands.key(Qt::Key_Z, Qt::ControlModifier);
    }
    if (!hands.oneIn(12))
        hands.release();
}

void drag(const Playground &ground)
{
    Hands &hands = ground.hands;
    const QWidget *const widget = hands.within(Hands::top(&ground.session.window()));
    dragFrom(ground, widget, hands.placeIn(widget), 90);
}

void dragPoint(const Playground &ground)
{
    const QList<ui::SeenPoint> points = ui::seenPoints(ground.session.window().scenario());
    for (const auto *plot : ground.session.window().findChildren<ui::PlotView *>()) {
        if (!plot->isVisible() || plot->objectName() == QLatin1String("accuracyPlot") || points.isEmpty())
            continue;
        const QPointF pixel = plot->map().toPixel(ground.hands.pick(points).value);
        dragFrom(ground, plot->viewport(), pixel.toPoint(), 80);
    }
}

void editPoint(const Playground &ground)
{
    Hands &hands = ground.hands;
    dragPoint(ground);
    static const std::array keys{Qt::Key_Delete, Qt::Key_O, Qt::Key_T, Qt::Key_C, Qt::Key_A, Qt::Key_Insert,
        Qt::Key_Left, Qt::Key_Home, Qt::Key_PageUp, Qt::Key_Escape, Qt::Key_Up};
    for (int count = hands.chance(5); count > 0; --count)
        hands.key(hands.pick(keys), hands.oneIn(3) ? Qt::AltModifier : hands.modifiers());
}

void moveDial(const Playground &ground)
{
    Hands &hands = ground.hands;
    auto *const dial = hands.pick(ground.session.window().findChildren<ui::DialSlider *>());
    if (!dial->isVisible() || !dial->isEnabled())
        return;
    if (hands.oneIn(2)) {
        dragFrom(ground, dial, hands.placeIn(dial), 120);
        return;
    }
    dial->setFocus();
    static const std::array keys{
        Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End};
    for (int count = 1 + hands.chance(5); count > 0; --count)
        hands.key(hands.pick(keys), hands.oneIn(4) ? Qt::ShiftModifier : Qt::NoModifier);
}

void wheel(const Playground &ground)
{
    Hands &hands = ground.hands;
    QWidget *const widget = hands.within(Hands::top(&ground.session.window()));
    if (hands.oneIn(2))
        widget->setFocus(Qt::MouseFocusReason);
    for (int count = 1 + hands.chance(3); count > 0; --count)
        hands.turnWheel(widget, hands.placeIn(widget), (hands.chance(9) - 4) * (hands.oneIn(4) ? 15 : 120));
}

void someKey(const Playground &ground)
{
    Hands &hands = ground.hands;
    static const std::array keys{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp,
        Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End, Qt::Key_Escape, Qt::Key_Return, Qt::Key_Space,
        Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Insert, Qt::Key_A, Qt::Key_T,
        Qt::Key_O, Qt::Key_B, Qt::Key_1, Qt::Key_9, Qt::Key_Minus, Qt::Key_F10, Qt::Key_Menu, Qt::Key_F4,
        Qt::Key_Alt};
    const Qt::Key key = hands.pick(keys);
    for (int count = 1 + (hands.oneIn(4) ? hands.chance(8) : 0); count > 0; --count)
        hands.key(key, hands.modifiers());
}

void shortcut(const Playground &ground)
{
    Hands &hands = ground.hands;
    QList<QKeySequence> sequences;
    for (const auto *action : ground.session.window().findChildren<QAction *>())
        if (!action->shortcut().isEmpty())
            sequences.append(action->shortcut());
    for (const Qt::Key letter : {Qt::Key_F, Qt::Key_E, Qt::Key_V, Qt::Key_H, Qt::Key_D, Qt::Key_T, Qt::Key_S})
        sequences.append(QKeySequence(Qt::ALT | letter));
    const QKeyCombination keys = hands.pick(sequences)[0];
    hands.key(keys.key(), keys.keyboardModifiers());
}

void command(const Playground &ground)
{
    QList<QAction *> actions;
    for (auto *action : ground.session.window().findChildren<QAction *>())
        if (action->isEnabled() && !action->isSeparator() && action->menu() == nullptr
            && QApplication::activeModalWidget() == nullptr)
            actions.append(action);
    if (!actions.isEmpty())
        ground.hands.pick(actions)->trigger();
}

void typeIntoBox(const Playground &ground)
{
    Hands &hands = ground.hands;
    QList<QWidget *> boxes;
    for (auto *widget : Hands::top(&ground.session.window())->findChildren<QWidget *>())
        if (widget->isVisible() && widget->isEnabled()
            && widget->objectName() != QLatin1String("fileNameEdit")
            && (widget->inherits("QAbstractSpinBox") || widget->inherits("QComboBox")
                || widget->inherits("QLineEdit")))
            boxes.append(widget);
    if (boxes.isEmpty() || qobject_cast<QFileDialog *>(QApplication::activeModalWidget()) != nullptr)
        return;
    hands.pick(boxes)->setFocus(Qt::TabFocusReason);
    static const QStringList texts{QStringLiteral("0"), QStringLiteral("7"), QStringLiteral("999999"),
        QStringLiteral("-5"), QStringLiteral("0.5"), QStringLiteral("1e9"), QStringLiteral("2000"),
        QStringLiteral("0.00001"), QString(), QStringLiteral("abc"), QStringLiteral("sin(3x)+0.2x"),
        QStringLiteral("1/x"), QStringLiteral("exp(exp(x))"), QStringLiteral("((((x"),
        QStringLiteral("x^2-x+\u00e9"), QStringLiteral("sqrt(x)"), QStringLiteral("1000000 sin(100 x)"),
        QStringLiteral("1e-300 x")};
    if (hands.oneIn(2)) {
        hands.key(Qt::Key_A, Qt::ControlModifier);
        hands.type(hands.pick(texts));
    } else {
        for (int count = 1 + hands.chance(5); count > 0; --count)
            hands.key(hands.oneIn(2) ? Qt::Key_Up : Qt::Key_Down);
    }
    if (!hands.oneIn(3))
        hands.key(hands.oneIn(2) ? Qt::Key_Return : Qt::Key_Tab);
}

void goThroughHistory(const Playground &ground)
{
    Hands &hands = ground.hands;
    for (int count = 1 + hands.chance(12); count > 0; --count)
        hands.key(Qt::Key_Z,
            hands.oneIn(3) ? Qt::ControlModifier | Qt::ShiftModifier
                           : Qt::KeyboardModifiers(Qt::ControlModifier));
}

void openFile(const Playground &ground)
{
    using Asking = app::Session::Asking;
    Hands &hands = ground.hands;
    static const std::array ways{Asking::Always, Asking::WhenInDoubt, Asking::Never, Asking::Never};
    if (QApplication::activeModalWidget() == nullptr) // which keeps a window from being dropped on
        ground.session.openFile(hands.pick(ground.pool), hands.pick(ways));
    if (hands.oneIn(3))
        hands.rest(hands.chance(30));
}

void saveFile(const Playground &ground)
{
    Hands &hands = ground.hands;
    if (hands.oneIn(2) && QApplication::activeModalWidget() == nullptr
        && !ground.session.window().document().isSaving())
        ground.session.window().document().saveTo(
            ground.home + QStringLiteral("/s%1.overfit").arg(hands.chance(3)));
    else
        hands.key(Qt::Key_S, hands.oneIn(2) ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
}

void paste(const Playground &ground)
{
    static const QStringList texts{QStringLiteral("x\ty\n1\t2\n2\t3\n3\t5\n4\t4\n"),
        QStringLiteral("1;2\n3;4\n5;6"), QStringLiteral("no numbers at all"), QString(),
        QStringLiteral("a,b,c\n1,2,yes\n2,3,no\n3,1,yes\n4,4,no\n5,2,yes\n"), QStringLiteral("\n\n\n"),
        QStringLiteral("1,5\t2,5\n2,5\t3,5\n4,5\t1,5\n"), QStringLiteral("\"open quote\n1,2\n"),
        QStringLiteral("x,y\n1e308,1e308\n-1e308,-1e308\n0,0\n1,1\n"),
        QStringLiteral("x,y\nnan,1\n1,inf\n2,3\n4,5\n6,7\n")};
    QGuiApplication::clipboard()->setText(ground.hands.pick(texts));
    ground.hands.key(Qt::Key_V, Qt::ControlModifier);
}

void train(const Playground &ground)
{
    Hands &hands = ground.hands;
    static const QStringList names{QStringLiteral("play"), QStringLiteral("play"), QStringLiteral("rewind"),
        QStringLiteral("step"), QStringLiteral("stepBack"), QStringLiteral("goToBest"),
        QStringLiteral("compare"), QStringLiteral("faster")};
    for (int count = 1 + hands.chance(3); count > 0; --count) {
        auto *const action = ground.session.window().findChild<QAction *>(hands.pick(names));
        if (action != nullptr && action->isEnabled() && QApplication::activeModalWidget() == nullptr)
            action->trigger();
        hands.rest(hands.chance(40));
    }
}

void resize(const Playground &ground)
{
    ground.session.window().resize(960 + ground.hands.chance(700), 600 + ground.hands.chance(500));
}

void changeLook(const Playground &ground)
{
    static const std::array themes{ui::Theme::Desktop, ui::Theme::Light, ui::Theme::Dark};
    ui::MainWindow &window = ground.session.window();
    switch (ground.hands.chance(3)) {
    case 0:
        window.setTheme(ground.hands.pick(themes));
        break;
    case 1:
        window.setMoreShown(ground.hands.oneIn(2));
        break;
    default:
        QGuiApplication::setLayoutDirection(ground.hands.oneIn(3) ? Qt::RightToLeft : Qt::LeftToRight);
        break;
    }
}

void nameFile(const Playground &ground, QFileDialog *dialog)
{
    auto *const name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    if (name == nullptr)
        return;
    static const QStringList names{QStringLiteral("/d1.overfit"), QStringLiteral("/d2"),
        QStringLiteral("/d3.png"), QStringLiteral("/d4.svg")};
    const bool saves = dialog->acceptMode() == QFileDialog::AcceptSave;
    name->setText(saves ? ground.home + ground.hands.pick(names) : ground.hands.pick(ground.pool));
}

/// Of the dialog that is open; where there is none, one is opened.
void answerDialog(const Playground &ground)
{
    Hands &hands = ground.hands;
    auto *const dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (dialog == nullptr) {
        static const QStringList names{QStringLiteral("openData"), QStringLiteral("saveAs"),
            QStringLiteral("exportPicture"), QStringLiteral("sceneCode"), QStringLiteral("writeFormula"),
            QStringLiteral("keys"), QStringLiteral("about"), QStringLiteral("new")};
        if (auto *const action = ground.session.window().findChild<QAction *>(hands.pick(names)))
            action->trigger();
        return;
    }
    if (auto *const files = qobject_cast<QFileDialog *>(dialog))
        nameFile(ground, files);
    QList<QAbstractButton *> buttons;
    for (auto *button : dialog->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->isEnabled())
            buttons.append(button);
    if (buttons.isEmpty() || hands.oneIn(4))
        hands.key(hands.oneIn(2) ? Qt::Key_Escape : Qt::Key_Return);
    else if (const QAbstractButton *const button = hands.pick(buttons))
        hands.click(button, button->rect().center());
}

struct Kind {
    int weight;
    const char *name;
    void (*play)(const Playground &);
};

const std::array kKinds{Kind{120, "click", &click}, Kind{60, "drag", &drag}, Kind{80, "point", &editPoint},
    Kind{70, "dial", &moveDial}, Kind{40, "wheel", &wheel}, Kind{110, "key", &someKey},
    Kind{60, "shortcut", &shortcut}, Kind{60, "command", &command}, Kind{50, "box", &typeIntoBox},
    Kind{25, "history", &goThroughHistory}, Kind{30, "open", &openFile}, Kind{15, "save", &saveFile},
    Kind{12, "paste", &paste}, Kind{110, "dialog", &answerDialog}, Kind{25, "train", &train},
    Kind{12, "resize", &resize}, Kind{10, "look", &changeLook}};

} // namespace

QString playEvent(const Playground &ground)
{
    const int total = std::accumulate(
        kKinds.begin(), kKinds.end(), 0, [](int sum, const Kind &kind) { return sum + kind.weight; });
    int rest = ground.hands.chance(total);
    const Kind *kind = kKinds.data();
    for (; rest >= kind->weight; ++kind)
        rest -= kind->weight;
    for (auto *dialog : QApplication::topLevelWidgets())
        if (auto *const files = qobject_cast<QFileDialog *>(dialog))
            ground.hands.keepAtHome(files);
    kind->play(ground);
    ground.hands.rest(ground.hands.oneIn(12) ? ground.hands.chance(25) : 0);
    return QString::fromLatin1(kind->name);
}

void answerLoop(const Playground &ground)
{
    if (QWidget *const popup = QApplication::activePopupWidget()) {
        auto *const menu = qobject_cast<QMenu *>(popup);
        if (menu != nullptr && !menu->actions().isEmpty() && ground.hands.oneIn(2))
            menu->setActiveAction(ground.hands.pick(menu->actions()));
        ground.hands.key(
            menu != nullptr && menu->activeAction() != nullptr ? Qt::Key_Return : Qt::Key_Escape);
        return;
    }
    if (auto *const dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        dialog->reject();
}

void comeToRest(const Playground &ground)
{
    ground.hands.release();
    for (int count = 0; count < 40; ++count) {
        if (QWidget *const popup = QApplication::activePopupWidget())
            popup->close();
        else if (auto *const dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            dialog->reject();
        else
            break;
        ground.hands.rest(1);
    }
}

} // namespace overfit::monkey
