package io.familiarface.rest.testing.plan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service with as good as no connections: of a pool of two, one listens for events all the time.
 * A request that needs two of them, or keeps one while it waits for a neighbour, is found out; see
 * {@link Crowd}. The neighbours know nothing and say so, once they are told to only when a second
 * one asks at the same time.
 */
public class CrowdedService extends ExplainedService {
  static final String NEIGHBOUR = "familiar.test.neighbour";
  static final String AWAIT_TWO = "/await-two";
  static final String MOST_AT_ONCE = "/most-at-once";

  /** Less than a service waits for a neighbour. */
  private static final long LONGEST_WAIT_MILLIS = 1500;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private boolean awaitTwo;
  private int inHand;
  private int mostAtOnce;
  private HttpServer neighbour;

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>(super.start());
    config.put("quarkus.datasource.jdbc.min-size", "0");
    config.put("quarkus.datasource.jdbc.max-size", "2");
    // Thirty requests go through one connection, however slow the machine is.
    config.put("quarkus.datasource.jdbc.acquisition-timeout", "40S");
    String address = startNeighbour();
    // Test resources and tests live in different class loaders.
    System.setProperty(NEIGHBOUR, address);
    for (String service : List.of("customers", "jobs", "feedback")) {
      config.put("familiar.url." + service, address);
    }
    return config;
  }

  private String startNeighbour() {
    try {
      InetAddress local = InetAddress.getLoopbackAddress();
      neighbour = HttpServer.create(new InetSocketAddress(local, 0), 0);
      neighbour.setExecutor(threads);
      neighbour.createContext("/", this::answer);
      neighbour.start();
      return "http://localhost:" + neighbour.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case AWAIT_TWO -> answer(exchange, 200, awaitTwo());
      case MOST_AT_ONCE -> answer(exchange, 200, mostAtOnce());
      default -> {
        hold();
        answer(exchange, 404, "{}");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized String awaitTwo() {
    awaitTwo = true;
    mostAtOnce = 0;
    return "0";
  }

  private synchronized String mostAtOnce() {
    awaitTwo = false;
    return Integer.toString(mostAtOnce);
  }

  private synchronized void hold() {
    inHand++;
    mostAtOnce = Math.max(mostAtOnce, inHand);
    notifyAll();
    long end = System.currentTimeMillis() + LONGEST_WAIT_MILLIS;
    try {
      while (awaitTwo && mostAtOnce < 2 && System.currentTimeMillis() < end) {
        wait(Math.max(1, end - System.currentTimeMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inHand--;
    }
  }

  @Override
  public void stop() {
    neighbour.stop(0);
    threads.shutdownNow();
    super.stop();
  }
}
