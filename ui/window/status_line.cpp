// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/window/reading_bar.h"

#include <QStatusBar>

#include <utility>

namespace overfit::ui {

StatusLine::StatusLine(QStatusBar *bar, QObject *parent) : QObject(parent), m_bar(bar)
{
    showBar();
}

void StatusLine::tell(const QString &text)
{
    m_told = true;
    m_bar->showMessage(text);
    showBar();
}

void StatusLine::untell()
{
    if (!std::exchange(m_told, false))
        return;
    m_bar->clearMessage();
    showBar();
}

ReadingBar *StatusLine::reading()
{
    if (m_reading)
        return m_reading;
    m_reading = new ReadingBar(m_bar);
    m_bar->addPermanentWidget(m_reading); // a message beside it does not hide it
    connect(m_reading, &ReadingBar::cancelled, this, &StatusLine::readingCancelled);
    connect(m_reading, &ReadingBar::dismissed, this, [this] { showReading({}); });
    return m_reading;
}

void StatusLine::showReading(const QString &file)
{
    if (!file.isEmpty())
        reading()->showReading(file);
    if (m_reading)
        m_reading->setVisible(!file.isEmpty());
    showBar();
}

void StatusLine::showReadingProgress(qint64 read, qint64 size)
{
    reading()->showProgress(read, size);
}

void StatusLine::showLeftOut(const LeftOutRows &rows)
{
    if (rows.count == 0)
        return;
    reading()->showLeftOut(rows);
    m_reading->show();
    showBar();
}

void StatusLine::forgetLeftOut()
{
    if (m_reading && m_reading->tellsLeftOut())
        showReading({});
}

void StatusLine::showBar()
{
    m_bar->setVisible(m_told || (m_reading && !m_reading->isHidden()));
}

} // namespace overfit::ui
