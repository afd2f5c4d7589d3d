package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Asks a service, and asks again when it is busy or was not reached: all that is asked may be. */
final class ServiceClient {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final int TRIES = 6;
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final Supplier<String> bearer;

  ServiceClient(Supplier<String> bearer) {
    this.bearer = bearer;
  }

  JsonNode get(URI uri) {
    try (InputStream body = ask(HttpRequest.newBuilder(uri).GET()).body()) {
      return json.readTree(body);
    } catch (IOException e) {
      // What was wrong with an answer would quote it, and it is about persons.
      throw new SendingStopped("%s broke off. Run it again.".formatted(uri), e);
    }
  }

  /** The answer to lines of an import, to be closed. */
  InputStream importLines(URI uri, byte[] lines) {
    return ask(HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(lines)))
        .body();
  }

  private HttpResponse<InputStream> ask(HttpRequest.Builder request) {
    request.timeout(PATIENCE);
    try {
      for (int attempt = 1; ; attempt++) {
        HttpRequest once =
            request.copy().setHeader("Authorization", "Bearer " + bearer.get()).build();
        Optional<HttpResponse<InputStream>> answer = attempt(once, attempt == TRIES);
        if (answer.isEmpty()) {
          pause(1L << (attempt - 1));
        } else if (answer.get().statusCode() == 200) {
          return answer.get();
        } else {
          later(answer.get(), attempt == TRIES);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SendingStopped("Stopped. What is in stays in: run the same command again.", e);
    }
  }

  private Optional<HttpResponse<InputStream>> attempt(HttpRequest request, boolean last)
      throws InterruptedException {
    try {
      return Optional.of(http.send(request, BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      if (last) {
        throw new SendingStopped(
            "%s was not reached (%s). Is it running? What is in stays in: start it and run the same command again."
                .formatted(request.uri(), e),
            e);
      }
      return Optional.empty();
    }
  }

  private static void later(HttpResponse<InputStream> answer, boolean last)
      throws InterruptedException {
    if (last || !LATER.contains(answer.statusCode())) {
      throw new SendingStopped(refused(answer));
    }
    pause(answer.headers().firstValue("Retry-After").map(ServiceClient::seconds).orElse(5L));
  }

  private static String refused(HttpResponse<InputStream> answer) {
    int status = answer.statusCode();
    String hint =
        status == 401 || status == 403
            ? "Use a token of an admin or manager."
            : "What is in stays in: run the same command again when that is put right.";
    String words;
    try (InputStream body = answer.body()) {
      words = new String(body.readNBytes(2_000), StandardCharsets.UTF_8);
    } catch (IOException e) {
      words = "";
    }
    return "%s answered %d. %s %s".formatted(answer.uri(), status, words, hint);
  }

  private static long seconds(String retryAfter) {
    try {
      return Long.parseLong(retryAfter.strip());
    } catch (NumberFormatException e) {
      return 5;
    }
  }

  private static void pause(long seconds) throws InterruptedException {
    Thread.sleep(1_000 * Math.min(LONGEST_WAIT_SECONDS, Math.max(1, seconds)));
  }
}
