package io.familiarface.customers.photo;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The kinds of picture that we read, known by their first bytes whatever the sender calls them. */
enum PhotoFormat {
  JPEG {
    @Override
    boolean starts(byte[] upload) {
      return begins(upload, 0, 0xFF, 0xD8, 0xFF);
    }

    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("jpeg").next();
    }

    @Override
    Orientation orientation(byte[] upload) {
      return ExifOrientation.of(upload);
    }
  },
  PNG {
    @Override
    boolean starts(byte[] upload) {
      return begins(upload, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("png").next();
    }
  },
  WEBP {
    @Override
    boolean starts(byte[] upload) {
      return begins(upload, 0, 'R', 'I', 'F', 'F') && begins(upload, 8, 'W', 'E', 'B', 'P');
    }

    @Override
    ImageReader reader() throws IOException {
      return new WebPImageReaderSpi().createReaderInstance(null);
    }
  };

  abstract boolean starts(byte[] upload);

  abstract ImageReader reader() throws IOException;

  /** How the camera was held. */
  Orientation orientation(byte[] upload) {
    return Orientation.UPRIGHT;
  }

  static Optional<PhotoFormat> of(byte[] upload) {
    return Arrays.stream(values()).filter(format -> format.starts(upload)).findFirst();
  }

  private static boolean begins(byte[] upload, int offset, int... expected) {
    if (upload.length < offset + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((upload[offset + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
