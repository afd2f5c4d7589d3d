package io.familiarface.customers.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds how a camera was held, in the EXIF segment of a JPEG (Exif 2.3, 4.5.4). Cameras turn the
 * note, not the picture; when we strip the notes we have to turn the picture.
 */
final class ExifOrientation {

  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int EXIF_HEADER = 6;
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int ENTRY_SIZE = 12;

  private ExifOrientation() {}

  /** UPRIGHT when there is no note, or one that makes no sense. */
  static Orientation of(byte[] jpeg) {
    try {
      return inSegments(ByteBuffer.wrap(jpeg));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Orientation.UPRIGHT;
    }
  }

  private static Orientation inSegments(ByteBuffer jpeg) {
    jpeg.position(2);
    while (jpeg.remaining() >= 4 && (jpeg.get() & 0xFF) == 0xFF) {
      int marker = jpeg.get() & 0xFF;
      int length = jpeg.getShort() & 0xFFFF;
      if (marker == START_OF_SCAN) {
        break;
      }
      int start = jpeg.position();
      if (marker == APP1 && jpeg.getInt(start) == 0x45786966) {
        return inTiff(jpeg.slice(start + EXIF_HEADER, length - 2 - EXIF_HEADER));
      }
      jpeg.position(start + length - 2);
    }
    return Orientation.UPRIGHT;
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_SIZE;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
        return Orientation.ofExif(tiff.getShort(entry + 8) & 0xFFFF);
      }
    }
    return Orientation.UPRIGHT;
  }
}
