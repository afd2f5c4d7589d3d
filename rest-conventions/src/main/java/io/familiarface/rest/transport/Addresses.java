package io.familiarface.rest.transport;

import io.familiarface.rest.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An address is written as RFC 3986 says, and what it means is text in UTF-8. */
final class Addresses {
  private static final String FORBIDDEN = "\\\"<>^`{}|";

  private Addresses() {}

  /** What is wrong with path and query as they were sent; empty when nothing is. */
  static Optional<String> fault(String address) {
    ByteArrayOutputStream meant = new ByteArrayOutputStream(address.length());
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || c >= 127 || FORBIDDEN.indexOf(c) >= 0) {
        return Optional.of("The address has a character that must be percent-encoded in UTF-8.");
      }
      if (c == '%') {
        int octet = octet(address, i);
        if (octet < 0) {
          return Optional.of(
              "A percent sign in the address is followed by two hexadecimal digits.");
        }
        meant.write(octet);
        i += 2;
      } else {
        meant.write(c);
      }
    }
    try {
      return Texts.fault(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(meant.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.of("The address is not UTF-8 once its percent signs are decoded.");
    }
  }

  private static int octet(String address, int at) {
    if (at + 2 >= address.length()) {
      return -1;
    }
    int high = Character.digit(address.charAt(at + 1), 16);
    int low = Character.digit(address.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
