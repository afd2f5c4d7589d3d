package io.familiarface.jobs.calendar;

import java.nio.charset.StandardCharsets;

/** Content lines of iCalendar (RFC 5545, 3.1): at most 75 octets each, ended by CRLF. */
final class TextLines {
  private static final int OCTETS = 75;

  private final StringBuilder lines = new StringBuilder();

  /** A line whose value is written as it stands. */
  TextLines line(String name, String value) {
    fold(name + ":" + value);
    return this;
  }

  /** A line whose value is TEXT (3.3.11); none if there is nothing to say. */
  TextLines text(String name, String value) {
    if (value != null && !value.isBlank()) {
      fold(name + ":" + escaped(value));
    }
    return this;
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replace("\r", "\\n");
  }

  /** Between code points, never within one: some readers take each line for itself. */
  private void fold(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      String character = Character.toString(line.codePointAt(i));
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > OCTETS) {
        lines.append("\r\n ");
        octets = 1;
      }
      lines.append(character);
      octets += length;
      i += character.length();
    }
    lines.append("\r\n");
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
