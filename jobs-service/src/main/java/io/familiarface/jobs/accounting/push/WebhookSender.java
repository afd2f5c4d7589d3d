package io.familiarface.jobs.accounting.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one message to a receiver; follows no redirects, reads nothing but how it was answered. */
@ApplicationScoped
class WebhookSender {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  private final WebhookSettings settings;
  private final HttpClient client;

  WebhookSender(WebhookSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  CompletableFuture<WebhookOutcome> send(
      Endpoints.Row endpoint, String id, String body, Instant at) {
    if (!endpoint.isActive()) {
      return CompletableFuture.completedFuture(
          WebhookOutcome.failed("The endpoint is disabled: " + endpoint.disabledBecause()));
    }
    URI target = URI.create(endpoint.url());
    Optional<String> refusal = TargetAddress.refusal(target, settings.allowPrivateTargets());
    if (refusal.isPresent()) {
      return CompletableFuture.completedFuture(WebhookOutcome.failed(refusal.get()));
    }
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request(target, endpoint, id, body, at), HttpResponse.BodyHandlers.discarding());
    return answer
        .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) -> {
              if (failure == null) {
                return outcome(response);
              }
              answer.cancel(true);
              return WebhookOutcome.failed(words(failure));
            });
  }

  private HttpRequest request(
      URI target, Endpoints.Row endpoint, String id, String body, Instant at) {
    return HttpRequest.newBuilder(target)
        .timeout(settings.timeout())
        .header("Content-Type", "application/json")
        .header("User-Agent", "familiar-face")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
        .header("webhook-signature", signatures(endpoint, id, body, at))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** By the former secret as well, for as long as the receiver may still know that one only. */
  private static String signatures(Endpoints.Row endpoint, String id, String body, Instant at) {
    String signature = Signature.of(endpoint.secret(), id, at.getEpochSecond(), body);
    boolean both = endpoint.formerSecret() != null && at.isBefore(endpoint.formerUntil());
    return both
        ? signature + " " + Signature.of(endpoint.formerSecret(), id, at.getEpochSecond(), body)
        : signature;
  }

  private static WebhookOutcome outcome(HttpResponse<?> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new WebhookOutcome(status, null, Duration.ZERO);
    }
    String error =
        status >= 300 && status < 400
            ? "It answered with a redirect, which is not followed."
            : "It answered %d.".formatted(status);
    return new WebhookOutcome(status, error, retryAfter(response));
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    try {
      Duration asked =
          Duration.ofSeconds(
              response.headers().firstValue("Retry-After").map(Long::parseLong).orElse(0L));
      return asked.isNegative()
          ? Duration.ZERO
          : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    } catch (NumberFormatException | ArithmeticException e) {
      return Duration.ZERO;
    }
  }

  private static String words(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof TimeoutException || cause instanceof HttpTimeoutException
        ? "It did not answer in time."
        : "It could not be reached: " + cause.getClass().getSimpleName();
  }
}
