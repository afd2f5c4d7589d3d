package io.familiarface.history.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the bytes of a file are letters, found out from the whole file: the first accent may stand in
 * its last line.
 *
 * @param skip the bytes of a byte order mark
 */
public record TextEncoding(Charset charset, String name, int skip) {
  private static final int LOOKED_AT = 512;

  /** The longer marks first: that of UTF-32 begins like one of UTF-16. */
  private static final List<TextEncoding> MARKS =
      List.of(
          new TextEncoding(Charset.forName("UTF-32LE"), "UTF-32", 4),
          new TextEncoding(Charset.forName("UTF-32BE"), "UTF-32", 4),
          new TextEncoding(StandardCharsets.UTF_8, "UTF-8 with a byte order mark", 3),
          new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16", 2),
          new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16", 2));

  private static final List<TextEncoding> WIDE =
      Stream.of("UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE")
          .map(name -> new TextEncoding(Charset.forName(name), name.substring(0, 6), 0))
          .toList();

  /** Reads the file once, in a buffer. */
  static TextEncoding of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.mark(LOOKED_AT);
      Optional<TextEncoding> sure = ofStart(in.readNBytes(LOOKED_AT));
      in.reset();
      if (sure.isPresent()) {
        return sure.get();
      }
      ByteEncoding bytes = new ByteEncoding();
      return isMostlyUtf8(in, bytes)
          ? new TextEncoding(StandardCharsets.UTF_8, "UTF-8", 0)
          : bytes.likeliest();
    }
  }

  /** What a byte order mark says, or the places of NULs where letters have two or four bytes. */
  static Optional<TextEncoding> ofStart(byte[] start) {
    return MARKS.stream()
        .filter(mark -> begins(start, mark))
        .findFirst()
        .or(() -> WIDE.stream().filter(wide -> fits(start, wide)).findFirst());
  }

  private static boolean begins(byte[] start, TextEncoding marked) {
    byte[] mark = "\uFEFF".getBytes(marked.charset());
    return start.length >= mark.length
        && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
  }

  /** Most letters of a table are ASCII: they have one byte that is not zero, at the same place. */
  private static boolean fits(byte[] start, TextEncoding wide) {
    int width = wide.charset().name().startsWith("UTF-32") ? 4 : 2;
    int place = wide.charset().name().endsWith("LE") ? 0 : width - 1;
    int letters = start.length / width;
    int ascii = 0;
    for (int letter = 0; letter < letters; letter++) {
      boolean alone = start[letter * width + place] > 0;
      for (int i = 0; i < width && alone; i++) {
        alone = i == place || start[letter * width + i] == 0;
      }
      ascii += alone ? 1 : 0;
    }
    return letters > 0 && ascii > 0.7 * letters;
  }

  /** A few broken letters in a file of UTF-8 don't make it Latin-1. */
  private static boolean isMostlyUtf8(InputStream in, ByteEncoding bytes) throws IOException {
    long good = 0;
    long broken = 0;
    byte[] buffer = new byte[1 << 16];
    int follow = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        int b = buffer[i] & 0xFF;
        bytes.see(b);
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
    bytes.see(' ');
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
