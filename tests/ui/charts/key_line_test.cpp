// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/key_line.h"

#include "tests/frame/test_class.h"
#include "ui/widgets/look.h"

#include <QTest>
#include <QVBoxLayout>

using namespace overfit::ui;

class KeyLineTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyIsPaintedWhole_data();
    void everyKeyIsPaintedWhole();
    void whatLiesBelowMakesRoomForTheRows();

private:
    static QList<KeyLine::Key> keys(const QStringList &texts);
};

/// Lines of colours that only they have, with these texts.
QList<KeyLine::Key> KeyLineTest::keys(const QStringList &texts)
{
    QList<KeyLine::Key> keys;
    for (const QString &text : texts)
        keys.append({Line{{}, QColor::fromHsv(40 * int(keys.size()), 255, 255).toRgb(), 4}, text});
    return keys;
}

void KeyLineTest::everyKeyIsPaintedWhole_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("rows");
    const QFontMetrics metrics(makeLook(false, QSize(1280, 720), QFont()).base);
    const int wide = metrics.horizontalAdvance(QStringLiteral("validation (2,000 of 300,000)"));
    QTest::newRow("all in one row") << 5 * wide << 1;
    QTest::newRow("the last one below") << 3 * wide << 2;
    QTest::newRow("each one below the other") << wide + 5 * metrics.height() << 3;
}

void KeyLineTest::everyKeyIsPaintedWhole()
{
    QFETCH(int, width);
    QFETCH(int, rows);
    const Look look = makeLook(false, QSize(1280, 720), QFont());
    KeyLine line;
    line.setFont(look.base);
    const QString text = QStringLiteral("validation (2,000 of 300,000)");
    line.setKeys(keys({text, text, text}), look);
    QCOMPARE(line.rowsWithin(width), rows);
    QCOMPARE(line.heightForWidth(width), rows * line.heightForWidth(10 * width));
    line.resize(width, line.heightForWidth(width));
    const QImage image = line.grab().toImage();
    for (const KeyLine::Key &key : keys({text, text, text})) {
        const QColor color = std::get<Line>(key.sample).color;
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == color ? 1 : 0;
        }
        QVERIFY2(pixels >= 4 * QFontMetrics(look.base).height(), qPrintable(QString::number(pixels)));
    }
    const QColor ground = image.pixelColor(0, 0);
    for (int y = 0; y < image.height(); ++y)
        QCOMPARE(image.pixelColor(image.width() - 1, y), ground); // nothing runs out of it
}

void KeyLineTest::whatLiesBelowMakesRoomForTheRows()
{
    const Look look = makeLook(false, QSize(1280, 720), QFont());
    QWidget card;
    auto *line = new KeyLine;
    auto *below = new QWidget;
    auto *column = new QVBoxLayout(&card);
    column->addWidget(line);
    column->addWidget(below, 1);
    line->setFont(look.base);
    line->setKeys(keys({QStringLiteral("a long text of a key"), QStringLiteral("another long text")}), look);
    card.resize(2000, 400);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    const int oneRow = line->height();
    card.resize(250, 400);
    QTRY_COMPARE(line->height(), 2 * oneRow);
    QVERIFY(below->y() >= line->geometry().bottom());
}

OVERFIT_WIDGET_TEST(KeyLineTest)
#include "key_line_test.moc"
