package io.familiarface.photo;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes of what was uploaded a picture of our own making: upright, no larger than it is shown, and
 * without the place, the time and the camera that phones write into theirs.
 */
final class PhotoNormalizer {

  /** What a phone's camera takes; more is an attack on our memory rather than a photo. */
  static final long MOST_PIXELS = 50_000_000;

  /** A lossless WebP is decoded as a whole, a lossy one slowly. */
  static final long MOST_PIXELS_OF_WEBP = 12L << 20;

  /** A row is held as a whole. */
  static final int LONGEST_ROW = 20_000;

  /** What a decoder may keep of a picture that comes in several goes. */
  static final long MOST_COEFFICIENTS = 96L << 20;

  static final int LONGEST_SIDE = 1024;
  static final int LONGEST_SIDE_OF_THUMBNAIL = 160;
  private static final float QUALITY = 0.85f;

  private PhotoNormalizer() {}

  /**
   * Refuses by its header what would take too much memory or time, and decodes the rest: in at most
   * about a hundred megabytes, and some seconds.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 413 for too many pixels, 415 for another
   *     kind of file, 422 for a broken one
   */
  static Photo normalize(byte[] upload) {
    return taken(
        upload,
        (format, picture) ->
            encode(
                turnUpright(
                    PhotoDecoder.decode(format, picture), picture.orientation(), LONGEST_SIDE)));
  }

  /**
   * Refuses what can be refused without decoding anything: in milliseconds, and no more memory than
   * the upload has.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link #normalize} does
   */
  static void measure(byte[] upload) {
    taken(upload, (format, picture) -> picture);
  }

  /** What is done with a picture that has been found small enough. */
  private interface Use<T> {
    T of(PhotoFormat format, EncodedPicture picture) throws IOException;
  }

  private static <T> T taken(byte[] upload, Use<T> use) {
    PhotoFormat format =
        PhotoFormat.of(upload)
            .orElseThrow(
                () ->
                    PhotoProblem.PHOTO_KIND_UNSUPPORTED.because(
                        "This file is neither JPEG, PNG nor WebP. Save the photo as one of them."));
    try {
      EncodedPicture picture = format.read(upload);
      requireSmall(format, picture);
      return use.of(format, picture);
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException | RuntimeException | AssertionError e) {
      // Decoders meet what is broken with whatever exception comes of it.
      throw PhotoProblem.PHOTO_UNREADABLE.because(
          "The file begins like a "
              + format
              + " but can't be read to its end. Take the photo again, or save it anew.");
    }
  }

  /** Of a picture of our own making. */
  static byte[] thumbnail(Photo photo) {
    try {
      BufferedImage whole = ImageIO.read(new ByteArrayInputStream(photo.content()));
      return encode(turnUpright(whole, Orientation.UPRIGHT, LONGEST_SIDE_OF_THUMBNAIL)).content();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireSmall(PhotoFormat format, EncodedPicture picture)
      throws DamagedPicture {
    if (picture.width() <= 0 || picture.height() <= 0) {
      throw new DamagedPicture("has no pixels");
    }
    long most = format == PhotoFormat.WEBP ? MOST_PIXELS_OF_WEBP : MOST_PIXELS;
    if (picture.pixels() > most || Math.max(picture.width(), picture.height()) > LONGEST_ROW) {
      throw PhotoProblem.PHOTO_TOO_LARGE.because(
          "%d × %d pixels are too many; a %s may have up to %d million, %d in a row."
              .formatted(picture.width(), picture.height(), format, most / 1_000_000, LONGEST_ROW));
    }
    if (picture.coefficients() > MOST_COEFFICIENTS) {
      throw PhotoProblem.PHOTO_TOO_LARGE.because(
          "%d × %d pixels are too many for a progressive JPEG. Save it as a plain one, or smaller."
              .formatted(picture.width(), picture.height()));
    }
  }

  private static BufferedImage turnUpright(
      BufferedImage taken, Orientation orientation, int longestSide) {
    double scale =
        Math.min(1.0, (double) longestSide / Math.max(taken.getWidth(), taken.getHeight()));
    double width = taken.getWidth() * scale;
    double height = taken.getHeight() * scale;
    boolean swap = orientation.swapsSides();
    boolean seeThrough = taken.getColorModel().hasAlpha();
    var shown =
        new BufferedImage(
            (int) Math.max(1, Math.round(swap ? height : width)),
            (int) Math.max(1, Math.round(swap ? width : height)),
            seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    AffineTransform transform = orientation.upright(width, height);
    transform.scale(scale, scale);
    Graphics2D canvas = shown.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(taken, transform, null);
    canvas.dispose();
    return shown;
  }

  private static Photo encode(BufferedImage shown) throws IOException {
    boolean seeThrough = shown.getColorModel().hasAlpha();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(seeThrough ? "png" : "jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (!seeThrough) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(shown, null, null), param);
    } finally {
      writer.dispose();
    }
    return new Photo(seeThrough ? "image/png" : "image/jpeg", bytes.toByteArray());
  }
}
