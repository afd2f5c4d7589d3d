package io.familiarface.history.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the bytes of a file are letters, found out from the whole file: the first accent may stand in
 * its last line.
 *
 * @param skip the bytes of a byte order mark
 */
public record TextEncoding(Charset charset, String name, int skip) {
  /** What Windows writes as "Latin-1": it has the curly quotes that ISO 8859-1 lacks. */
  private static final Charset LATIN_1 = Charset.forName("windows-1252");

  /** Reads the file once, in a buffer. */
  static TextEncoding of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.mark(4);
      byte[] start = in.readNBytes(3);
      if (start.length >= 2 && isUtf16(start)) {
        return start[0] == (byte) 0xFF
            ? new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16", 2)
            : new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16", 2);
      }
      if (start.length == 3
          && start[0] == (byte) 0xEF
          && start[1] == (byte) 0xBB
          && start[2] == (byte) 0xBF) {
        return new TextEncoding(StandardCharsets.UTF_8, "UTF-8 with a byte order mark", 3);
      }
      in.reset();
      return isMostlyUtf8(in)
          ? new TextEncoding(StandardCharsets.UTF_8, "UTF-8", 0)
          : new TextEncoding(LATIN_1, "Latin-1 (Windows-1252)", 0);
    }
  }

  static boolean isUtf16(byte[] start) {
    return start.length >= 2
        && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
            || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
  }

  /** A few broken letters in a file of UTF-8 don't make it Latin-1. */
  private static boolean isMostlyUtf8(InputStream in) throws IOException {
    long good = 0;
    long broken = 0;
    byte[] buffer = new byte[1 << 16];
    int follow = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        int b = buffer[i] & 0xFF;
        if (follow > 0) {
          if ((b & 0xC0) == 0x80) {
            if (--follow == 0) {
              good++;
            }
            continue;
          }
          broken++;
          follow = 0;
        }
        if (b >= 0x80) {
          follow = followers(b);
          if (follow == 0) {
            broken++;
          }
        }
      }
    }
    return broken + (follow > 0 ? 1 : 0) <= good / 10;
  }

  private static int followers(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 2;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
  }
}
