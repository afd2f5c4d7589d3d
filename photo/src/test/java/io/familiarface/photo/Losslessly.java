package io.familiarface.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes lossless WebPs of one colour, bit by bit, that say what no encoder would. */
final class Losslessly {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int pending;
  private int bits;

  private Losslessly(int width, int height) {
    write(0x2F, 8).write(width - 1, 14).write(height - 1, 14).write(0, 4);
  }

  /** Well-formed as long as no transform comes twice. */
  static byte[] webp(int width, int height, int transforms) {
    var picture = new Losslessly(width, height);
    for (int i = 0; i < transforms; i++) {
      picture.write(1, 1).write(2, 2);
    }
    return picture.write(0, 3).tables(1).webp();
  }

  /** As many sets of tables as there are numbers for them. */
  static byte[] webpOfTables(int width, int height) {
    var picture = new Losslessly(width, height).write(0, 2).write(1, 1).write(7, 3).write(0, 1);
    picture.table(0xFF).table(0xFF).table(0).table(0).table(0);
    return picture.tables(1 << 16).webp();
  }

  private Losslessly tables(int sets) {
    for (int i = 0; i < 5 * sets; i++) {
      write(1, 4);
    }
    return this;
  }

  private Losslessly table(int symbol) {
    return write(1, 1).write(0, 1).write(1, 1).write(symbol, 8);
  }

  private Losslessly write(int value, int width) {
    for (int i = 0; i < width; i++) {
      pending |= (value >> i & 1) << bits;
      if (++bits == 8) {
        bytes.write(pending);
        pending = 0;
        bits = 0;
      }
    }
    return this;
  }

  private byte[] webp() {
    write(0, 7);
    return webp("VP8L", bytes.toByteArray());
  }

  /** The simplest file with this chunk. */
  static byte[] webp(String chunk, byte[] data) {
    int padded = data.length + (data.length & 1);
    return ByteBuffer.allocate(20 + padded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(12 + padded)
        .put(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII))
        .putInt(data.length)
        .put(data)
        .array();
  }
}
