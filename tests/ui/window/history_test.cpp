// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/history.h"

#include "core/scenario/setting.h"
#include "tests/frame/test_class.h"

#include <QTest>

using namespace overfit;
using namespace overfit::ui;

class HistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void everySettingIsAStepWithAName_data();
    void everySettingIsAStepWithAName();
    void theDialThatIsLookedAtIsNoStep();
};

void HistoryTest::everySettingIsAStepWithAName_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(settingRows().size()); ++i) {
        const SettingRow &row = settingRows()[static_cast<std::size_t>(i)];
        QTest::addRow("%s.%s", row.part, row.member) << i;
    }
}

void HistoryTest::everySettingIsAStepWithAName()
{
    QFETCH(int, index);
    const SettingRow &row = settingRows()[static_cast<std::size_t>(index)];
    const Settings before;
    Settings after;
    const RealRange range = row.range(Problem::Curve);
    row.set(after.scenario, row.get(before.scenario) == range.low ? range.high : range.low);
    QVERIFY(changedSetting(before, after) != Setting::None);
    QVERIFY(changedSetting(before, after) != Setting::Several);
    History history;
    history.record(before, after);
    QCOMPARE(history.stack().count(), 1);
    QVERIFY(!history.undoText().isEmpty());
}

void HistoryTest::theDialThatIsLookedAtIsNoStep()
{
    const Settings before;
    Settings after;
    after.scenario.curve = Dial::Ridge;
    QCOMPARE(changedSetting(before, after), Setting::None);
    History history;
    history.record(before, after);
    QCOMPARE(history.stack().count(), 0);
}

OVERFIT_WIDGET_TEST(HistoryTest)
#include "history_test.moc"
