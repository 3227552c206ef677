// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Marks a text for Qt's lupdate, which knows the name; the text stays what it is. For .cpp files only:
// whoever includes a header of Qt has the macro from there.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(context, text) text
#define QT_TRANSLATE_N_NOOP(context, text) text
#endif
