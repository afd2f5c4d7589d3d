package io.familiarface.photo;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture that we read, known by their first bytes whatever the sender calls them. */
enum PhotoFormat {
  JPEG {
    @Override
    boolean starts(byte[] upload) {
      return begins(upload, 0, 0xFF, 0xD8, 0xFF);
    }

    @Override
    EncodedPicture read(byte[] upload) throws DamagedPicture {
      return JpegFile.read(upload);
    }
  },
  PNG {
    @Override
    boolean starts(byte[] upload) {
      return begins(upload, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    @Override
    EncodedPicture read(byte[] upload) throws DamagedPicture {
      return PngFile.read(upload);
    }
  },
  WEBP {
    @Override
    boolean starts(byte[] upload) {
      return begins(upload, 0, 'R', 'I', 'F', 'F') && begins(upload, 8, 'W', 'E', 'B', 'P');
    }

    @Override
    EncodedPicture read(byte[] upload) throws DamagedPicture {
      return WebpFile.read(upload);
    }
  };

  abstract boolean starts(byte[] upload);

  /** Takes the upload apart, without decoding it. */
  abstract EncodedPicture read(byte[] upload) throws DamagedPicture;

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
