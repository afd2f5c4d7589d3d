package io.familiarface.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that does as little as it can, since it shares the processors
 * with what it measures.
 */
final class HttpConnection implements AutoCloseable {
  private static final int MILLIS_TO_ANSWER = 10_000;

  private final Socket socket;
  private final InputStream in;
  private final String head;
  private int retryAfterSeconds;

  HttpConnection(int port, String token) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(MILLIS_TO_ANSWER);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
    head = " HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n".formatted(port, token);
  }

  /** Sends a request and reads the whole answer; answers its status. */
  int get(String path) throws IOException {
    return exchange("GET " + path + head + "\r\n");
  }

  int post(String path, String idempotencyKey, String json) throws IOException {
    return exchange(
        "POST "
            + path
            + head
            + "Idempotency-Key: "
            + idempotencyKey
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  private int exchange(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    boolean chunked = false;
    retryAfterSeconds = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      if (lower.startsWith("retry-after:")) {
        retryAfterSeconds = Integer.parseInt(lower.substring(12).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        in.skipNBytes(size + 2);
      }
      line();
    } else {
      in.skipNBytes(length);
    }
    return status;
  }

  /** What the last answer said of when to come again; 0 when it said nothing. */
  int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the service closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
