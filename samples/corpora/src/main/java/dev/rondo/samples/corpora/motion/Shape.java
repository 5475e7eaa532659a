package dev.rondo.samples.corpora.motion;

import java.awt.geom.Path2D;

/** What moves: shapes of which no turn by less than a whole one gives the same. */
enum Shape {
  ARROW(-1, -0.35, 0.1, -0.35, 0.1, -0.9, 1, 0, 0.1, 0.9, 0.1, 0.35, -1, 0.35),
  CORNER(-0.8, -1, -0.1, -1, -0.1, 0.4, 0.8, 0.4, 0.8, 1, -0.8, 1),
  FLAG(-0.7, -1, -0.4, -1, -0.4, -0.9, 0.9, -0.4, -0.4, 0.1, -0.4, 1, -0.7, 1),
  WEDGE(-0.9, -0.6, 1, 0, -0.9, 0.6);

  // never changed: arrays cannot say so, and a list would box the numbers of each corner
  @SuppressWarnings("ImmutableEnumChecker")
  private final double[] points;

  Shape(double... points) {
    this.points = points;
  }

  /** Returns the outline, within about 1 of the middle. */
  Path2D outline() {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
