package io.familiarface.history.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a text file from what is only named like one, by its first bytes. */
final class FileKind {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  private FileKind() {}

  /**
   * Returns when the file may be read as text.
   *
   * @throws UnreadableHistory when it can't, with what to do
   */
  static void mustBeText(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new UnreadableHistory(
          "There is no file %s: look at its name and folder.".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableHistory("%s is a folder: name the file in it.".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableHistory("%s may not be read: change its permissions.".formatted(file));
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(512);
    }
    String name = file.getFileName().toString();
    if (start.length == 0) {
      throw new UnreadableHistory("%s is empty: export the visits once more.".formatted(name));
    }
    if (begins(start, ZIP) || begins(start, OLD_EXCEL)) {
      throw new UnreadableHistory(
          "%s is an Excel workbook, whatever its name says: open it and use \"Save as\" > CSV UTF-8."
              .formatted(name));
    }
    if (begins(start, PDF)) {
      throw new UnreadableHistory("%s is a PDF: export the visits as CSV.".formatted(name));
    }
    if (!TextEncoding.isUtf16(start) && hasNul(start)) {
      throw new UnreadableHistory("%s is no text: export the visits as CSV.".formatted(name));
    }
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
