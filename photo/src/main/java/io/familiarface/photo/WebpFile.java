package io.familiarface.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Takes a WebP apart (RFC 9649): keeps the picture, or the first one of an animation, and reads how
 * it was turned. What a lossy one lets show through is left out.
 */
final class WebpFile {
  private static final int RIFF = fourCc("RIFF");
  private static final int WEBP = fourCc("WEBP");
  private static final int LOSSY = fourCc("VP8 ");
  private static final int LOSSLESS = fourCc("VP8L");
  private static final int FRAME = fourCc("ANMF");
  private static final int EXIF = fourCc("EXIF");
  private static final int FRAME_HEADER = 16;

  /** A decoder of bits looks ahead; more than that means that it has run out of picture. */
  private static final int LOOK_AHEAD = 8;

  private ByteBuffer picture;
  private Orientation orientation = Orientation.UPRIGHT;

  private WebpFile() {}

  static EncodedPicture read(byte[] upload) throws DamagedPicture {
    try {
      ByteBuffer file = ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN);
      int size = file.getInt(4);
      if (size < 4 || size > file.capacity() - 8) {
        throw new DamagedPicture("is shorter than it says");
      }
      var webp = new WebpFile();
      webp.chunks(slice(file, 12, size - 4), true);
      return webp.rebuilt();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new DamagedPicture("ends within a chunk");
    }
  }

  /** Of what {@link #read} has left. */
  static boolean isLossless(byte[] content) {
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(12) == LOSSLESS;
  }

  private void chunks(ByteBuffer chunks, boolean outermost) throws DamagedPicture {
    while (chunks.remaining() >= 8) {
      int start = chunks.position();
      int name = chunks.getInt();
      int length = chunks.getInt();
      if (length < 0 || length > chunks.remaining()) {
        throw new DamagedPicture("ends within a chunk");
      }
      if (picture == null && (name == LOSSY || name == LOSSLESS)) {
        picture = slice(chunks, start, length + 8);
      } else if (picture == null && name == FRAME && outermost) {
        chunks(slice(chunks, start + 8 + FRAME_HEADER, length - FRAME_HEADER), false);
      } else if (name == EXIF) {
        orientation = ExifOrientation.of(withoutPrefix(slice(chunks, start + 8, length)));
      }
      chunks.position(Math.min(chunks.limit(), start + 8 + length + (length & 1)));
    }
  }

  private EncodedPicture rebuilt() throws DamagedPicture {
    if (picture == null) {
      throw new DamagedPicture("has no picture in it");
    }
    int width;
    int height;
    if (picture.getInt(0) == LOSSLESS) {
      int sizes = picture.getInt(9);
      width = 1 + (sizes & 0x3FFF);
      height = 1 + (sizes >> 14 & 0x3FFF);
    } else {
      width = picture.getShort(14) & 0x3FFF;
      height = picture.getShort(16) & 0x3FFF;
    }
    int length = picture.capacity();
    byte[] content = new byte[12 + length + LOOK_AHEAD];
    ByteBuffer.wrap(content)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(RIFF)
        .putInt(content.length - 8)
        .putInt(WEBP)
        .put(picture.duplicate().rewind());
    return new EncodedPicture(width, height, orientation, Colours.OF_A_SCREEN, 0, content);
  }

  /** Some write the prefix that the note has in a JPEG. */
  private static ByteBuffer withoutPrefix(ByteBuffer note) {
    boolean prefixed = note.remaining() > 6 && note.getInt(0) == fourCc("Exif");
    return prefixed ? note.slice(6, note.remaining() - 6) : note;
  }

  private static ByteBuffer slice(ByteBuffer from, int start, int length) {
    return from.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int fourCc(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }
}
