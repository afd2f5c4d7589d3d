package io.familiarface.rest.bulk;

/** The three bytes that some programs put before UTF-8 text. */
final class ByteOrderMark {
  private ByteOrderMark() {}

  static int lengthIn(byte[] bytes) {
    boolean there =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return there ? 3 : 0;
  }
}
