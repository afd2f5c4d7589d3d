package io.familiarface.standalone.story.request;

import io.familiarface.standalone.Service;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request that is being made up: what an example says, and then what was done to it. */
final class GeneratedRequest {
  private static final int SHOWN = 700;

  /** A name and a value as they are sent. */
  record Pair(String name, String value) {}

  final Operation operation;
  final List<Pair> query = new ArrayList<>();
  final List<Pair> headers = new ArrayList<>();
  final List<String> mutations = new ArrayList<>();
  String method;
  String path;
  String version = "HTTP/1.1";
  byte[] body;
  boolean chunked;
  String trailer;

  GeneratedRequest(Operation operation) {
    this.operation = operation;
    this.method = operation.method();
    this.path = operation.filledInPath();
  }

  Service service() {
    return operation.service();
  }

  String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Pair::value)
        .findFirst()
        .orElse("");
  }

  void setHeader(String name, String value) {
    removeHeader(name);
    headers.add(new Pair(name, value));
  }

  void removeHeader(String name) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
  }

  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head().getBytes(StandardCharsets.UTF_8));
    if (body != null && isChunked()) {
      int half = body.length / 2;
      chunk(bytes, body, 0, half);
      chunk(bytes, body, half, body.length - half);
      String end = "0\r\n" + (trailer == null ? "" : trailer + "\r\n") + "\r\n";
      bytes.writeBytes(end.getBytes(StandardCharsets.UTF_8));
    } else if (body != null) {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  /** HTTP/1.0 has no chunks; what is no HTTP never reaches the service. */
  private boolean isChunked() {
    return chunked && version.equals("HTTP/1.1");
  }

  private static void chunk(ByteArrayOutputStream bytes, byte[] body, int from, int length) {
    if (length > 0) {
      bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      bytes.write(body, from, length);
      bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private String head() {
    var head = new StringBuilder(method).append(' ').append(path);
    for (int i = 0; i < query.size(); i++) {
      Pair each = query.get(i);
      head.append(i == 0 ? '?' : '&').append(each.name()).append('=').append(each.value());
    }
    head.append(' ').append(version).append("\r\n");
    headers.forEach(
        each -> head.append(each.name()).append(": ").append(each.value()).append("\r\n"));
    if (body != null && isChunked()) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body != null) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return head.append("Connection: close\r\n\r\n").toString();
  }

  /** What was sent, without the token, shortened. */
  @Override
  public String toString() {
    String shown =
        head().replaceAll("Bearer ey\\S+", "Bearer …")
            + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
    String text = mutations + "\n" + shown;
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
