package io.familiarface.photo;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** How the samples of a picture mean colours; those of print shops we turn into light ourselves. */
enum Colours {
  /** Whatever the decoder understands. */
  OF_A_SCREEN,
  CMYK,
  /** As Adobe writes it: 0 is all the ink there is. */
  INVERTED_CMYK,
  /** The same, its first three inks as brightness and two differences. */
  YCCK;

  boolean areInks() {
    return this != OF_A_SCREEN;
  }

  /** A rough print on a screen, without the profile of the press. */
  BufferedImage onScreen(Raster inks) {
    int width = inks.getWidth();
    int height = inks.getHeight();
    var shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[4 * width];
    for (int y = 0; y < height; y++) {
      inks.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        shown.setRGB(x, y, light(row, 4 * x));
      }
    }
    return shown;
  }

  private int light(int[] inks, int at) {
    double red = inks[at];
    double green = inks[at + 1];
    double blue = inks[at + 2];
    int black = this == CMYK ? 255 - inks[at + 3] : inks[at + 3];
    if (this == YCCK) {
      double brightness = inks[at];
      double blueness = inks[at + 1] - 128;
      double redness = inks[at + 2] - 128;
      red = brightness + 1.402 * redness;
      green = brightness - 0.344136 * blueness - 0.714136 * redness;
      blue = brightness + 1.772 * blueness;
    } else if (this == CMYK) {
      red = 255 - red;
      green = 255 - green;
      blue = 255 - blue;
    }
    return sample(red, black) << 16 | sample(green, black) << 8 | sample(blue, black);
  }

  private static int sample(double light, int black) {
    return (int) Math.round(Math.max(0, Math.min(255, light)) * black / 255);
  }
}
