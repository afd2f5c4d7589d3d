package io.familiarface.customers.privacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands where jobs-service and feedback-service would be, until it is closed. */
final class StubbedServices implements AutoCloseable {
  private static final List<String> NAMES = List.of("jobs", "feedback");

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  StubbedServices() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String name : NAMES) {
      server.createContext("/" + name + "/v1/customers", exchange -> answer(name, exchange));
      System.setProperty(
          "familiar.url." + name, "http://localhost:" + server.getAddress().getPort() + "/" + name);
    }
    server.start();
  }

  /** What a service says to everybody who asks for {@code export} or {@code erasure}. */
  void says(String service, String what, String json) {
    answers.put(service + what, json);
  }

  /** With what a service was asked last. */
  String tokenSeenBy(String service) {
    return tokens.get(service);
  }

  private void answer(String service, HttpExchange exchange) throws IOException {
    tokens.put(service, exchange.getRequestHeaders().getFirst("Authorization"));
    String path = exchange.getRequestURI().getPath();
    String json = answers.get(service + path.substring(path.lastIndexOf('/') + 1));
    byte[] bytes = (json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(json == null ? 503 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    NAMES.forEach(name -> System.clearProperty("familiar.url." + name));
    server.stop(0);
  }
}
