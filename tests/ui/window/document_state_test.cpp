// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/document_state.h"

#include "tests/frame/test_class.h"
#include "ui/window/experimenter.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace overfit;
using namespace overfit::ui;

class DocumentStateTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itIsSavedToItsFileOrANameIsAskedFor();
    void whatIsSavedMeanwhileWaits();
    void aFailedSavingLeavesItUnsaved();
    void aFileNameIsThatOfWhatWasSaved();
    void whatWouldBeLostIsAskedAbout_data();
    void whatWouldBeLostIsAskedAbout();
    void whatIsDoneWhileItIsSavedIsAskedAboutAgain();
    void whatIsTypedIsSetBeforeItIsLookedAt();

private:
    std::unique_ptr<Experimenter> m_experimenter;
    std::unique_ptr<DocumentState> m_document;
};

void DocumentStateTest::init()
{
    m_experimenter = std::make_unique<Experimenter>(Scenario());
    m_document = std::make_unique<DocumentState>(*m_experimenter);
}

void DocumentStateTest::cleanup()
{
    m_document.reset();
    m_experimenter.reset();
}

void DocumentStateTest::itIsSavedToItsFileOrANameIsAskedFor()
{
    QSignalSpy name(m_document.get(), &DocumentState::nameWanted);
    QSignalSpy wanted(m_document.get(), &DocumentState::saveWanted);
    QVERIFY(m_document->title().startsWith(QStringLiteral("Untitled")));
    m_document->save();
    QCOMPARE(name.size(), 1);
    m_document->setOpened(QStringLiteral("/some/wave.overfit"));
    QVERIFY(m_document->title().startsWith(QStringLiteral("wave[*]")));
    m_document->save();
    QCOMPARE(name.size(), 1);
    QCOMPARE(wanted.last()[0].toString(), QStringLiteral("/some/wave.overfit"));
}

void DocumentStateTest::whatIsSavedMeanwhileWaits()
{
    m_document->setOpened(QStringLiteral("a"));
    QSignalSpy wanted(m_document.get(), &DocumentState::saveWanted);
    m_document->beginSaving(QStringLiteral("a"));
    m_experimenter->setSeed(77);
    m_document->save();
    QCOMPARE(wanted.size(), 0);
    m_document->finishSaving(true);
    QCOMPARE(wanted.size(), 1);
}

void DocumentStateTest::aFailedSavingLeavesItUnsaved()
{
    m_experimenter->setSeed(77);
    m_document->beginSaving(QStringLiteral("a"));
    QVERIFY(!m_document->hasUnsavedWork() && m_document->isSaving());
    m_document->finishSaving(false);
    QVERIFY(m_document->hasUnsavedWork() && !m_document->isSaving());
    QVERIFY(m_document->file().isEmpty());
}

void DocumentStateTest::aFileNameIsThatOfWhatWasSaved()
{
    m_document->beginSaving(QStringLiteral("a"));
    m_experimenter->useData(DataSource::shippedSet("nile"));
    m_document->finishSaving(true);
    QVERIFY(m_document->file().isEmpty());
    m_experimenter->history().stack().undo();
    QCOMPARE(m_document->file(), QStringLiteral("a"));
    m_experimenter->history().stack().redo();
    QVERIFY(m_document->file().isEmpty());
}

void DocumentStateTest::whatWouldBeLostIsAskedAbout_data()
{
    QTest::addColumn<UnsavedWork>("answer");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("save") << UnsavedWork::Save << true;
    QTest::newRow("give up") << UnsavedWork::GiveUp << true;
    QTest::newRow("keep") << UnsavedWork::Keep << false;
}

void DocumentStateTest::whatWouldBeLostIsAskedAbout()
{
    QFETCH(UnsavedWork, answer);
    QFETCH(bool, goesOn);
    m_document->setOpened(QStringLiteral("a"));
    connect(m_document.get(), &DocumentState::unsavedWorkFound, this,
        [&](const std::function<void()> &then) { m_document->answer(answer, then); });
    connect(m_document.get(), &DocumentState::saveWanted, this, [&](const QString &path) {
        m_document->beginSaving(path);
        m_document->finishSaving(true);
    });
    int went = 0;
    m_document->whenSafe([&went] { ++went; }); // there is nothing
    QCOMPARE(went, 1);
    m_experimenter->setSeed(77);
    m_document->whenSafe([&went] { ++went; });
    QCOMPARE(went == 2, goesOn);
    QCOMPARE(m_document->hasUnsavedWork(), answer != UnsavedWork::Save);
}

void DocumentStateTest::whatIsDoneWhileItIsSavedIsAskedAboutAgain()
{
    m_document->setOpened(QStringLiteral("a"));
    m_experimenter->setSeed(77);
    int asked = 0;
    connect(m_document.get(), &DocumentState::unsavedWorkFound, this, [&](const std::function<void()> &then) {
        if (++asked == 1)
            m_document->answer(UnsavedWork::Save, then);
    });
    connect(m_document.get(), &DocumentState::saveWanted, m_document.get(), &DocumentState::beginSaving);
    bool went = false;
    m_document->whenSafe([&went] { went = true; });
    QVERIFY(m_document->isSaving());
    m_experimenter->setSeed(78);
    m_document->finishSaving(true);
    QCOMPARE(asked, 2);
    QVERIFY(!went);
}

void DocumentStateTest::whatIsTypedIsSetBeforeItIsLookedAt()
{
    connect(m_document.get(), &DocumentState::settling, this, [this] { m_experimenter->setSeed(77); });
    QSignalSpy found(m_document.get(), &DocumentState::unsavedWorkFound);
    bool went = false;
    m_document->whenSafe([&went] { went = true; });
    QCOMPARE(found.size(), 1);
    QVERIFY(!went);
}

OVERFIT_WIDGET_TEST(DocumentStateTest)
#include "document_state_test.moc"
