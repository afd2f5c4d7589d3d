package io.familiarface.feedback.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.familiarface.rest.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider at which everybody is signed in already: it gives a code, and for it a
 * token, to whoever proves by PKCE to be the one who asked.
 */
public class Provider implements QuarkusTestResourceLifecycleManager {
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private HttpServer server;
  private String issuer;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    issuer = "http://localhost:" + server.getAddress().getPort();
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
    return Map.of("familiar.sign-in.issuer", issuer, "familiar.sign-in.client-id", "today");
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token"}
        """
            .formatted(issuer));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> request = form(exchange.getRequestURI().getRawQuery());
    String code = "code-" + asked.size();
    asked.put(code, request);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            request.get("redirect_uri") + "?code=" + code + "&state=" + request.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> request = form(body);
    Map<String, String> begun = asked.remove(request.getOrDefault("code", ""));
    boolean same =
        begun != null
            && "S256".equals(begun.get("code_challenge_method"))
            && begun.get("code_challenge").equals(challenge(request.get("code_verifier")))
            && begun.get("redirect_uri").equals(request.get("redirect_uri"))
            && "today".equals(begun.get("client_id"))
            && "today".equals(request.get("client_id"));
    if (same) {
      answer(exchange, 200, "{\"access_token\":\"" + Tokens.as("csr") + "\"}");
    } else {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
