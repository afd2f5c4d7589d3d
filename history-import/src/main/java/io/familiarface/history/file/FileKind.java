package io.familiarface.history.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Tells a text file from what is only named like one, by its first bytes. */
final class FileKind {
  /** A text has not more of them than one in so many. */
  private static final int NULS_OF_A_TEXT = 50;

  /** How files begin that are none, and what to do about them. */
  private static final Map<String, String> BINARY =
      Map.of(
          "PK\3\4",
          "is an Excel workbook, whatever its name says: open it and use \"Save as\" > CSV UTF-8.",
          "\u00D0\u00CF\u0011\u00E0",
          "is an Excel workbook, whatever its name says: open it and use \"Save as\" > CSV UTF-8.",
          "\u001F\u008B",
          "is compressed: unpack it first.",
          "%PDF",
          "is a PDF: export the visits as CSV.",
          "{\\rtf",
          "is a document of a word processor: export the visits as CSV.");

  private static final String WEB_PAGE =
      "is a web page, not CSV, whatever its name says: open it in a spreadsheet and use \"Save as\" > CSV UTF-8.";

  private static final Map<String, String> MARKUP =
      Map.of(
          "<html",
          WEB_PAGE,
          "<!doctype",
          WEB_PAGE,
          "<table",
          WEB_PAGE,
          "<meta",
          WEB_PAGE,
          "<?xml",
          "is XML, not CSV: open it in a spreadsheet and use \"Save as\" > CSV UTF-8.",
          "begin:vc",
          "is a calendar or an address book, not a list of visits: export the visits as CSV.",
          "{\"",
          "is JSON, not CSV: export the visits as CSV.",
          "[{",
          "is JSON, not CSV: export the visits as CSV.");

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
    refuse(name, BINARY, new String(start, StandardCharsets.ISO_8859_1));
    TextEncoding encoding = TextEncoding.ofStart(start).orElse(null);
    if (encoding == null && hasNul(start)) {
      throw new UnreadableHistory("%s is no text: export the visits as CSV.".formatted(name));
    }
    String text =
        encoding == null
            ? new String(start, StandardCharsets.ISO_8859_1)
            : new String(
                start, encoding.skip(), start.length - encoding.skip(), encoding.charset());
    refuse(name, MARKUP, text.strip().toLowerCase(Locale.ROOT));
  }

  private static void refuse(String name, Map<String, String> kinds, String start) {
    kinds.forEach(
        (beginning, why) -> {
          if (start.startsWith(beginning)) {
            throw new UnreadableHistory(name + " " + why);
          }
        });
  }

  /** A single one is a slip in a text; more are none. */
  private static boolean hasNul(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += b == 0 ? 1 : 0;
    }
    return count * NULS_OF_A_TEXT > bytes.length;
  }
}
