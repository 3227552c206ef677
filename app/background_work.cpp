// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background_work.h"

#include <exception>
#include <new>

namespace overfit::app {

BackgroundWork::BackgroundWork(QObject *parent)
    : QObject(parent), m_outcomes(Kept::All, [this](const Outcome &outcome) { tell(outcome); })
{
}

void BackgroundWork::start(const ui::Work &work, const ui::Finish &finish)
{
    m_worker.submit([this, work, finish] {
        try {
            m_outcomes.put({work(), finish});
        } catch (const std::bad_alloc &) {
            m_outcomes.put(
                {tr("There is not enough memory for this. Close other programs, or take less data."), {}});
        } catch (const std::exception &error) {
            m_outcomes.put({tr("This could not be done: %1.").arg(QString::fromUtf8(error.what())), {}});
        }
    });
}

void BackgroundWork::tell(const Outcome &outcome)
{
    if (outcome.finish)
        outcome.finish(outcome.text);
    else
        emit failed(outcome.text);
}

} // namespace overfit::app
