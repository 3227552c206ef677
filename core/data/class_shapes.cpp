// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/class_shapes.h"

#include "core/portable_math.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>

namespace overfit {
namespace {

constexpr double kPi = 0x1.921fb54442d18p+1;

struct Point {
    double x1;
    double x2;
};

// In blobs, moons and spirals class 1 is class 0 turned by half a turn about the middle.

// Two round clouds, so wide that the boundary tells 97 % of the points.
constexpr Point kBlobCentre{-0.3, -0.2}; ///< of class 0
constexpr double kBlobSpread = 0.19;

// Two half circles; an end of each reaches into the other.
constexpr Point kMoonCentre{-0.26, -0.13}; ///< of class 0, which is the upper half
constexpr double kMoonRadius = 0.52;
constexpr double kMoonSpread = 0.06;

// A disc of class 1 in a ring of class 0.
constexpr double kDiscRadius = 0.4;
constexpr double kRingRadius = 0.72;
constexpr double kCircleSpread = 0.07;

// Two arms of which each goes one turn and a half: radius = kSpiralPitch * angle.
constexpr double kSpiralStart = 0.5 * kPi;
constexpr double kSpiralEnd = 3 * kPi;
constexpr double kSpiralPitch = 0.85 / kSpiralEnd;
constexpr double kSpiralSpread = 0.035;

// Four by four cells.
constexpr double kCellWidth = 0.5;

Point turned(Point point)
{
    return {-point.x1, -point.x2};
}

double distance(Point a, Point b)
{
    const double d1 = a.x1 - b.x1;
    const double d2 = a.x2 - b.x2;
    return std::sqrt(d1 * d1 + d2 * d2);
}

Point onCircle(Point centre, double radius, double angle)
{
    return {centre.x1 + radius * portableCos(angle), centre.x2 + radius * portableSin(angle)};
}

/// To the half circle of class 0.
double moonDistance(Point point)
{
    if (point.x2 >= kMoonCentre.x2)
        return std::abs(distance(point, kMoonCentre) - kMoonRadius);
    // Below its centre one of the ends is nearest.
    return std::min(distance(point, {kMoonCentre.x1 - kMoonRadius, kMoonCentre.x2}),
        distance(point, {kMoonCentre.x1 + kMoonRadius, kMoonCentre.x2}));
}

/// Radius times cosine of the angle by which the point is away from the arm of class 1: 0 at a quarter turn,
/// halfway between the arms.
double spiralSide(Point point)
{
    const double armAngle = distance(point, {0, 0}) / kSpiralPitch;
    return -(point.x1 * portableCos(armAngle) + point.x2 * portableSin(armAngle));
}

/// Along one axis: how far the nearest edge between two cells is, with the sign turning at each of them. (The
/// edge of the square is none: there the wave goes on.)
double cellWave(double x)
{
    const double height = std::min(std::abs(x), kCellWidth - std::abs(x));
    return x < 0 ? -height : height;
}

/// Without jitter, of class 0 in blobs, moons and spirals.
Point drawMiddle(Shape shape, Random &random)
{
    const double u = random.uniform();
    if (shape == Shape::Moons)
        return onCircle(kMoonCentre, kMoonRadius, kPi * u);
    // The arm is about half the square of its angle long: so the points are as dense everywhere.
    const double start = kSpiralStart * kSpiralStart;
    const double angle = std::sqrt(start + (kSpiralEnd * kSpiralEnd - start) * u);
    return shape == Shape::Spiral ? onCircle({0, 0}, kSpiralPitch * angle, angle) : kBlobCentre;
}

/// Without jitter, in discs and rings.
Point drawCirclePoint(bool inDisc, Random &random)
{
    const double radius = std::sqrt(random.uniform()) * kDiscRadius;
    const double angle = 2 * kPi * random.uniform();
    return onCircle({0, 0}, inDisc ? radius : kRingRadius, angle);
}

double spreadOf(Shape shape)
{
    switch (shape) {
    case Shape::Moons:
        return kMoonSpread;
    case Shape::Circles:
        return kCircleSpread;
    case Shape::Blobs:
        return kBlobSpread;
    case Shape::Spiral:
        return kSpiralSpread;
    case Shape::Checkerboard:
        break;
    }
    return 0;
}

/// Hardly a point lies beyond the square; those that would go to its edge.
Point jittered(Point point, double spread, Random &random)
{
    // One after the other, because the order in which arguments are evaluated is the compiler's choice.
    const double x1 = point.x1 + spread * random.normal();
    const double x2 = point.x2 + spread * random.normal();
    return {std::clamp(x1, -1.0, 1.0), std::clamp(x2, -1.0, 1.0)};
}

ShapePoint drawCheckerboardPoint(Random &random)
{
    const double x1 = 2 * random.uniform() - 1;
    const double x2 = 2 * random.uniform() - 1;
    return {x1, x2, static_cast<std::uint8_t>(shapeSide(Shape::Checkerboard, x1, x2) > 0 ? 1 : 0)};
}

} // namespace

double shapeSide(Shape shape, double x1, double x2)
{
    const Point point{x1, x2};
    switch (shape) {
    case Shape::Moons:
        return moonDistance(point) - moonDistance(turned(point));
    case Shape::Circles:
        return (kDiscRadius + kRingRadius) / 2 - distance(point, {0, 0});
    case Shape::Blobs:
        return -(kBlobCentre.x1 * x1 + kBlobCentre.x2 * x2);
    case Shape::Spiral:
        return spiralSide(point);
    case Shape::Checkerboard:
        break;
    }
    return cellWave(x1) * cellWave(x2);
}

ShapePoint drawShapePoint(Shape shape, Random &random)
{
    if (shape == Shape::Checkerboard)
        return drawCheckerboardPoint(random);
    const bool isFirst = random.uniform() < 0.5;
    const bool isCircle = shape == Shape::Circles;
    const Point middle = isCircle ? drawCirclePoint(!isFirst, random) : drawMiddle(shape, random);
    const Point drawn = jittered(middle, spreadOf(shape), random);
    const Point point = isFirst || isCircle ? drawn : turned(drawn);
    return {point.x1, point.x2, static_cast<std::uint8_t>(isFirst ? 0 : 1)};
}

std::string_view shapeName(Shape shape)
{
    switch (shape) {
    case Shape::Moons:
        return "moons";
    case Shape::Circles:
        return "circles";
    case Shape::Blobs:
        return "blobs";
    case Shape::Spiral:
        return "spiral";
    case Shape::Checkerboard:
        break;
    }
    return "checkerboard";
}

} // namespace overfit
