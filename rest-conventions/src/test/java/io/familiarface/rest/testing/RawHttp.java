package io.familiarface.rest.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Sends bytes over a connection of their own, also what no HTTP client would send. */
public final class RawHttp {
  private static final int CONNECT_MS = 5_000;
  private static final int ANSWER_MS = 40_000;

  private RawHttp() {}

  /**
   * @param request asks to close the connection after it
   * @throws IOException also when the answer is no HTTP, or nothing comes in forty seconds
   */
  public static RawResponse exchange(URI service, byte[] request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), CONNECT_MS);
      socket.setSoTimeout(ANSWER_MS);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException refusedMidway) {
        // What is too large is answered before it was read; the answer is what counts.
      }
      var answer = new ByteArrayOutputStream();
      byte[] buffer = new byte[16_384];
      try {
        for (int read; (read = socket.getInputStream().read(buffer)) >= 0; ) {
          answer.write(buffer, 0, read);
        }
      } catch (SocketException reset) {
        // After an early answer the rest of the request is reset; the answer stands in the buffer.
      }
      return RawResponse.parse(answer.toByteArray());
    }
  }

  /** A GET of this target by an admin, with these headers, of the service under test. */
  public static RawResponse get(String target, String... headers) {
    return request("GET " + target, "", headers);
  }

  public static RawResponse post(String target, String body, String... headers) {
    return request("POST " + target, body, headers);
  }

  /** A request by an admin, such as {@code PUT /v1/notes/picture}. */
  public static RawResponse request(String methodAndTarget, String body, String... headers) {
    Stream<String> head =
        Stream.of(
            methodAndTarget + " HTTP/1.1",
            "Host: localhost:" + RestAssured.port,
            "Authorization: Bearer " + Tokens.as("admin"),
            "Connection: close");
    return send(body, Stream.concat(head, Stream.of(headers)).toArray(String[]::new));
  }

  /** Sends lines of a head, each without its line end, and the body, to the service under test. */
  public static RawResponse send(String body, String... head) {
    String request = String.join("\r\n", head) + "\r\n\r\n" + body;
    try {
      return exchange(
          URI.create("http://localhost:" + RestAssured.port),
          request.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
