// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mailbox.h"
#include "app/ordered_worker.h"
#include "ui/export/background.h"

#include <QObject>

namespace overfit::app {

/// Does what takes too long for the window's thread on a thread of its own, one after the other. Its
/// functions are for the window's thread. When it goes it waits for all that is ordered to be done, so that
/// nothing is lost where the window is closed; its ends are not told any more.
class BackgroundWork : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundWork(QObject *parent = nullptr);

    /// @p work runs on the other thread, then @p finish on the window's with what it gave.
    void start(const ui::Work &work, const ui::Finish &finish);

signals:
    /// Work ended by an exception, and gave nothing to finish with.
    void failed(const QString &problem);

private:
    struct Outcome {
        QString text;
        ui::Finish finish; ///< none where the text is a problem
    };

    void tell(const Outcome &outcome);

    Mailbox<Outcome> m_outcomes;
    OrderedWorker m_worker; // last: its thread uses the mailbox
};

} // namespace overfit::app
