// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <exception>
#include <new>
#include <stdexcept>
#include <utility>

namespace overfit::app {

namespace {

QString problemOf(const std::exception &error)
{
    const bool isMemory = dynamic_cast<const std::bad_alloc *>(&error) != nullptr
        || dynamic_cast<const std::length_error *>(&error) != nullptr; // a list of more than there can be
    if (isMemory)
        return Trainer::tr("There is not enough memory for this model. Choose a lower degree or fewer rows.");
    return Trainer::tr("This model could not be computed (%1). Choose other settings.")
        .arg(QString::fromUtf8(error.what()));
}

} // namespace

Trainer::Trainer(QObject *parent, Answering answering)
    : QObject(parent), m_answering(std::move(answering)),
      m_answers(Kept::Newest, [this](const Answer &answer) { tell(answer); })
{
}

void Trainer::request(const Scenario &scenario)
{
    const quint64 request = ++m_request;
    m_worker.submit([this, request, scenario](const StopToken &stop) { answer(request, scenario, stop); });
}

void Trainer::answer(quint64 request, const Scenario &scenario, const StopToken &stop)
{
    SnapshotPtr newest;
    try {
        m_answering(m_answerer, scenario, stop, [this, request, &newest](SnapshotPtr snapshot) {
            newest = snapshot;
            m_answers.put({request, std::move(snapshot), {}});
        });
    } catch (const std::exception &error) {
        m_answerer = Answerer(); // what it kept may be half made, and takes memory
        m_answers.put({request, newest, problemOf(error)});
    }
}

void Trainer::tell(const Answer &answer)
{
    if (answer.request != m_request)
        return;
    if (answer.snapshot)
        emit snapshotReady(answer.snapshot);
    if (!answer.problem.isEmpty() && answer.request == m_request) // whoever was shown it may have asked anew
        emit failed(answer.problem);
}

} // namespace overfit::app
