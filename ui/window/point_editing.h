// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace overfit::ui {

class Experimenter;
class PointEditor;

/// Lets the points of the charts be edited: a drag, or a key that is held, is one step of the history.
class PointEditing : public QObject
{
    Q_OBJECT

public:
    explicit PointEditing(Experimenter &experimenter, QObject *parent = nullptr);

    /// From now on it edits the experiment.
    void add(PointEditor *editor);

signals:
    /// The picture may be drawn with axes that hold the point where it was left.
    void gestureEnded();
    /// Why something cannot be done.
    void refused(const QString &reason);

private:
    Experimenter &m_experimenter;
};

} // namespace overfit::ui
