package io.familiarface.photo;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes a picture that has been found small enough. Row by row, into as many pixels as are
 * wanted; but a lossless WebP as a whole.
 */
final class PhotoDecoder {
  /** More than are shown, so that making them fewer can be done well. */
  private static final int PIXELS_WANTED = 6 << 20;

  private static final int USUAL_BITS = 32;

  private PhotoDecoder() {}

  static BufferedImage decode(PhotoFormat format, EncodedPicture picture) throws IOException {
    return switch (format) {
      case JPEG -> jpeg(picture);
      case PNG -> png(picture);
      case WEBP ->
          WebpFile.isLossless(picture.content()) ? losslessWebp(picture) : lossyWebp(picture);
    };
  }

  private static BufferedImage jpeg(EncodedPicture picture) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (var input = input(picture)) {
      reader.setInput(input, true, true);
      var cutOff = new AtomicBoolean();
      reader.addIIOReadWarningListener(
          (source, warning) ->
              cutOff.compareAndSet(
                  false, warning.toLowerCase(Locale.ROOT).contains("premature end")));
      ImageReadParam param = reduced(reader, picture, PIXELS_WANTED);
      BufferedImage decoded =
          picture.colours().areInks()
              ? picture.colours().onScreen(reader.readRaster(0, param))
              : reader.read(0, param);
      if (cutOff.get()) {
        throw new DamagedPicture("ends before all its pixels have come");
      }
      return decoded;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage png(EncodedPicture picture) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var input = input(picture)) {
      reader.setInput(input, true, true);
      int bits = reader.getRawImageType(0).getColorModel().getPixelSize();
      return reader.read(
          0, reduced(reader, picture, bits > USUAL_BITS ? PIXELS_WANTED / 2 : PIXELS_WANTED));
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage lossyWebp(EncodedPicture picture) throws IOException {
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
    try (var input = new WholeInput(picture.content(), () -> {})) {
      reader.setInput(input, true, true);
      return reader.read(0, reduced(reader, picture, PIXELS_WANTED));
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage losslessWebp(EncodedPicture picture) throws IOException {
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
    var budget = new DecodingBudget(picture.pixels());
    try (var input = new WholeInput(picture.content(), budget::countReading)) {
      reader.setInput(input, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setDestination(
          MeteredRaster.image(
              reader.getRawImageType(0), picture.width(), picture.height(), budget));
      return MeteredRaster.unmetered(reader.read(0, param));
    } finally {
      reader.dispose();
    }
  }

  private static ImageInputStream input(EncodedPicture picture) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content()));
  }

  private static ImageReadParam reduced(ImageReader reader, EncodedPicture picture, int pixels) {
    int step = 1;
    while (picture.pixels() > (long) pixels * step * step) {
      step++;
    }
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }
}
