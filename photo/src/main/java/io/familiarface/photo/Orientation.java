package io.familiarface.photo;

import java.awt.geom.AffineTransform;

/** How a picture has to be turned to stand upright, numbered as EXIF does (TIFF tag 274). */
enum Orientation {
  UPRIGHT(1, false),
  MIRRORED(2, false),
  UPSIDE_DOWN(3, false),
  MIRRORED_UPSIDE_DOWN(4, false),
  MIRRORED_ON_LEFT_SIDE(5, true),
  ON_LEFT_SIDE(6, true),
  MIRRORED_ON_RIGHT_SIDE(7, true),
  ON_RIGHT_SIDE(8, true);

  private final int exif;
  private final boolean swapsSides;

  Orientation(int exif, boolean swapsSides) {
    this.exif = exif;
    this.swapsSides = swapsSides;
  }

  static Orientation ofExif(int value) {
    return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
  }

  boolean swapsSides() {
    return swapsSides;
  }

  /** Turns a picture of this width and height upright, into the corner at 0,0. */
  AffineTransform upright(double width, double height) {
    return switch (exif) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
