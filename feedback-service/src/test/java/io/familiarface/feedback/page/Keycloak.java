package io.familiarface.feedback.page;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak with the realm for trying out, and Maria of the office in it. It runs from an
 * unpacked distribution, the folder that {@code -Dkeycloak.dist=} names.
 */
public class Keycloak implements QuarkusTestResourceLifecycleManager {
  static final String DIST = "keycloak.dist";
  static final String USER = "maria";
  static final String PASSWORD = "tulips-in-april";

  private static final Path REALM =
      Path.of("").toAbsolutePath().getParent().resolve("docker/keycloak/familiar-face-realm.json");
  private static final int PATIENCE_SECONDS = 300;

  private Process process;

  @Override
  public Map<String, String> start() {
    try {
      int port = freePort();
      int ours = freePort();
      Path dist = Path.of(System.getProperty(DIST));
      Path imports = Files.createDirectories(dist.resolve("data/import"));
      Files.writeString(imports.resolve("familiar-face-realm.json"), realm(ours));
      process = run(dist, port);
      String issuer = "http://localhost:" + port + "/realms/familiar-face";
      awaitAnswer(issuer);
      return Map.of(
          "quarkus.http.test-port",
          Integer.toString(ours),
          "familiar.public-url.feedback",
          "http://localhost:" + ours,
          "quarkus.oidc.public-key",
          "",
          "familiar.issuer",
          issuer,
          "quarkus.oidc.auth-server-url",
          issuer,
          "familiar.sign-in.issuer",
          issuer,
          "familiar.sign-in.client-id",
          "familiar-swagger");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is, but for where the browser comes back to, and with somebody who can sign in. */
  private static String realm(int port) throws IOException {
    String maria =
        """
        "users": [
            {"username": "%s", "enabled": true, "email": "maria@example.com", "firstName": "Maria",
             "lastName": "Costa", "realmRoles": ["csr"],
             "credentials": [{"type": "password", "value": "%s"}]},\
        """
            .formatted(USER, PASSWORD);
    return Files.readString(REALM)
        .replace("http://localhost:8083/*", "http://localhost:" + port + "/*")
        .replaceFirst("\"users\": \\[", maria);
  }

  private static Process run(Path dist, int port) throws IOException {
    var builder =
        new ProcessBuilder(
            dist.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--db=dev-mem",
            "--http-port=" + port,
            "--http-management-port=" + freePort());
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
    builder.environment().put("SERVICE_CLIENT_SECRET", "not-used-here");
    builder.redirectErrorStream(true).redirectOutput(Path.of("target/keycloak.log").toFile());
    return builder.start();
  }

  private void awaitAnswer(String issuer) throws IOException {
    var client = HttpClient.newHttpClient();
    var question = HttpRequest.newBuilder(URI.create(issuer)).build();
    for (int second = 0; second < PATIENCE_SECONDS && process.isAlive(); second++) {
      try {
        if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It has not opened its port.
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      pause();
    }
    stop();
    throw new IOException("Keycloak did not come up; see target/keycloak.log");
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
