package io.familiarface.customers.conduct;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Stands where jobs-service would be, with the agreements it was told of, until it is closed. */
final class StubbedJobs implements AutoCloseable {
  private static final String URL = "familiar.url.jobs";

  private final HttpServer server;
  private final Map<UUID, Integer> agreements = new LinkedHashMap<>();
  private final Map<UUID, List<String>> keys = new ConcurrentHashMap<>();
  private final List<String> customers = new CopyOnWriteArrayList<>();

  StubbedJobs() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/agreements", this::answer);
    server.start();
    System.setProperty(URL, "http://localhost:" + server.getAddress().getPort());
  }

  /** One that runs, and can be cancelled. */
  UUID agreement() {
    return agreementThatAnswers(201);
  }

  UUID agreementThatAnswers(int status) {
    UUID id = UUID.randomUUID();
    agreements.put(id, status);
    return id;
  }

  List<String> customersAskedFor() {
    return customers;
  }

  /** The idempotency keys with which one was cancelled. */
  List<String> keysOf(UUID agreement) {
    return keys.getOrDefault(agreement, List.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("GET")) {
      String query = exchange.getRequestURI().getQuery();
      customers.add(query.replaceAll(".*customerId=([^&]+).*", "$1"));
      send(
          exchange,
          200,
          agreements.keySet().stream()
              .map("{\"id\":\"%s\",\"state\":\"ACTIVE\"}"::formatted)
              .collect(Collectors.joining(",", "{\"items\":[", "],\"nextCursor\":null}")));
    } else {
      UUID agreement = UUID.fromString(path.split("/")[3]);
      keys.computeIfAbsent(agreement, any -> new ArrayList<>())
          .add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      send(exchange, agreements.get(agreement), "{}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    System.clearProperty(URL);
    server.stop(0);
  }
}
