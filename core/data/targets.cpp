// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/targets.h"

#include "core/portable_math.h"

namespace overfit {
namespace {

constexpr double kPi = 0x1.921fb54442d18p+1;

/// Rises to @p height at @p centre and has left 37 % of it @p width away.
double bump(double x, double centre, double width, double height)
{
    const double distance = (x - centre) / width;
    return height * portableExp(-(distance * distance));
}

/// A broad valley between two hills, the second one narrow: what suits one part of the range misses another.
double bumps(double x)
{
    return bump(x, -0.6, 0.2, 1.0) + bump(x, -0.05, 0.25, -0.9) + bump(x, 0.55, 0.1, 0.8);
}

} // namespace

double targetValue(Target target, double x)
{
    switch (target) {
    case Target::Line:
        return x;
    case Target::Cosine: // one wave and a half
        return portableCos(1.5 * kPi * x);
    case Target::Sine: // one wave
        return portableSin(kPi * x);
    case Target::Runge: // the function on which equally spaced interpolation fails at the ends
        return 1 / (1 + 25 * x * x);
    case Target::Step:
        return x < 0 ? -1 : 1;
    case Target::Bumps:
        return bumps(x);
    case Target::Exponential: // flat at -1, then steep up to 1
        return 2 * portableExp(3 * (x - 1)) - 1;
    case Target::PureNoise:
        break;
    }
    return 0;
}

std::string_view targetName(Target target)
{
    switch (target) {
    case Target::Line:
        return "line";
    case Target::Cosine:
        return "cosine";
    case Target::Sine:
        return "sine";
    case Target::Runge:
        return "runge";
    case Target::Step:
        return "step";
    case Target::Bumps:
        return "bumps";
    case Target::Exponential:
        return "exponential";
    case Target::PureNoise:
        break;
    }
    return "pure-noise";
}

} // namespace overfit
