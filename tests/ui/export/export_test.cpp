// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export.h"

#include "core/answer/answerer.h"
#include "tests/frame/test_class.h"
#include "ui/widgets/look.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <memory>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace overfit;
using namespace overfit::ui;

namespace {

SnapshotPtr answerOf(const Scenario &scenario)
{
    SnapshotPtr last;
    Answerer().answer(scenario, StopToken(), [&](const SnapshotPtr &snapshot) { last = snapshot; });
    return last;
}

Scenario curve(int degree)
{
    Scenario scenario;
    scenario.model.degree = degree;
    return scenario;
}

Scenario classes()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.model.degree = 4;
    return scenario;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How many elements of each name an XML text has, and the words in them.
struct Elements {
    QMap<QString, int> count;
    QStringList words;
    bool wellFormed = false;
};

Elements elementsOf(const QByteArray &xml)
{
    Elements elements;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            ++elements.count[reader.name().toString()];
        if (reader.isCharacters() && !reader.isWhitespace())
            elements.words.append(reader.text().toString().simplified());
    }
    elements.wellFormed = !reader.hasError();
    return elements;
}

/// Of a PDF, in points.
QSize pageSize(const QByteArray &pdf)
{
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
    const QRegularExpressionMatch match = box.match(QString::fromLatin1(pdf));
    return QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble()).toSize();
}

/// The mean difference of a colour, 0 to 255.
double difference(const QImage &a, const QImage &b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / a.width() / a.height();
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private slots:
    void aPngHasTheSizeTimesTheScale_data();
    void aPngHasTheSizeTimesTheScale();
    void paperIsWhiteAndDarkIsDark();
    void anSvgIsMadeOfLinesAndWords_data();
    void anSvgIsMadeOfLinesAndWords();
    void anSvgLooksLikeThePng_data();
    void anSvgLooksLikeThePng();
    void noLineLeavesTheChartInAnSvg();
    void aPdfIsOnePageOfThatSizeWithFontsAndNoImage();
    void theWindowIsSavedAsItIs_data();
    void theWindowIsSavedAsItIs();
    void theReportSaysEverything_data();
    void theReportSaysEverything();
    void theReportNeedsNoOtherFile();
    void theEquationOfTheReportGivesTheCurve();
    void aLongEquationOfTheReportIsCutWithItsCount_data();
    void aLongEquationOfTheReportIsCutWithItsCount();
    void theTargetIsLeftOutWhereItIsHidden();
    void whatCannotBeSavedIsToldInOneMessage_data();
    void whatCannotBeSavedIsToldInOneMessage();
    void aCurveThatIsNotThereYetIsNotSaved();
    void aFolderWithoutPermissionIsTold();
    void everyFormatOfASubjectIsWritten();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString save(Subject subject, const char *name, const Scenario &scenario) const;

    QTemporaryDir m_folder;
};

/// The path of what was saved.
QString ExportTest::save(Subject subject, const char *name, const Scenario &scenario) const
{
    ExportRequest request;
    request.subject = subject;
    request.path = path(name);
    const QString problem = exportTo(request, {answerOf(scenario), true, nullptr});
    if (!problem.isEmpty())
        qWarning("%s", qPrintable(problem));
    return request.path;
}

void ExportTest::aPngHasTheSizeTimesTheScale_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("as it is") << QSize(800, 500) << 1.0 << QSize(800, 500);
    QTest::newRow("for paper") << QSize(800, 500) << 3.0 << QSize(2400, 1500);
    QTest::newRow("half") << QSize(1000, 600) << 0.5 << QSize(500, 300);
    QTest::newRow("small") << QSize(100, 100) << 1.0 << QSize(100, 100);
}

void ExportTest::aPngHasTheSizeTimesTheScale()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    ExportRequest request;
    request.path = path("a.png");
    request.size = size;
    request.scale = scale;
    QCOMPARE(exportTo(request, {answerOf(curve(5)), true, nullptr}), QString());
    QTEST(QImage(request.path).size(), "pixels");
}

void ExportTest::paperIsWhiteAndDarkIsDark()
{
    for (const bool dark : {false, true}) {
        ExportRequest request;
        request.path = path("d.png");
        request.dark = dark;
        QCOMPARE(exportTo(request, {answerOf(curve(5)), true, nullptr}), QString());
        const QColor corner = QImage(request.path).pixelColor(1, 1);
        QCOMPARE(corner, dark ? makeLook(true, {1280, 720}, QFont()).card : QColor(Qt::white));
    }
}

void ExportTest::anSvgIsMadeOfLinesAndWords_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<int>("images");
    QTest::addColumn<QStringList>("words");
    const QString validation = QStringLiteral("validation");
    QTest::newRow("fit") << curve(5) << Subject::Fit << 0
                         << QStringList{QStringLiteral("training"), validation,
                                QStringLiteral("target function"), QStringLiteral("model"),
                                QStringLiteral("−1.0"), QStringLiteral("x")};
    QTest::newRow("accuracy") << curve(5) << Subject::Accuracy << 0
                              << QStringList{QStringLiteral("Accuracy by degree"), validation,
                                     QStringLiteral("Degree"), QStringLiteral("100 %")};
    QTest::newRow("classes") << classes() << Subject::Fit << 1
                             << QStringList{
                                    validation, QStringLiteral("true boundary"), QStringLiteral("input 1")};
}

void ExportTest::anSvgIsMadeOfLinesAndWords()
{
    QFETCH(Scenario, scenario);
    QFETCH(Subject, subject);
    QFETCH(QStringList, words);
    const Elements elements = elementsOf(contents(save(subject, "a.svg", scenario)));
    QVERIFY(elements.wellFormed);
    QTEST(elements.count.value(QStringLiteral("image")), "images"); // the shades of the classes alone
    QVERIFY(elements.count.value(QStringLiteral("polyline")) >= 2);
    QCOMPARE(elements.count.value(QStringLiteral("title")), 1);
    QCOMPARE(elements.count.value(QStringLiteral("desc")), 1);
    for (const QString &word : words)
        QVERIFY2(elements.words.contains(word), qPrintable(word + u'|' + elements.words.join(u'|')));
}

void ExportTest::anSvgLooksLikeThePng_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<Subject>("subject");
    QTest::newRow("fit") << curve(5) << Subject::Fit;
    QTest::newRow("a wild fit") << curve(20) << Subject::Fit;
    QTest::newRow("accuracy") << curve(20) << Subject::Accuracy;
    QTest::newRow("classes") << classes() << Subject::Fit;
}

void ExportTest::anSvgLooksLikeThePng()
{
    QFETCH(Scenario, scenario);
    QFETCH(Subject, subject);
    ExportRequest request;
    request.subject = subject;
    request.scale = 1;
    request.path = path("same.png");
    const ExportSource source{answerOf(scenario), true, nullptr};
    QCOMPARE(exportTo(request, source), QString());
    const QImage png(request.path);
    request.path = path("same.svg");
    QCOMPARE(exportTo(request, source), QString());
    QImage svg(png.size(), QImage::Format_RGB32);
    svg.fill(Qt::red);
    QPainter painter(&svg);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(request.path).render(&painter);
    painter.end();
    QVERIFY2(difference(png, svg) < 2.5, qPrintable(QString::number(difference(png, svg))));
}

void ExportTest::noLineLeavesTheChartInAnSvg()
{
    const QByteArray svg = contents(save(Subject::Fit, "wild.svg", curve(25)));
    static const QRegularExpression polyline(QStringLiteral("<polyline[^>]*points=\"([^\"]*)\""));
    int points = 0;
    auto match = polyline.globalMatch(QString::fromUtf8(svg));
    while (match.hasNext()) {
        for (const QString &point : match.next().captured(1).simplified().split(u' ')) {
            const QStringList xy = point.split(u',');
            const double y = xy.value(1).toDouble();
            QVERIFY2(
                y >= 0 && y <= kPictureSize.height(), qPrintable(point)); // a wild curve goes much farther
            ++points;
        }
    }
    QVERIFY(points > 50);
}

void ExportTest::aPdfIsOnePageOfThatSizeWithFontsAndNoImage()
{
    const QByteArray pdf = contents(save(Subject::Fit, "a.pdf", curve(5)));
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pageSize(pdf), QSize(720, 450)); // 960 x 600 pixels, 96 an inch, in points
    QVERIFY(pdf.contains("/Count 1"));
    QVERIFY(pdf.contains("/FontFile2") || pdf.contains("/FontFile"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
    QVERIFY(contents(save(Subject::Fit, "b.pdf", classes())).contains("/Subtype /Image"));
}

void ExportTest::theWindowIsSavedAsItIs_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"png", "svg", "pdf"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void ExportTest::theWindowIsSavedAsItIs()
{
    QFETCH(QString, ending);
    const Scenario scenario = curve(5);
    MainWindow window(scenario);
    window.resize(1280, 720);
    window.showSnapshot(answerOf(scenario));
    ExportRequest request;
    request.subject = Subject::Window;
    request.path = path("window.") + ending;
    QCOMPARE(window.exporting().exportTo(request), QString());
    const QByteArray bytes = contents(request.path);
    if (ending == u"png") {
        QCOMPARE(QImage(request.path).size(), QSize(2560, 1440));
    } else if (ending == u"svg") {
        const QStringList words = elementsOf(bytes).words;
        QVERIFY(words.contains(QStringLiteral("Validation"))
            && words.contains(QStringLiteral("The model and the data")));
        QVERIFY(bytes.contains("<title>Untitled") && !bytes.contains("[*]"));
        QVERIFY(words.contains(QStringLiteral("View"))
            || words.contains(QStringLiteral("iew"))); // of the menu bar
    } else {
        QCOMPARE(pageSize(bytes), QSize(960, 540));
    }
}

void ExportTest::theReportSaysEverything_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QStringList>("words");
    Scenario trained = curve(3);
    trained.model.epochs = 40;
    trained.data.seed = 4711;
    trained.training.descent.optimizer = Optimizer::Adam;
    trained.training.descent.seed = 99;
    QTest::newRow("trained by epochs")
        << trained
        << QStringList{QStringLiteral("4711"), QStringLiteral("40"), QStringLiteral("Adam"),
               QStringLiteral("99"), QStringLiteral("20 of 200"), QStringLiteral("polynomial of degree 3"),
               QStringLiteral("R²")};
    Scenario compared = curve(5);
    compared.model.ridge = 0.125;
    compared.rivals = {ModelSettings{2, 0, kFullyTrained}};
    QTest::newRow("compared") << compared
                              << QStringList{QStringLiteral("0.125"), QStringLiteral("Model B"),
                                     QStringLiteral("B, validation")};
    QTest::newRow("classes") << classes()
                             << QStringList{QStringLiteral("Log loss"),
                                    QStringLiteral("logistic regression of degree 4"),
                                    QStringLiteral("class B")};
}

void ExportTest::theReportSaysEverything()
{
    QFETCH(Scenario, scenario);
    QFETCH(QStringList, words);
    const QString html = QString::fromUtf8(contents(save(Subject::Report, "a.html", scenario)));
    for (const QString &word : words)
        QVERIFY2(html.contains(word), qPrintable(word));
    const QByteArray pdf = contents(save(Subject::Report, "a.pdf", scenario));
    QVERIFY(pdf.contains("/Count 1")); // page
    QCOMPARE(pageSize(pdf), QSize(595, 842)); // A4 upright
}

void ExportTest::theReportNeedsNoOtherFile()
{
    const QString html = QString::fromUtf8(contents(save(Subject::Report, "b.html", curve(5))));
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
    QVERIFY(html.contains(QStringLiteral("<html lang=\"en\">")));
    QCOMPARE(html.count(QStringLiteral("<h1>")), 1);
    QCOMPARE(html.count(QStringLiteral("<caption>")), 2);
    static const QRegularExpression image(
        QStringLiteral("<img [^>]*alt=\"[^\"]{20,}\" src=\"data:image/svg\\+xml;base64,([^\"]*)\""));
    auto images = image.globalMatch(html);
    int count = 0;
    while (images.hasNext()) {
        QVERIFY(QSvgRenderer(QByteArray::fromBase64(images.next().captured(1).toLatin1())).isValid());
        ++count;
    }
    QCOMPARE(count, 2);
    QCOMPARE(html.count(QStringLiteral("src=")), 2);
    QVERIFY(!html.contains(QStringLiteral("href=")) && !html.contains(QStringLiteral("url(")));
    static const QRegularExpression plainHead(QStringLiteral("<th(?![^>]*scope=)"));
    QVERIFY(!html.contains(plainHead));
}

void ExportTest::theEquationOfTheReportGivesTheCurve()
{
    const SnapshotPtr snapshot = answerOf(curve(5));
    const QString html = QString::fromUtf8(contents(save(Subject::Report, "c.html", curve(5))));
    QString equation =
        html.section(QStringLiteral("<p class=\"equation\">y ="), 1).section(QStringLiteral("</p>"), 0, 0);
    equation.replace(QChar(0x2212), u'-').remove(u' ');
    static const QRegularExpression term(QStringLiteral("([+-]?[0-9.]+(?:e[+-]?[0-9]+)?)(x[⁰¹²³⁴⁵⁶⁷⁸⁹]*)?"));
    std::vector<double> read;
    auto terms = term.globalMatch(equation);
    while (terms.hasNext())
        read.push_back(terms.next().captured(1).toDouble());
    QCOMPARE(read, snapshot->curve->monomials); // to the last bit
}

void ExportTest::aLongEquationOfTheReportIsCutWithItsCount_data()
{
    QTest::addColumn<int>("degree");
    QTest::addColumn<QString>("end");
    QTest::newRow("12") << 12 << QStringLiteral("; and 63 more</p>"); // of 91 = 13 * 14 / 2
    QTest::newRow("7") << 7 << QStringLiteral("; and 8 more</p>"); // of 36
}

void ExportTest::aLongEquationOfTheReportIsCutWithItsCount()
{
    QFETCH(const int, degree);
    QFETCH(const QString, end);
    Scenario scenario = classes();
    scenario.model.degree = degree;
    const QString html = QString::fromUtf8(contents(save(Subject::Report, "d.html", scenario)));
    QVERIFY(html.section(QStringLiteral("class=\"equation\""), 1).contains(end));
}

void ExportTest::theTargetIsLeftOutWhereItIsHidden()
{
    ExportRequest request;
    request.path = path("hidden.svg");
    QCOMPARE(exportTo(request, {answerOf(curve(5)), false, nullptr}), QString());
    QVERIFY(!elementsOf(contents(request.path)).words.contains(QStringLiteral("target function")));
}

void ExportTest::whatCannotBeSavedIsToldInOneMessage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    QTest::newRow("no such folder") << QStringLiteral("no/such/a.png")
                                    << QStringLiteral("There is no folder");
    QTest::newRow("a file as a folder")
        << QStringLiteral("file.txt/a.png") << QStringLiteral("is a file, not a folder");
    QTest::newRow("a folder as a file") << QStringLiteral("folder.png") << QStringLiteral("is a folder");
    QTest::newRow("unknown ending") << QStringLiteral("a.bmp")
                                    << QStringLiteral("ends in .png, .svg, .pdf, .csv, .py");
    QTest::newRow("no ending") << QStringLiteral("a") << QStringLiteral("ends in .png");
    QTest::newRow("the ending of another subject")
        << QStringLiteral("other.html") << QStringLiteral("ends in .png");
    QTest::newRow("too large") << QStringLiteral("large.png") << QStringLiteral("too large");
}

void ExportTest::whatCannotBeSavedIsToldInOneMessage()
{
    QFETCH(QString, name);
    QFETCH(QString, message);
    QFile file(path("file.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QDir(m_folder.path()).mkdir(QStringLiteral("folder.png"));
    ExportRequest request;
    request.path = m_folder.filePath(name);
    if (name == u"large.png")
        request.size = QSize(10000, 10000);
    const QString problem = exportTo(request, {answerOf(curve(2)), true, nullptr});
    QVERIFY2(problem.contains(message), qPrintable(problem));
    QVERIFY(!QFileInfo(request.path).isFile());
}

void ExportTest::aCurveThatIsNotThereYetIsNotSaved()
{
    SnapshotPtr first; // the model, before any curve along a dial
    Answerer().answer(curve(3), StopToken(), [&first](const SnapshotPtr &snapshot) {
        if (!first)
            first = snapshot;
    });
    QVERIFY(!first->sweepAlong(Dial::Degree));
    ExportRequest request;
    request.subject = Subject::Accuracy;
    request.path = path("early.csv");
    QVERIFY(exportTo(request, {first, true, nullptr}).contains(QStringLiteral("nothing to save yet")));
    QVERIFY(!QFileInfo::exists(request.path));
}

void ExportTest::aFolderWithoutPermissionIsTold()
{
#ifdef Q_OS_UNIX
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    QDir(m_folder.path()).mkdir(QStringLiteral("locked"));
    QFile::setPermissions(path("locked"), QFile::ReadOwner | QFile::ExeOwner);
    ExportRequest request;
    request.path = path("locked/a.png");
    const QString problem = exportTo(request, {answerOf(curve(2)), true, nullptr});
    QVERIFY2(problem.contains(QStringLiteral("may not write")), qPrintable(problem));
#else
    QSKIP("permissions are another matter here");
#endif
}

void ExportTest::everyFormatOfASubjectIsWritten()
{
    const Scenario scenario = curve(4);
    MainWindow window(scenario);
    window.showSnapshot(answerOf(scenario));
    for (const Subject subject : kSubjects) {
        for (const Format format : formatsOf(subject)) {
            ExportRequest request;
            request.subject = subject;
            request.path = path("every.") + endingOf(format);
            QFile::remove(request.path);
            QCOMPARE(window.exporting().exportTo(request), QString());
            QVERIFY(QFileInfo(request.path).size() > 100);
        }
    }
}

OVERFIT_WIDGET_TEST(ExportTest)
#include "export_test.moc"
