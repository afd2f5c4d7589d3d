package io.familiarface.customers.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures as people send them. */
final class Pictures {

  private static final String TINY_WEBP =
      "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  private Pictures() {}

  /** Red above, blue below. */
  static BufferedImage redAboveBlue(int width, int height, int type) {
    var picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, (y < height / 2 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    return picture;
  }

  static byte[] jpeg(int width, int height) {
    return written(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  static byte[] png(int width, int height) {
    return written(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  static byte[] seeThroughPng(int width, int height) {
    var picture = redAboveBlue(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0);
    return written(picture, "png");
  }

  static byte[] webp() {
    return Base64.getDecoder().decode(TINY_WEBP);
  }

  /** A JPEG with the note of a camera that was held this way, and the place where it was. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] place = "N44.4759W73.2121".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + place.length);
    exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
    exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putInt(0).put(place);
    var whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.writeBytes(exif.array());
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  /** A PNG that says it is much larger than what follows. */
  static byte[] bomb() {
    byte[] png = png(2, 2);
    ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
    var crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }

  private static byte[] written(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
