package io.familiarface.feedback.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.familiarface.rest.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands where the other services would be and knows only what it was told: a PUT makes it answer a
 * GET of the same address with that body; of anything else it knows nothing. Whoever is called AWAY
 * it fails to answer.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
  public static final String AWAY = "AWAY";

  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "familiar.url.customers", url,
        "familiar.url.jobs", url,
        "familiar.service-token-file", tokenFile().toString());
  }

  private static Path tokenFile() {
    try {
      Path file = Files.createTempFile("service", ".token");
      file.toFile().deleteOnExit();
      return Files.writeString(file, Tokens.as("service"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String address = exchange.getRequestURI().toString();
    if (exchange.getRequestMethod().equals("PUT")) {
      known.put(address, exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(204, -1);
    } else if (address.contains(AWAY)) {
      exchange.sendResponseHeaders(503, -1);
    } else {
      boolean list = address.contains("?");
      byte[] nothing = (list ? "{\"items\":[]}" : "{}").getBytes(StandardCharsets.UTF_8);
      byte[] body = known.getOrDefault(address, nothing);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(list || known.containsKey(address) ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
