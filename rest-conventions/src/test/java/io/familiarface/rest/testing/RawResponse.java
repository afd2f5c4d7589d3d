package io.familiarface.rest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An answer as it came over the wire; the names of its headers are in lower case. */
public record RawResponse(int status, Map<String, String> headers, byte[] body) {

  static RawResponse parse(byte[] bytes) throws IOException {
    int from = 0;
    while (true) {
      int end = endOfHead(bytes, from);
      String[] lines =
          new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).split("\r\n");
      if (!lines[0].matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
        throw new IOException("no HTTP: " + lines[0]);
      }
      int status = Integer.parseInt(lines[0].substring(9, 12));
      if (status >= 200) {
        Map<String, String> headers = headers(lines);
        byte[] rest = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        boolean chunked = headers.getOrDefault("transfer-encoding", "").contains("chunked");
        return new RawResponse(status, headers, chunked ? unchunked(rest) : rest);
      }
      from = end + 4;
    }
  }

  /** The header of this name, in whatever case; null for none. */
  public String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(String[] lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.merge(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip(),
          (one, other) -> one + ", " + other);
    }
    return headers;
  }

  private static int endOfHead(byte[] bytes, int from) throws IOException {
    for (int i = from; i + 3 < bytes.length; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        return i;
      }
    }
    throw new IOException("the connection was closed without an answer");
  }

  private static byte[] unchunked(byte[] bytes) throws IOException {
    var whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < bytes.length) {
      int lineEnd = at;
      while (lineEnd < bytes.length && bytes[lineEnd] != '\r') {
        lineEnd++;
      }
      int size =
          Integer.parseInt(
              new String(bytes, at, lineEnd - at, StandardCharsets.US_ASCII).split(";")[0], 16);
      if (size == 0) {
        return whole.toByteArray();
      }
      whole.write(bytes, lineEnd + 2, size);
      at = lineEnd + 2 + size + 2;
    }
    throw new IOException("the answer was cut off");
  }
}
