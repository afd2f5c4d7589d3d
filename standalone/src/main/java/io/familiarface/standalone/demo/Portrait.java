package io.familiarface.standalone.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a friendly face, since the demo has no photo of anybody. */
final class Portrait {
  private static final int SIDE = 320;

  private Portrait() {}

  /** As a PNG. */
  static byte[] of(Color hair, Color dress) {
    System.setProperty("java.awt.headless", "true");
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    fill(pen, new Color(0xDCE8EC), 0, 0, SIDE, SIDE, false);
    fill(pen, dress, 40, 240, 240, 200, true);
    fill(pen, hair, 80, 45, 160, 190, true);
    fill(pen, new Color(0xF0CDB0), 100, 75, 120, 155, true);
    fill(pen, new Color(0x3A3A3A), 130, 135, 12, 14, true);
    fill(pen, new Color(0x3A3A3A), 178, 135, 12, 14, true);
    pen.setColor(new Color(0xA4483F));
    pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.drawArc(130, 160, 60, 35, 200, 140);
    pen.dispose();
    return png(image);
  }

  private static void fill(
      Graphics2D pen, Color color, int x, int y, int width, int height, boolean round) {
    pen.setColor(color);
    if (round) {
      pen.fillOval(x, y, width, height);
    } else {
      pen.fillRect(x, y, width, height);
    }
  }

  private static byte[] png(BufferedImage image) {
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
