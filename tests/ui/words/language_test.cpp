// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/language.h"

#include "core/tables/table_preview.h"
#include "tests/core/answer/answer_of.h"
#include "tests/frame/test_class.h"
#include "tests/ui/words/shown_texts.h"
#include "ui/charts/accuracy_chart.h"
#include "ui/charts/class_chart.h"
#include "ui/charts/fit_chart.h"
#include "ui/charts/plot_view.h"
#include "ui/controls/data_bar.h"
#include "ui/controls/dial_panel.h"
#include "ui/controls/more_panel.h"
#include "ui/controls/training_panel.h"
#include "ui/dialogs/about_box.h"
#include "ui/dialogs/code_dialog.h"
#include "ui/dialogs/formula_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/messages.h"
#include "ui/export/export_dialog.h"
#include "ui/window/main_window.h"

#include <QDialog>
#include <QLocale>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <functional>
#include <memory>
#include <variant>

using namespace overfit;
using namespace overfit::ui;

namespace {

/// A language in which all that there is to be translated stands in brackets.
class Bracketed : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char * /*context*/, const char *text, const char * /*disambiguation*/,
        int /*count*/) const override
    {
        return u'[' + QString::fromUtf8(text) + u']';
    }
};

/// A widget, and how it is told again what it shows.
struct Shown {
    std::shared_ptr<QWidget> widget;
    std::function<void()> tellAgain = [] {};
};
using Maker = std::function<Shown()>;

Scenario scenarioOf(Problem problem)
{
    Scenario scenario;
    if (problem == Problem::Classes)
        scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    return scenario;
}

Look look()
{
    return makeLook(false, QSize(1280, 720), QFont());
}

/// Of widgets that show scenarios.
template <typename Widget>
Maker panel()
{
    return [] {
        auto widget = std::make_shared<Widget>();
        const auto tell = [widget] { widget->setScenario(Scenario()); };
        tell();
        return Shown{widget, tell};
    };
}

/// Of widgets that show snapshots, by pointer or by reference.
template <typename Widget>
Maker chart(Problem problem)
{
    return [problem] {
        auto widget = std::make_shared<Widget>();
        const SnapshotPtr snapshot = answerOf(scenarioOf(problem));
        const auto tell = [widget, snapshot] {
            if constexpr (requires { widget->show(snapshot); })
                widget->show(snapshot);
            else
                widget->show(*snapshot);
        };
        widget->setLook(look());
        tell();
        return Shown{widget, tell};
    };
}

/// Of a box that a function opens over a window.
Maker box(const std::function<void(QWidget *)> &open)
{
    return [open] {
        auto window = std::make_shared<QWidget>();
        open(window.get());
        return Shown{window};
    };
}

TablePreviewPtr preview()
{
    return std::make_shared<const TablePreview>(
        std::get<TablePreview>(previewText("x,,who\n1,2,a\n2,3,b\n3,5,a\n4,,b\n", "lab.csv")));
}

void addMaker(const char *name, const Maker &maker)
{
    QTest::newRow(name) << maker;
}

void addWindows()
{
    addMaker("the window", [] {
        const SnapshotPtr snapshot = answerOf(scenarioOf(Problem::Curve));
        auto window = std::make_shared<MainWindow>(snapshot->scenario, Theme::Light);
        window->showSnapshot(snapshot);
        window->setMoreShown(true);
        return Shown{window}; // which tells itself
    });
    addMaker("the window, of classes", [] {
        const SnapshotPtr snapshot = answerOf(scenarioOf(Problem::Classes));
        auto window = std::make_shared<MainWindow>(snapshot->scenario, Theme::Light);
        window->showSnapshot(snapshot);
        return Shown{window};
    });
}

/// What is the same in every language: numbers, units, names of files and of what people have typed.
bool isSaidEverywhere(const QString &text)
{
    static const QRegularExpression names(
        QStringLiteral("^(lab.csv|a.png|x|who|1|sin\\(3x\\)|https://.*|[0-9A-Z]{4}(-[0-9A-Z]+)+)$"));
    const bool hasLetters =
        std::any_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.isLetter(); });
    return !hasLetters || text.contains(names);
}

} // namespace

Q_DECLARE_METATYPE(Maker)

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void everyTextFollowsTheLanguageThereAndBack_data();
    void everyTextFollowsTheLanguageThereAndBack();
    void englishTellsOneFromMany();
    void anotherLanguageIsAskedBeforeEnglish();
    void aLanguageThatThereIsNotLeavesTheWordsAndTakesTheNumbers();
    void theArgumentsOfAMessageAreNotTranslated();
};

void LanguageTest::everyTextFollowsTheLanguageThereAndBack_data()
{
    QTest::addColumn<Maker>("maker");
    addMaker("the tool bar", [] {
        auto widget = std::make_shared<DataBar>(QList<QAction *>());
        return Shown{widget};
    });
    addMaker("the dials", panel<DialPanel>());
    addMaker("how it is trained", panel<TrainingPanel>());
    addMaker("more, of a curve", [] {
        const Shown shown = chart<MorePanel>(Problem::Curve)();
        auto *const widget = static_cast<MorePanel *>(shown.widget.get());
        const auto tell = [widget, shown] {
            widget->setScenario(Scenario());
            shown.tellAgain();
        };
        tell();
        return Shown{shown.widget, tell};
    });
    addMaker("the chart of a curve", chart<FitChart>(Problem::Curve));
    addMaker("the chart of classes", chart<ClassChart>(Problem::Classes));
    addMaker("the chart of the accuracy", chart<AccuracyChart>(Problem::Curve));
    addWindows();
    addMaker("about", box(showAbout));
    addMaker("the keys", box(showKeys));
    addMaker("unsaved work", box([](QWidget *window) { askAboutUnsavedWork(window, [](UnsavedWork) {}); }));
    addMaker("recovery", box([](QWidget *window) { askAboutRecovery(window, 1, [](RecoveryAnswer) {}); }));
    addMaker("recovery of several",
        box([](QWidget *window) { askAboutRecovery(window, 3, [](RecoveryAnswer) {}); }));
    addMaker("replacing",
        box([](QWidget *window) { askAboutReplacing(window, QStringLiteral("a%2.csv"), [](bool) {}); }));
    addMaker("a code", [] { return Shown{std::make_shared<CodeDialog>(Scenario())}; });
    addMaker("a formula",
        [] { return Shown{std::make_shared<FormulaDialog>(QStringLiteral("sin(3x)"), look(), nullptr)}; });
    addMaker("a table", [] { return Shown{std::make_shared<ImportDialog>(preview())}; });
    addMaker("an export", [] {
        ExportRequest request;
        request.path = QStringLiteral("a.png");
        return Shown{std::make_shared<ExportDialog>(request)};
    });
}

void LanguageTest::everyTextFollowsTheLanguageThereAndBack()
{
    QFETCH(const Maker, maker);
    const Shown shown = maker();
    shown.widget->resize(900, 600);
    shown.widget->show();
    const auto texts = [&shown] {
        QCoreApplication::sendPostedEvents(); // the change, which is posted
        shown.tellAgain();
        QCoreApplication::sendPostedEvents(); // layouts
        return ShownTexts(*shown.widget).byPlace();
    };
    const QMap<QString, QString> english = texts();
    QVERIFY(!english.isEmpty());
    {
        Bracketed bracketed;
        QCoreApplication::installTranslator(&bracketed);
        const QMap<QString, QString> other = texts();
        QCOMPARE(other.keys(), english.keys());
        for (auto text = other.cbegin(); text != other.cend(); ++text)
            QVERIFY2(text->contains(u'[') || isSaidEverywhere(*text),
                qPrintable(text.key() + QStringLiteral(": ") + *text));
    }
    QCOMPARE(texts(), english);
}

void LanguageTest::englishTellsOneFromMany()
{
    QCOMPARE(QCoreApplication::translate("any", "%Ln point(s)", nullptr, 0), QStringLiteral("0 points"));
    QCOMPARE(QCoreApplication::translate("any", "%Ln point(s)", nullptr, 1), QStringLiteral("1 point"));
    QCOMPARE(QCoreApplication::translate("any", "%Ln point(s)", nullptr, 2), QStringLiteral("2 points"));
    QCOMPARE(QCoreApplication::translate("any", "time (s)"), QStringLiteral("time (s)")); // counts nothing
}

void LanguageTest::anotherLanguageIsAskedBeforeEnglish()
{
    Bracketed bracketed;
    QCoreApplication::installTranslator(&bracketed);
    QCOMPARE(QCoreApplication::translate("any", "%Ln point(s)", nullptr, 1), QStringLiteral("[1 point(s)]"));
}

void LanguageTest::aLanguageThatThereIsNotLeavesTheWordsAndTakesTheNumbers()
{
    TrainingPanel panel;
    panel.setScenario(Scenario());
    auto *rate = panel.findChild<QDoubleSpinBox *>(QStringLiteral("learningRate"));
    const QString english = rate->toolTip();
    rate->setValue(0.5);
    QCOMPARE(rate->text(), QStringLiteral("0.5"));
    speak(QLocale(QLocale::German, QLocale::Germany));
    QTRY_COMPARE(rate->text(), QStringLiteral("0,5"));
    QCOMPARE(rate->toolTip(), english);
    speak(QLocale::c());
    QTRY_COMPARE(rate->text(), QStringLiteral("0.5"));
}

void LanguageTest::theArgumentsOfAMessageAreNotTranslated()
{
    Bracketed bracketed;
    QCoreApplication::installTranslator(&bracketed);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const Message message{"%1: %2", {{"a%2.csv"}, {0.5}}, {}};
    QCOMPARE(textOf(message), QStringLiteral("[a%2.csv: 0,5]"));
    QCOMPARE(textOf(Message{"%Ln row(s) of %1", {{"a%Ln"}}, 2000}), QStringLiteral("[2.000 row(s) of a%Ln]"));
}

OVERFIT_WIDGET_TEST(LanguageTest)
#include "language_test.moc"
