// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overfit {

/// What is to be learnt: y from x, or which of two classes from two inputs.
enum class Problem { Curve, Classes };

} // namespace overfit
