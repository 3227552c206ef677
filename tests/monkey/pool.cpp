// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monkey/pool.h"

#include "core/random.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

namespace overfit::monkey {
namespace {

void put(const QDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (file.open(QFile::WriteOnly))
        file.write(content);
}

QByteArray rows(int count, int columns, char separator)
{
    Random random(1, Stream::TrainingInputs);
    QByteArray text;
    for (int row = 0; row < count; ++row)
        for (int column = 0; column < columns; ++column)
            text += QByteArray::number(random.normal()) + (column + 1 < columns ? separator : '\n');
    return text;
}

QByteArray classRows(int count)
{
    Random random(2, Stream::TrainingInputs);
    QByteArray text = "u,v,kind\n";
    for (int row = 0; row < count; ++row)
        text += QByteArray::number(random.normal()) + ',' + QByteArray::number(random.normal())
            + (random.below(2) == 0 ? ",yes\n" : ",no\n");
    return text;
}

void putGoodTables(const QDir &folder)
{
    put(folder, QStringLiteral("good.csv"), "x,y\n" + rows(60, 2, ','));
    put(folder, QStringLiteral("semicolon.csv"), "time (s);height (m)\n1,5;2,5\n2,5;3\n3;4,25\n4;1\n5;7,5\n");
    put(folder, QStringLiteral("tabs.tsv"), "a\tb\tc\n" + rows(25, 3, '\t'));
    put(folder, QStringLiteral("classes.csv"), classRows(80));
    put(folder, QStringLiteral("many classes.csv"), classRows(4'000));
    put(folder, QStringLiteral("wide.csv"), rows(12, 300, ','));
    put(folder, QStringLiteral("long.csv"), "x,y\n" + rows(20'000, 2, ','));
    put(folder, QStringLiteral("percent %1 %2 <b>.csv"), "x,y\n1,2\n2,<i>3\n3,4\n4,%1\n5,6\n");
    put(folder, QStringLiteral("\u00fcml\u00e4ut \u65e5\u672c.csv"), "x,y\n1,2\n2,3\n3,5\n4,4\n");
}

void putOddTables(const QDir &folder)
{
    put(folder, QStringLiteral("huge.csv"), "x,y\n1e308,1e308\n-1e308,-1e308\n1e300,2\n0,5\n1,1\n2,2\n");
    put(folder, QStringLiteral("tiny.csv"), "x,y\n1e-310,1e-310\n2e-310,3e-310\n4e-310,1e-310\n0,5e-311\n");
    put(folder, QStringLiteral("close.csv"), "x,y\n1e9,1\n1000000000.0000001,2\n1000000000.0000002,0\n1,2\n");
    put(folder, QStringLiteral("equal x.csv"), "x,y\n1,5\n1,6\n1,7\n");
    put(folder, QStringLiteral("equal y.csv"), "x,y\n1,5\n2,5\n3,5\n4,5\n5,5\n");
    put(folder, QStringLiteral("two x.csv"), "x,y\n1,5\n1,6\n2,7\n2,9\n");
    put(folder, QStringLiteral("empty.csv"), "");
    put(folder, QStringLiteral("header only.csv"), "x,y\n");
    put(folder, QStringLiteral("no numbers.csv"), "a,b\nfoo,bar\nbaz,qux\nx,y\n");
    put(folder, QStringLiteral("one column.csv"), "1\n2\n3\n4\n");
    put(folder, QStringLiteral("left out.csv"), "x,y\n1,2\n2,\n3,n/a\n4,5\n,\n6,7\n7,2\n8,1\n");
    put(folder, QStringLiteral("nul.csv"), QByteArray("x,y\n1,2\n2\0,3\n3,4\n4,5\n", 21));
    put(folder, QStringLiteral("open quote.csv"), "x,y\n\"1,2\n2,3\n3,4\n");
    put(folder, QStringLiteral("long line.csv"), "x,y\n" + QByteArray(300'000, '1') + ",2\n2,3\n3,4\n");
    put(folder, QStringLiteral("one class.csv"), "u,v,k\n1,2,a\n2,3,a\n3,1,a\n");
    put(folder, QStringLiteral("three classes.csv"), "u,v,k\n1,2,a\n2,3,b\n3,1,c\n");
    put(folder, QStringLiteral("empty.overfit"), "");
    folder.mkpath(QStringLiteral("a folder.csv"));
    folder.mkpath(QStringLiteral("a folder.overfit"));
}

void putCorpus(const QDir &folder, const QDir &corpus)
{
    for (const QString &kind : {QStringLiteral("csv"), QStringLiteral("experiment")}) {
        const QDir from(corpus.filePath(kind));
        for (const QString &name : from.entryList(QDir::Files, QDir::Name)) {
            QFile file(from.filePath(name));
            if (!file.open(QFile::ReadOnly))
                continue;
            QByteArray content = file.readAll();
            const bool table = kind == QLatin1String("csv");
            const QString ending = table ? QStringLiteral(".csv") : QStringLiteral(".overfit");
            put(folder, QStringLiteral("corpus ") + name + ending, content);
            if (table || content.isEmpty())
                continue;
            put(folder, QStringLiteral("cut ") + name + ending, content.left(content.size() * 2 / 3));
            content[content.size() / 2] = '9';
            put(folder, QStringLiteral("damaged ") + name + ending, content);
        }
    }
}

} // namespace

QStringList makePool(const QString &folder, const QString &corpus)
{
    const QDir pool(folder);
    pool.mkpath(QStringLiteral("."));
    putGoodTables(pool);
    putOddTables(pool);
    putCorpus(pool, QDir(corpus));
    QStringList paths;
    for (const QString &name : pool.entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name))
        paths.append(pool.filePath(name));
    return paths << pool.filePath(QStringLiteral("not there.csv"))
                 << pool.filePath(QStringLiteral("not there.overfit"));
}

} // namespace overfit::monkey
