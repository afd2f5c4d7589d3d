package io.familiarface.jobs.accounting.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Requests and answers as JSON; every way in which an answer can be none is told apart. */
class SystemHttp {
  /** Money is exact both ways. */
  static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

  private static final int MOST_BYTES = 8_000_000;
  private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  private final HttpClient client;
  private final URI base;
  private final Duration timeout;
  private final TokenSource tokens;
  private final Supplier<CallBudget> budget;

  SystemHttp(URI base, Duration timeout, TokenSource tokens, Supplier<CallBudget> budget) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    this.base = base;
    this.timeout = timeout;
    this.tokens = tokens;
    this.budget = budget;
  }

  /** Says whether one more call may be made now; throws {@link SystemUnavailable} if not. */
  @FunctionalInterface
  interface CallBudget {
    void spend();
  }

  /** Where a token comes from. */
  @FunctionalInterface
  interface TokenSource {
    /**
     * @param refused whether the one before was: another is to be got
     */
    String token(boolean refused);
  }

  JsonNode get(String path, Map<String, String> headers) {
    return call("GET", path, null, headers);
  }

  JsonNode send(String method, String path, ObjectNode body, Map<String, String> headers) {
    return call(method, path, body.toString(), headers);
  }

  private JsonNode call(String method, String path, String body, Map<String, String> headers) {
    Answered answered = once(method, path, body, headers, tokens.token(false));
    if (answered.status() == 401) {
      answered = once(method, path, body, headers, tokens.token(true));
    }
    return understood(answered);
  }

  private record Answered(int status, String retryAfter, byte[] body) {}

  private Answered once(
      String method, String path, String body, Map<String, String> headers, String token) {
    budget.get().spend();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header("User-Agent", "familiar-face")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), head -> new BoundedBody(MOST_BYTES));
    try {
      // The whole answer in that time, however slowly it comes.
      HttpResponse<byte[]> whole = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answered(
          whole.statusCode(), whole.headers().firstValue("Retry-After").orElse(""), whole.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw SystemUnavailable.because("The accounting system did not answer in time.");
    } catch (ExecutionException e) {
      throw SystemUnavailable.because("The accounting system could not be reached.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SystemUnavailable.because("We were stopped while we waited.");
    }
  }

  private static JsonNode understood(Answered answered) {
    int status = answered.status();
    if (status == 429) {
      throw SystemUnavailable.busy(
          "The accounting system asks to be left alone for a while.", pause(answered.retryAfter()));
    }
    if (status == 401 || status == 403) {
      throw SystemUnavailable.because(
          "The accounting system does not let us in (%d): connect us with it again."
              .formatted(status));
    }
    if (status >= 500 || status == 408 || status >= 300 && status < 400) {
      throw SystemUnavailable.because("The accounting system answered %d.".formatted(status));
    }
    JsonNode json = parsed(answered.body());
    if (status >= 400) {
      throw new RequestRefused(SystemWords.of(json, status));
    }
    if (json == null || !json.isObject()) {
      throw SystemUnavailable.because(
          "The accounting system answered with what is no JSON that we know.");
    }
    return json;
  }

  private static Duration pause(String header) {
    try {
      Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
      return asked.isNegative() || asked.isZero()
          ? DEFAULT_PAUSE
          : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    } catch (NumberFormatException | ArithmeticException e) {
      return DEFAULT_PAUSE;
    }
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw SystemUnavailable.because("The accounting system's answer can't be read.");
    }
  }
}
