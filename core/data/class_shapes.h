// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace overfit {

class Random;

/// How the two classes of generated data lie in the plane: in the square [-1, 1] x [-1, 1].
enum class Shape { Moons, Circles, Blobs, Spiral, Checkerboard };

inline constexpr std::array kShapes{
    Shape::Moons, Shape::Circles, Shape::Blobs, Shape::Spiral, Shape::Checkerboard};

/// Which side of the true boundary a point of the square is on: positive where class 1 lies, negative where
/// class 0 does, 0 on the boundary; continuous. The same to the bit on every platform.
[[nodiscard]] double shapeSide(Shape shape, double x1, double x2);

/// A point and the class that it was drawn from, which the true boundary nearly always tells as well.
struct ShapePoint {
    double x1;
    double x2;
    std::uint8_t label;
};

/// Draws a point of the square; both classes are equally likely. Every point of a shape takes equally many
/// numbers from @p random. The same to the bit on every platform.
[[nodiscard]] ShapePoint drawShapePoint(Shape shape, Random &random);

/// A stable name for files and command lines, such as "moons".
[[nodiscard]] std::string_view shapeName(Shape shape);

} // namespace overfit
