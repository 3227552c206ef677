// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/takeaway/csv_export.h"

#include "core/takeaway/axis_names.h"

#include <cmath>
#include <locale>
#include <sstream>

namespace overfit {

namespace {

/// Writes cell after cell and row after row.
class Sheet
{
public:
    Sheet()
    {
        m_text.imbue(std::locale::classic());
        m_text.precision(17);
    }

    Sheet &operator<<(double number)
    {
        separate();
        if (std::isfinite(number))
            m_text << number;
        return *this;
    }

    Sheet &operator<<(std::string_view text)
    {
        separate();
        m_text << csvCell(text);
        return *this;
    }

    void endRow()
    {
        m_text << '\n';
        m_atStart = true;
    }

    [[nodiscard]] std::string text() const { return m_text.str(); }

private:
    void separate()
    {
        if (!m_atStart)
            m_text << ',';
        m_atStart = false;
    }

    std::ostringstream m_text;
    bool m_atStart = true;
};

constexpr std::string_view kTraining = "training";
constexpr std::string_view kValidation = "validation";

void addRows(Sheet &sheet, const Examples &examples, std::string_view set)
{
    for (std::size_t i = 0; i < examples.size(); ++i) {
        sheet << examples.x[i] << examples.y[i] << set;
        sheet.endRow();
    }
}

void addRows(Sheet &sheet, const ClassExamples &examples, const AxisNames &names, std::string_view set)
{
    for (std::size_t i = 0; i < examples.size(); ++i) {
        sheet << examples.x1[i] << examples.x2[i] << names.classes[examples.label[i]] << set;
        sheet.endRow();
    }
}

void addLines(Sheet &sheet, const std::vector<PlaneLine> &lines, const std::string &name)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string numbered = name + ' ' + std::to_string(i + 1);
        for (const PlanePoint &point : lines[i]) {
            sheet << point.x1 << point.x2 << numbered;
            sheet.endRow();
        }
    }
}

std::string boundariesCsv(const Snapshot &snapshot)
{
    const AxisNames names = axisNames(snapshot.scenario.data.source);
    Sheet sheet;
    sheet << names.x << names.y << std::string_view("line");
    sheet.endRow();
    addLines(sheet, snapshot.classes->picture.boundary, "model");
    if (snapshot.classes->truth)
        addLines(sheet, *snapshot.classes->truth, "target");
    return sheet.text();
}

} // namespace

std::string csvCell(std::string_view text)
{
    const bool isSpaced = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    const bool isComment = text.starts_with('#'); // where the cell begins a row
    if (!isSpaced && !isComment && text.find_first_of(",;\t\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char character : text) {
        if (character == '"')
            quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

std::string pointsCsv(const Snapshot &snapshot)
{
    const AxisNames names = axisNames(snapshot.scenario.data.source);
    Sheet sheet;
    sheet << names.x << names.y;
    if (snapshot.classes)
        sheet << std::string_view("class");
    sheet << std::string_view("set");
    sheet.endRow();
    if (snapshot.classes) {
        addRows(sheet, snapshot.classes->split->training(), names, kTraining);
        addRows(sheet, snapshot.classes->split->validation->examples(), names, kValidation);
    } else {
        addRows(sheet, snapshot.curve->split->training(), kTraining);
        addRows(sheet, snapshot.curve->split->validation->examples(), kValidation);
    }
    return sheet.text();
}

std::string curveCsv(const Snapshot &snapshot)
{
    if (snapshot.classes)
        return boundariesCsv(snapshot);
    const CurveAnswer &answer = *snapshot.curve;
    Sheet sheet;
    sheet << axisNames(snapshot.scenario.data.source).x << std::string_view("model");
    if (snapshot.rival() != nullptr)
        sheet << std::string_view("model B");
    if (!answer.target.empty())
        sheet << std::string_view("target");
    sheet.endRow();
    for (std::size_t step = 0; step < answer.curve.size(); ++step) {
        sheet << curveInput(answer.shown, static_cast<int>(step)) << answer.curve[step];
        if (snapshot.rival() != nullptr)
            sheet << snapshot.rival()->curve[step];
        if (!answer.target.empty())
            sheet << answer.target[step];
        sheet.endRow();
    }
    return sheet.text();
}

std::string sweepCsv(const Sweep &sweep, Problem problem)
{
    const bool curve = problem == Problem::Curve;
    Sheet sheet;
    sheet << std::string_view(dialRow(sweep.dial).id);
    for (const char *set : {"train", "validation"})
        sheet << set + std::string(curve ? "_r2" : "_accuracy");
    for (const char *set : {"train", "validation"})
        sheet << set + std::string(curve ? "_rmse" : "_log_loss");
    sheet.endRow();
    for (const SweepPoint &point : sweep.points) {
        sheet << point.value << point.training.accuracy << point.validation.accuracy;
        for (const Metrics &metrics : {point.training, point.validation})
            sheet << (curve ? metrics.rmse : metrics.logLoss);
        sheet.endRow();
    }
    return sheet.text();
}

} // namespace overfit
