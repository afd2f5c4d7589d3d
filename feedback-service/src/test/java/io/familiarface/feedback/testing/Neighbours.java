package io.familiarface.feedback.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Stands where the other services would be and knows only what it was told: a PUT makes it answer a
 * GET of the same address with that body; of anything else it knows nothing. Whoever is called AWAY
 * it fails to answer; of whoever is called HELD it answers once it was told of them, and a HEAD
 * says whether that was asked. Whoever is called MANY it knows, and a HEAD says how many requests
 * named the key that it names.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
  public static final String AWAY = "AWAY";
  public static final String HELD = "HELD";
  public static final String MANY = "MANY";
  public static final String TIMES = "Times-Asked";

  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final Map<String, String> requests = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final List<String> listsAsked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    return Map.of("familiar.url.customers", url, "familiar.url.jobs", url);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String address = exchange.getRequestURI().toString();
    if (exchange.getRequestMethod().equals("PUT")) {
      synchronized (known) {
        known.put(address, exchange.getRequestBody().readAllBytes());
        known.notifyAll();
      }
      exchange.sendResponseHeaders(204, -1);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      String key = address.substring(address.indexOf('=') + 1);
      long times = listsAsked.stream().filter(request -> request.contains(key)).count();
      exchange.getResponseHeaders().set(TIMES, Long.toString(times));
      exchange.sendResponseHeaders(asked.contains(address) ? 200 : 404, -1);
    } else if (isAnotherRequestUnderTheSameKey(exchange)) {
      exchange.sendResponseHeaders(422, -1);
    } else if (address.contains(AWAY)) {
      exchange.sendResponseHeaders(503, -1);
    } else {
      if (address.contains(HELD)) {
        hold(address);
      }
      boolean list = address.contains("?");
      byte[] nothing = (list ? many(address) : "{}").getBytes(StandardCharsets.UTF_8);
      byte[] body = known.getOrDefault(address, nothing);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(list || known.containsKey(address) ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  /** As the services themselves do with an {@code Idempotency-Key}. */
  private boolean isAnotherRequestUnderTheSameKey(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return key != null && !body.equals(requests.computeIfAbsent(key, first -> body));
  }

  /** Those of the list's keys that begin with {@link #MANY}. */
  private String many(String address) {
    listsAsked.add(address);
    return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
        .map(parameter -> parameter.replaceFirst("^externalId=", ""))
        .filter(key -> key.startsWith(MANY))
        .map(
            key ->
                "{\"id\":\"%s\",\"externalId\":\"%s\",\"name\":\"Ann\"}"
                    .formatted(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), key))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  /** Whoever asks waits until somebody else says what to answer. */
  private void hold(String address) {
    asked.add(address);
    synchronized (known) {
      while (!known.containsKey(address)) {
        try {
          known.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  @Override
  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }
}
