// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mailbox.h"
#include "core/answer/answerer.h"
#include "core/answer/latest_worker.h"

#include <QObject>
#include <QString>

#include <functional>

namespace overfit::app {

/// Turns scenarios into snapshots on a thread of its own. Its functions are for the window's thread, and its
/// signals come there; nothing waits.
class Trainer : public QObject
{
    Q_OBJECT

public:
    /// How the worker answers: by Answerer::answer(), or by what stands in for it.
    using Answering =
        std::function<void(Answerer &, const Scenario &, const StopToken &, const Answerer::Deliver &)>;

    explicit Trainer(QObject *parent = nullptr, Answering answering = &Answerer::answer);

    /// Asks for an answer to @p scenario. Whatever was asked before is stopped and will not be heard of any
    /// more.
    void request(const Scenario &scenario);

signals:
    /// A stage of the answer to the newest request. Stages that the window had no time for are left out.
    void snapshotReady(const overfit::SnapshotPtr &snapshot);
    /// The answer to the newest request ends here: why, and what to do.
    void failed(const QString &problem);

private:
    struct Answer {
        quint64 request = 0;
        SnapshotPtr snapshot; ///< the newest stage; null where there was none
        QString problem; ///< that ended it; empty for none
    };

    void answer(quint64 request, const Scenario &scenario, const StopToken &stop);
    void tell(const Answer &answer);

    const Answering m_answering;
    Answerer m_answerer; // used by the worker alone
    quint64 m_request = 0; // the newest; it belongs to the window's thread
    Mailbox<Answer> m_answers;
    LatestWorker m_worker; // last: its thread uses all of the above
};

} // namespace overfit::app
