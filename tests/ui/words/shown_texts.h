// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/readout.h"

#include <QAction>
#include <QComboBox>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QMap>
#include <QString>
#include <QTabBar>
#include <QWidget>

/// Every text that a widget and all in it show or say, by where it stands.
class ShownTexts
{
public:
    explicit ShownTexts(const QWidget &root)
    {
        addWidget(root, QStringLiteral("/"));
        int number = 0;
        for (const QWidget *widget : root.findChildren<QWidget *>()) {
            if (!widget->objectName().startsWith(
                    QLatin1String("Scroll"))) // Qt's own, of tabs that have no room
                addWidget(*widget, placeOf(*widget, number++));
        }
    }

    [[nodiscard]] const QMap<QString, QString> &byPlace() const { return m_texts; }

private:
    static QString placeOf(const QObject &object, int number)
    {
        return QStringLiteral("%1 %2 #%3")
            .arg(QString::fromLatin1(object.metaObject()->className()), object.objectName(),
                QString::number(number));
    }

    void add(const QString &place, const QString &text)
    {
        if (!text.isEmpty())
            m_texts.insert(place, text);
    }

    void addWidget(const QWidget &widget, const QString &place)
    {
        for (const char *const property : {"text", "title", "windowTitle", "toolTip", "accessibleName",
                 "accessibleDescription", "placeholderText", "specialValueText"})
            add(place + u' ' + QLatin1String(property), widget.property(property).toString());
        if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            for (int i = 0; i < box->count(); ++i)
                add(place + QStringLiteral(" item %1").arg(i), box->itemText(i));
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                add(place + QStringLiteral(" tab %1").arg(i), tabs->tabText(i));
                add(place + QStringLiteral(" tab tip %1").arg(i), tabs->tabToolTip(i));
            }
        }
        if (const auto *readout = qobject_cast<const overfit::ui::Readout *>(&widget))
            add(place + QStringLiteral(" readout"), readout->text());
        for (const QAction *action : widget.actions()) {
            add(place + u' ' + action->objectName() + QStringLiteral(" action"), action->text());
            add(place + u' ' + action->objectName() + QStringLiteral(" action tip"), action->toolTip());
        }
        if (const auto *view = qobject_cast<const QGraphicsView *>(&widget))
            addScene(*view, place);
    }

    void addScene(const QGraphicsView &view, const QString &place)
    {
        int number = 0;
        for (const QGraphicsItem *item : view.scene()->items(Qt::AscendingOrder)) {
            if (const auto *text = dynamic_cast<const QGraphicsTextItem *>(item); text && text->isVisible())
                add(place + QStringLiteral(" axis %1").arg(number++), text->toPlainText());
        }
    }

    QMap<QString, QString> m_texts;
};
