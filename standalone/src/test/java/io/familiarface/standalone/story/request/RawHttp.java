package io.familiarface.standalone.story.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Sends bytes over a connection of their own, also what no HTTP client would send. */
final class RawHttp {
  private static final int CONNECT_MS = 5_000;
  private static final int ANSWER_MS = 40_000;

  private RawHttp() {}

  /**
   * @param request asks to close the connection after it
   * @throws IOException also when the answer is no HTTP, or nothing comes in forty seconds
   */
  static RawResponse exchange(URI service, byte[] request) throws IOException {
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
}
