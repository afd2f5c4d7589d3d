package io.familiarface.photo.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.familiarface.photo.Photo;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as people send them. */
public final class Pictures {

  private static final String TINY_WEBP =
      "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  private Pictures() {}

  /** Red above, blue below. */
  public static BufferedImage redAboveBlue(int width, int height, int type) {
    var picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, (y < height / 2 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    return picture;
  }

  public static byte[] jpeg(int width, int height) {
    return written(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return written(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  public static byte[] seeThroughPng(int width, int height) {
    var picture = redAboveBlue(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0);
    return written(picture, "png");
  }

  public static byte[] webp() {
    return Base64.getDecoder().decode(TINY_WEBP);
  }

  /** A JPEG with the note of a camera that was held this way, and the place where it was. */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] place = "N44.4759W73.2121".getBytes(US_ASCII);
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
  public static byte[] bomb() {
    byte[] png = png(2, 2);
    ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
    sign(png, 12, 17);
    return png;
  }

  public static byte[] progressiveJpeg(int width, int height) {
    return progressive(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] interlacedPng(int width, int height) {
    return progressive(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /** The same JPEG with another size in its frame. */
  public static byte[] sayingSize(byte[] jpeg, int width, int height) {
    byte[] other = jpeg.clone();
    for (int i = 2; i < other.length; i += 2 + ByteBuffer.wrap(other).getShort(i + 2)) {
      int marker = other[i + 1] & 0xFF;
      if (marker == 0xC0 || marker == 0xC2) {
        ByteBuffer.wrap(other).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
        return other;
      }
    }
    throw new IllegalArgumentException("no frame");
  }

  /** The same PNG with another chunk right after its header. */
  public static byte[] withChunk(byte[] png, String name, byte[] data) {
    int header = 33;
    ByteBuffer other = ByteBuffer.allocate(png.length + 12 + data.length);
    other.put(png, 0, header).putInt(data.length).put(name.getBytes(US_ASCII)).put(data);
    other.putInt(0).put(png, header, png.length - header);
    sign(other.array(), header + 4, 4 + data.length);
    return other.array();
  }

  /** Puts the checksum behind this part. */
  public static void sign(byte[] png, int start, int length) {
    var crc = new CRC32();
    crc.update(png, start, length);
    ByteBuffer.wrap(png).putInt(start + length, (int) crc.getValue());
  }

  /** One of those that people have sent. */
  public static byte[] file(String name) {
    try (var file = Pictures.class.getResourceAsStream("/photos/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static BufferedImage read(Photo photo) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(photo.content()));
  }

  private static byte[] progressive(BufferedImage picture, String format) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(picture, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
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
