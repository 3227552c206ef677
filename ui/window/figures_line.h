// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "ui/widgets/look.h"
#include "ui/words/strings.h"

#include <QList>
#include <QStaticText>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace overfit::ui {

/// Training accuracy, validation accuracy and their gap in large figures, or the accuracies of two models
/// beside each other, and a sentence on what that means.
class FiguresLine : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresLine(QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// While the verdict of a snapshot is not known, the sentence before stays, and is dimmed if that takes
    /// long.
    void show(const Snapshot &snapshot);
    [[nodiscard]] const VerdictTexts &sentence() const { return m_sentence; }
    [[nodiscard]] bool outdated() const { return m_outdated; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Figure {
        QStaticText name;
        QStaticText value;
        QString widest; ///< room is kept for it, so that nothing moves while a dial is dragged
        QColor Look::*color;
        qreal width = 0;
    };

    void setFigures(bool compared, bool curve);
    void arrange();
    void setValue(Figure &figure, const QString &text);
    void setSentence(const VerdictTexts &sentence);
    void setOutdated(bool outdated);
    [[nodiscard]] QRectF figureBox(qsizetype index) const;
    [[nodiscard]] QRectF sentenceBox() const;
    void paintFigure(QPainter &painter, qsizetype index) const;
    void paintSentence(QPainter &painter) const;

    Look m_look;
    std::optional<Snapshot> m_snapshot; ///< that is shown
    QList<Figure> m_figures; ///< training, validation, gap; or both accuracies of A, and of B
    bool m_compared = false;
    bool m_curve = true;
    VerdictTexts m_sentence;
    QStaticText m_headline;
    QStaticText m_advice;
    bool m_outdated = false; ///< the sentence is that of an older snapshot, and has been for a while
    QTimer m_untilOutdated;
};

} // namespace overfit::ui
