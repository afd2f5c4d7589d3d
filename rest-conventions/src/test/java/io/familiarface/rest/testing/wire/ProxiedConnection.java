package io.familiarface.rest.testing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One connection through the proxy; reads as much of the protocol as counting needs. */
final class ProxiedConnection {
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;
  private static final int CANCEL_REQUEST = 80_877_102;
  private static final int BUFFER = 64 * 1024;

  private final PostgresProxy proxy;
  private final DataInputStream fromClient;
  private final DataOutputStream toClient;
  private final DataInputStream fromServer;
  private final DataOutputStream toServer;

  private final Map<String, String> prepared = new HashMap<>();
  private List<String> statements = new ArrayList<>();
  private boolean asked;
  private int backend;

  private ProxiedConnection(PostgresProxy proxy, Socket client, Socket server) throws IOException {
    this.proxy = proxy;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    fromClient = input(client.getInputStream());
    toClient = output(client.getOutputStream());
    fromServer = input(server.getInputStream());
    toServer = output(server.getOutputStream());
  }

  private static DataInputStream input(InputStream stream) {
    return new DataInputStream(new BufferedInputStream(stream, BUFFER));
  }

  private static DataOutputStream output(OutputStream stream) {
    return new DataOutputStream(new BufferedOutputStream(stream, BUFFER));
  }

  /** Passes on what either side says until one of them ends it. */
  static void run(Socket client, int port, PostgresProxy proxy) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      ProxiedConnection connection = new ProxiedConnection(proxy, client, server);
      if (connection.opened()) {
        PostgresProxy.start("postgres-proxy-server", () -> connection.answer(client));
        connection.ask();
      }
    } catch (IOException e) {
      // Either side is gone: leaving closes both.
    }
  }

  /** What comes before the first message that has a type; false if it was not a session. */
  private boolean opened() throws IOException {
    while (true) {
      int length = fromClient.readInt();
      byte[] rest = fromClient.readNBytes(length - 4);
      int code = ByteBuffer.wrap(rest).getInt();
      if (code == SSL_REQUEST || code == GSS_REQUEST) {
        toClient.writeByte('N');
        toClient.flush();
      } else {
        toServer.writeInt(length);
        toServer.write(rest);
        toServer.flush();
        return code != CANCEL_REQUEST;
      }
    }
  }

  private void ask() throws IOException {
    while (true) {
      byte type = fromClient.readByte();
      int length = fromClient.readInt();
      byte[] body = fromClient.readNBytes(length - 4);
      noteQuestion(type, body);
      toServer.writeByte(type);
      toServer.writeInt(length);
      toServer.write(body);
      if (fromClient.available() == 0) {
        toServer.flush();
      }
    }
  }

  /** Once a client has sent one of the messages that end a question, it waits for the answer. */
  private synchronized void noteQuestion(byte type, byte[] body) {
    switch (type) {
      case 'P' -> prepared.put(text(body, 0), text(body, text(body, 0).getBytes(UTF_8).length + 1));
      case 'B' -> {
        String statement = text(body, text(body, 0).getBytes(UTF_8).length + 1);
        statements.add(prepared.getOrDefault(statement, "?"));
      }
      case 'Q' -> {
        String statement = text(body, 0);
        statements.add(statement);
        // The driver sends it ahead of a transaction's first statement and waits for both.
        asked |= !statement.equals("BEGIN");
      }
      case 'S', 'H', 'c', 'f' -> asked = true;
      default -> {
        // Says nothing that counts.
      }
    }
  }

  private static String text(byte[] body, int from) {
    int end = from;
    while (body[end] != 0) {
      end++;
    }
    return new String(body, from, end - from, UTF_8);
  }

  private void answer(Socket client) {
    try (client) {
      readBackend();
      byte[] some = new byte[BUFFER];
      int read;
      while ((read = fromServer.read(some)) >= 0) {
        noteAnswer();
        toClient.write(some, 0, read);
        toClient.flush();
      }
    } catch (IOException e) {
      // Either side is gone: leaving ends the other direction.
    }
  }

  /** Until the server has said which of its processes this is. */
  private void readBackend() throws IOException {
    byte type;
    do {
      type = fromServer.readByte();
      int length = fromServer.readInt();
      byte[] body = fromServer.readNBytes(length - 4);
      if (type == 'K') {
        synchronized (this) {
          backend = ByteBuffer.wrap(body).getInt();
        }
      }
      toClient.writeByte(type);
      toClient.writeInt(length);
      toClient.write(body);
      if (fromServer.available() == 0) {
        toClient.flush();
      }
    } while (type != 'K');
  }

  private synchronized void noteAnswer() {
    if (asked) {
      asked = false;
      proxy.record(new Answered(backend, System.nanoTime(), List.copyOf(statements)));
      statements = new ArrayList<>();
    }
  }

  private record Answered(int backend, long answeredAt, List<String> statements)
      implements PostgresProxyMXBean.Trip {
    @Override
    public int getBackend() {
      return backend;
    }

    @Override
    public long getAnsweredAt() {
      return answeredAt;
    }

    @Override
    public List<String> getStatements() {
      return statements;
    }
  }
}
