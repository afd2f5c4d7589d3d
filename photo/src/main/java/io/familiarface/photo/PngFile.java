package io.familiarface.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** Takes a PNG apart (ISO/IEC 15948): keeps what makes the picture, reads how it was turned. */
final class PngFile {
  private static final int SIGNATURE = 8;

  /** Length, name and checksum. */
  private static final int FRAME = 12;

  private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private PngFile() {}

  static EncodedPicture read(byte[] upload) throws DamagedPicture {
    ByteBuffer png = ByteBuffer.wrap(upload).position(SIGNATURE);
    var kept = new ByteArrayOutputStream(upload.length);
    kept.write(upload, 0, SIGNATURE);
    int width = 0;
    int height = 0;
    var orientation = Orientation.UPRIGHT;
    String name = "";
    while (!name.equals("IEND")) {
      int start = png.position();
      if (png.remaining() < FRAME || png.getInt(start) < 0) {
        throw new DamagedPicture("ends within a chunk");
      }
      int length = png.getInt(start);
      if (length > png.remaining() - FRAME) {
        throw new DamagedPicture("ends within a chunk");
      }
      name = name(png, start + 4);
      if (start == SIGNATURE) {
        if (!name.equals("IHDR") || length != 13) {
          throw new DamagedPicture("has no header");
        }
        width = png.getInt(start + 8);
        height = png.getInt(start + 12);
      }
      if (name.equals("eXIf")) {
        orientation = ExifOrientation.of(png.slice(start + 8, length));
      }
      if (KEPT.contains(name)) {
        kept.write(upload, start, length + FRAME);
      }
      png.position(start + length + FRAME);
    }
    return new EncodedPicture(
        width, height, orientation, Colours.OF_A_SCREEN, 0, kept.toByteArray());
  }

  private static String name(ByteBuffer png, int at) {
    var name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      name.append((char) (png.get(at + i) & 0xFF));
    }
    return name.toString();
  }
}
