package io.familiarface.standalone.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An accounting system that books what is pushed to it, and takes its time. */
final class WebhookReceiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MILLIS = 100;

  private final HttpServer server;
  private final Map<String, Set<String>> books = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();

  WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  /** Under which webhook-ids each document came, by its number. */
  Map<String, Set<String>> books() {
    return books;
  }

  int requests() {
    return requests.get();
  }

  private void receive(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    requests.incrementAndGet();
    books
        .computeIfAbsent(
            body.path("data").path("number").asText(), any -> ConcurrentHashMap.newKeySet())
        .add(exchange.getRequestHeaders().getFirst("webhook-id"));
    try {
      // So that a kill falls between the booking there and the answer here.
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
