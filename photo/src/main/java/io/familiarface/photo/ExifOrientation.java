package io.familiarface.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds how a camera was held, in the EXIF note of a picture (Exif 2.3, 4.5.4). Cameras turn the
 * note, not the picture; when we strip the notes we have to turn the picture.
 */
final class ExifOrientation {

  private static final int ORIENTATION_TAG = 0x0112;
  private static final int ENTRY_SIZE = 12;

  private ExifOrientation() {}

  /** UPRIGHT when the note, in the format of TIFF, says nothing or nothing that makes sense. */
  static Orientation of(ByteBuffer note) {
    try {
      ByteBuffer tiff = note.slice();
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
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return Orientation.UPRIGHT;
    }
  }
}
