package io.familiarface.photo;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Takes a JPEG apart (ITU-T T.81, B): keeps what makes the picture, reads how it was turned, and
 * counts how often a decoder has to go over it.
 */
final class JpegFile {
  /** Those of a progressive photo are about ten; each is one more walk over all of it. */
  static final int MOST_SCANS = 64;

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int COMMENT = 0xFE;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int EXIF = 0x45786966;
  private static final int ADOBE = 0x41646F62;
  private static final int JFIF = 0x4A464946;

  private final ByteBuffer jpeg;
  private final ByteArrayOutputStream kept;
  private int width;
  private int height;
  private int components;
  private long samples;
  private int scans;
  private Orientation orientation = Orientation.UPRIGHT;
  private Colours inks = Colours.CMYK;

  private JpegFile(byte[] upload) {
    jpeg = ByteBuffer.wrap(upload);
    kept = new ByteArrayOutputStream(upload.length);
  }

  static EncodedPicture read(byte[] upload) throws DamagedPicture {
    try {
      return new JpegFile(upload).read();
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new DamagedPicture("ends before its last scan");
    }
  }

  private EncodedPicture read() throws DamagedPicture {
    keep(0, 2);
    int marker = nextMarker();
    while (marker != END_OF_IMAGE) {
      segment(marker, jpeg.position() - 2);
      marker = nextMarker();
    }
    keep(jpeg.position() - 2, jpeg.position());
    if (scans == 0 || width == 0 || height == 0) {
      throw new DamagedPicture("has no picture in it");
    }
    return new EncodedPicture(
        width,
        height,
        orientation,
        components == 4 ? inks : Colours.OF_A_SCREEN,
        scans > 1 ? samples * 2 : 0,
        kept.toByteArray());
  }

  private void segment(int marker, int start) throws DamagedPicture {
    int length = jpeg.getShort() & 0xFFFF;
    int end = start + 2 + length;
    if (isFrame(marker)) {
      frame(start + 4);
    } else if (marker == APP1 && orientation == Orientation.UPRIGHT && length > 8) {
      note(start + 4, length - 2);
    } else if (marker == APP14 && length >= 14 && jpeg.getInt(start + 4) == ADOBE) {
      inks = jpeg.get(start + 15) == 2 ? Colours.YCCK : Colours.INVERTED_CMYK;
    }
    if (marker == START_OF_SCAN) {
      end = endOfScan(end);
      if (++scans > MOST_SCANS) {
        throw new DamagedPicture("has more scans than any photo");
      }
    }
    jpeg.position(end);
    if (marker < APP0 || (marker != COMMENT && saysHowColoursAreMeant(marker, start + 4))) {
      keep(start, end);
    }
  }

  private boolean saysHowColoursAreMeant(int marker, int at) {
    return marker > APP15 || marker == APP14 || (marker == APP0 && jpeg.getInt(at) == JFIF);
  }

  /** SOF0 to SOF15; among their numbers are three tables that begin no frame. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void frame(int at) throws DamagedPicture {
    if (width > 0) {
      throw new DamagedPicture("has two frames");
    }
    height = jpeg.getShort(at + 1) & 0xFFFF;
    width = jpeg.getShort(at + 3) & 0xFFFF;
    components = jpeg.get(at + 5) & 0xFF;
    long most = 1;
    long sum = 0;
    for (int i = 0; i < components; i++) {
      int factors = jpeg.get(at + 7 + 3 * i) & 0xFF;
      long own = (long) (factors >> 4) * (factors & 0xF);
      most = Math.max(most, own);
      sum += own;
    }
    samples = (long) width * height * sum / most;
  }

  private void note(int at, int length) {
    if (jpeg.getInt(at) == EXIF) {
      orientation = ExifOrientation.of(jpeg.slice(at + 6, length - 6));
    }
  }

  /** Where the next marker stands that is no restart of the same scan. */
  private int endOfScan(int from) {
    int at = from;
    while (true) {
      if ((jpeg.get(at) & 0xFF) == 0xFF) {
        int next = jpeg.get(at + 1) & 0xFF;
        boolean belongsToScan = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
        if (!belongsToScan) {
          return at;
        }
      }
      at++;
    }
  }

  private int nextMarker() throws DamagedPicture {
    if ((jpeg.get() & 0xFF) != 0xFF) {
      throw new DamagedPicture("has no marker where one must be");
    }
    int marker = jpeg.get() & 0xFF;
    while (marker == 0xFF) {
      marker = jpeg.get() & 0xFF;
    }
    return marker;
  }

  private void keep(int start, int end) {
    kept.write(jpeg.array(), start, end - start);
    jpeg.position(end);
  }
}
