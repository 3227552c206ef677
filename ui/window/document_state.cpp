// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/document_state.h"

#include "ui/window/experimenter.h"

#include <QFileInfo>

#include <utility>

namespace overfit::ui {

DocumentState::DocumentState(Experimenter &experimenter, QObject *parent)
    : QObject(parent), m_experimenter(experimenter)
{
    const QUndoStack *const stack = &experimenter.history().stack();
    connect(stack, &QUndoStack::cleanChanged, this, &DocumentState::stateChanged);
    connect(&experimenter, &Experimenter::documentSet, this, &DocumentState::stateChanged);
    connect(stack, &QUndoStack::indexChanged, this, [this] {
        ++m_revision;
        emit experimentChanged();
    });
}

QString DocumentState::file() const
{
    return m_files.value(m_experimenter.settings().document);
}

QString DocumentState::title() const
{
    const QString name = file().isEmpty() ? tr("Untitled") : QFileInfo(file()).completeBaseName();
    return tr("%1[*] – Overfit").arg(name);
}

void DocumentState::setOpened(const QString &path)
{
    m_files = {{m_experimenter.settings().document, path}};
    m_unsaved = false;
    emit stateChanged();
    emit experimentChanged();
}

bool DocumentState::hasUnsavedWork() const
{
    return m_unsaved || !m_experimenter.history().stack().isClean();
}

void DocumentState::setUnsaved()
{
    m_unsaved = true;
    emit stateChanged();
    emit experimentChanged();
}

void DocumentState::giveUp()
{
    m_unsaved = false;
    m_experimenter.history().stack().setClean();
}

void DocumentState::save()
{
    if (isSaving())
        m_afterSaving = [this] { save(); };
    else if (file().isEmpty())
        saveAs();
    else
        emit saveWanted(file());
}

void DocumentState::saveAs()
{
    if (isSaving())
        m_afterSaving = [this] { saveAs(); };
    else
        emit nameWanted();
}

void DocumentState::beginSaving(const QString &path)
{
    m_savingTo = path;
    m_savingDocument = m_experimenter.settings().document;
    giveUp(); // nothing is left that would be lost
}

void DocumentState::finishSaving(bool saved)
{
    const QString path = std::exchange(m_savingTo, QString());
    const auto then = std::exchange(m_afterSaving, {});
    if (!saved) {
        setUnsaved();
        return;
    }
    m_files.insert(m_savingDocument, path); // which may not be the one that is shown any more
    emit stateChanged();
    emit experimentChanged();
    if (then)
        then();
}

void DocumentState::whenSafe(const std::function<void()> &then)
{
    settle();
    if (isSaving())
        m_afterSaving = [this, then] { whenSafe(then); };
    else if (hasUnsavedWork())
        emit unsavedWorkFound(then);
    else
        then();
}

void DocumentState::answer(UnsavedWork answer, const std::function<void()> &then)
{
    if (answer == UnsavedWork::GiveUp) {
        then();
    } else if (answer == UnsavedWork::Save) {
        m_afterSaving = [this, then] { whenSafe(then); }; // the hand may go on meanwhile
        save();
    }
}

} // namespace overfit::ui
