// SPDX-License-Identifier: GPL-3.0-or-later

// A table of one's own: opened, fitted, or refused with nothing lost.

#include "app/session.h"
#include "tests/frame/test_class.h"
#include "ui/charts/fit_chart.h"
#include "ui/charts/plot_view.h"
#include "ui/dialogs/import_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QFileOpenEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace overfit;

class OwnDataTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anOpenedTableIsFittedAndOfferedInTheChooser();
    void aTableThatTheDesktopHandsOverIsOpened();
    void aBadTableGetsAMessageAndTheOpenDataStay();
    void aTableOfAnyScaleIsDrawn_data();
    void aTableOfAnyScaleIsDrawn();
    void aLargeTableIsFittedWholeAndDrawnThinned();

private:
    QString write(const char *name, const QByteArray &text) const;
    /// Presses Open in the dialog that asks for the columns.
    void acceptImport()
    {
        ui::ImportDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_session->window().findChild<ui::ImportDialog *>()) && dialog->isVisible());
        auto *open = dialog->findChild<QPushButton *>(QStringLiteral("open"));
        QVERIFY(open->isEnabled());
        QTest::mouseClick(open, Qt::LeftButton);
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_session->window().shown() && m_session->window().shown()->complete()
                && m_session->window().shown()->scenario == m_session->window().scenario(),
            60000); // sanitizers are slow
    }

    QTemporaryDir m_folder;
    std::unique_ptr<app::Session> m_session;
};

void OwnDataTest::init()
{
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window()));
    settle();
}

QString OwnDataTest::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no test file");
    file.write(text);
    return file.fileName();
}

void OwnDataTest::anOpenedTableIsFittedAndOfferedInTheChooser()
{
    QByteArray text = "dose (mg);effect\n";
    for (int i = 0; i < 40; ++i)
        text += QByteArray::number(i) + ';' + QByteArray::number(3 * i * i - i + 2) + '\n';
    emit m_session->window().files().fileChosen(write("doses.csv", text));
    acceptImport();
    QTRY_COMPARE(m_session->window().scenario().data.source.kind(), DataSource::Kind::Own);
    settle();
    const SnapshotPtr shown = m_session->window().shown();
    QVERIFY(shown->validation.accuracy > 1 - 1e-12); // a parabola, and the degree is 5
    QVERIFY(std::abs(shown->curve->monomials[2] - 3) < 1e-6);
    const auto *chooser = m_session->window().findChild<QComboBox *>(QStringLiteral("data"));
    QCOMPARE(chooser->currentText(), QStringLiteral("doses"));
    QVERIFY(chooser->itemText(chooser->count() - 1).contains(QStringLiteral("Open")));
}

void OwnDataTest::aTableThatTheDesktopHandsOverIsOpened()
{
    QFileOpenEvent request(write("handed.csv", "x,y\n1,2\n2,4\n3,5\n4,9\n"));
    QVERIFY(QCoreApplication::sendEvent(qApp, &request));
    QTRY_COMPARE(m_session->window().scenario().data.source.kind(), DataSource::Kind::Own);
    settle();
    const auto *chooser = m_session->window().findChild<QComboBox *>(QStringLiteral("data"));
    QCOMPARE(chooser->currentText(), QStringLiteral("handed"));
}

void OwnDataTest::aBadTableGetsAMessageAndTheOpenDataStay()
{
    const Scenario before = m_session->window().scenario();
    const SnapshotPtr shown = m_session->window().shown();
    m_session->openFile(write("bad.csv",
        "x,y\n1,2\n2,3\n2,4\n2,5\n2,6\n" + QByteArray("1,2\n").repeated(3000)
            + QByteArray(",4\n").repeated(4000)));
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = m_session->window().findChild<QMessageBox *>(QStringLiteral("problem"))));
    QVERIFY2(box->text().contains(QStringLiteral("bad.csv, line 3007, column 1")), qPrintable(box->text()));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(m_session->window().scenario(), before);
    QCOMPARE(m_session->window().shown(), shown);
}

void OwnDataTest::aTableOfAnyScaleIsDrawn_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<double>("step");
    QTest::newRow("wavelengths in metres") << 400e-9 << 10e-9;
    QTest::newRow("close to each other") << 1.0 << 1e-8;
    QTest::newRow("tiny") << 1e-290 << 1e-291;
    QTest::newRow("huge") << 1e90 << 1e88;
}

void OwnDataTest::aTableOfAnyScaleIsDrawn()
{
    QFETCH(double, start);
    QFETCH(double, step);
    QByteArray text = "x,y\n";
    for (int i = 0; i < 30; ++i)
        text += QByteArray::number(start + i * step, 'g', 17) + ',' + QByteArray::number(i % 7) + '\n';
    m_session->openFile(write("scale.csv", text));
    QTRY_COMPARE(m_session->window().scenario().data.source.kind(), DataSource::Kind::Own);
    settle();
    const auto *plot = m_session->window().findChild<ui::PlotView *>(QStringLiteral("fitPlot"));
    const QRectF area = plot->map().area;
    for (const ui::Marks &marks : plot->drawing().marks) {
        for (const QPointF &value : marks.values) {
            const QPointF pixel = plot->map().toPixel(value);
            QVERIFY(pixel.x() >= area.left() && pixel.x() <= area.right());
        }
    }
}

void OwnDataTest::aLargeTableIsFittedWholeAndDrawnThinned()
{
    QByteArray text = "x,y\n";
    for (int i = 0; i < 20000; ++i)
        text += QByteArray::number(i % 977) + ',' + QByteArray::number(i % 31) + '\n';
    m_session->openFile(write("large.csv", text));
    QTRY_COMPARE(m_session->window().scenario().data.source.kind(), DataSource::Kind::Own);
    Scenario scenario = m_session->window().scenario();
    scenario.sampling.trainSize = 14000;
    m_session->window().setScenario(scenario);
    m_session->trainer().request(scenario);
    settle();
    const SnapshotPtr shown = m_session->window().shown();
    QCOMPARE(shown->curve->split->pool->size() + shown->curve->split->validation->size(), std::size_t(20000));
    QCOMPARE(shown->training.count, std::size_t(14000));
    for (const ui::Marks &marks :
        m_session->window().findChild<ui::PlotView *>(QStringLiteral("fitPlot"))->drawing().marks)
        QVERIFY(marks.values.size() <= ui::kMostDrawn);
}

OVERFIT_WIDGET_TEST(OwnDataTest)
#include "own_data_test.moc"
