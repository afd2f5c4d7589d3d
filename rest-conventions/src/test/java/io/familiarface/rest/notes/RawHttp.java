package io.familiarface.rest.notes;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What goes over the wire, to the letter: no client in between mends it. */
final class RawHttp {
  record Answer(int status, String head, String body) {
    String header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse(null);
    }
  }

  private RawHttp() {}

  /**
   * Sends lines of a head, each without its line end, and the body; the connection ends with it.
   */
  static Answer send(String body, String... head) {
    return send(
        (String.join("\r\n", head) + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A GET of this target with a valid token and these headers. */
  static Answer get(String target, String... headers) {
    return request("GET " + target, "", headers);
  }

  static Answer post(String target, String body, String... headers) {
    return request("POST " + target, body, headers);
  }

  /** A request with a valid token, such as {@code PUT /v1/notes/picture}. */
  static Answer request(String methodAndTarget, String body, String... headers) {
    return send(body, head(methodAndTarget + " HTTP/1.1", headers));
  }

  private static String[] head(String first, String... headers) {
    String[] head = new String[headers.length + 4];
    head[0] = first;
    head[1] = "Host: localhost:" + RestAssured.port;
    head[2] = "Authorization: Bearer " + io.familiarface.rest.testing.Tokens.as("admin");
    head[3] = "Connection: close";
    System.arraycopy(headers, 0, head, 4, headers.length);
    return head;
  }

  private static Answer send(byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      if (end < 0) {
        return new Answer(0, all, "");
      }
      return new Answer(
          Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
