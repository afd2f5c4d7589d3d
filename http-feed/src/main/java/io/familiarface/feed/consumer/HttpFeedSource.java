package io.familiarface.feed.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.familiarface.feed.BatchTooLargeException;
import io.familiarface.feed.CloudEventsBatch;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads feeds by {@code GET {base}/v1/feeds/{feed}}. */
public final class HttpFeedSource implements FeedSource {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFeedSource.class);

  /** On top of what the producer may wait, for the way there and back. */
  private static final Duration TRAVEL = Duration.ofSeconds(15);

  private final HttpClient client;
  private final URI base;
  private final Supplier<String> bearer;
  private final long longestBatch;

  /**
   * @param base such as {@code http://localhost:8082}
   * @param bearer asked before each request, so that a token may be renewed at any time; null or
   *     empty to send none
   */
  public HttpFeedSource(HttpClient client, URI base, Supplier<String> bearer) {
    this(client, base, bearer, CloudEventsBatch.LONGEST_BATCH);
  }

  HttpFeedSource(HttpClient client, URI base, Supplier<String> bearer, long longestBatch) {
    this.client = client;
    this.base = base;
    this.bearer = bearer;
    this.longestBatch = longestBatch;
  }

  @Override
  public CompletableFuture<FeedPage> poll(String feed, Cursor after, Duration timeout, int limit) {
    HttpRequest request;
    try {
      request = request(feed, after, timeout, limit);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(
          ProducerAwayException.unreachable(
              "The feed %s can't be asked for: %s".formatted(feed, e.getMessage()), e));
    }
    var exchange = client.sendAsync(request, BodyHandlers.ofInputStream());
    var answer = exchange.handle((response, failure) -> page(request, response, failure, limit));
    // The timeout of the request ends with the headers; a body may stall, too.
    answer.orTimeout(timeout.plus(TRAVEL.multipliedBy(2)).toMillis(), TimeUnit.MILLISECONDS);
    answer.whenComplete(
        (page, failure) -> {
          if (failure != null) {
            giveUp(exchange);
          }
        });
    return answer;
  }

  private static void giveUp(CompletableFuture<HttpResponse<InputStream>> exchange) {
    exchange.cancel(true);
    exchange.thenAccept(
        response -> {
          try {
            response.body().close();
          } catch (IOException e) {
            LOG.debug("Closing an answer that was given up", e);
          }
        });
  }

  private HttpRequest request(String feed, Cursor after, Duration timeout, int limit) {
    var query =
        "lastEventId=%s&timeout=%d&limit=%d"
            .formatted(URLEncoder.encode(after.toString(), UTF_8), timeout.toMillis(), limit);
    if (after.epoch() != null) {
      query += "&epoch=" + after.epoch();
    }
    var request =
        HttpRequest.newBuilder(
                URI.create("%s/v1/feeds/%s?%s".formatted(withoutSlash(base), feed, query)))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout.plus(TRAVEL))
            .header("Accept", CloudEventsBatch.MEDIA_TYPE + ", application/problem+json");
    var token = bearer.get();
    if (token != null && !token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private static String withoutSlash(URI base) {
    return base.toString().replaceAll("/+$", "");
  }

  private FeedPage page(
      HttpRequest request, HttpResponse<InputStream> response, Throwable failure, int limit) {
    if (failure != null) {
      throw unreachable(request.uri(), failure);
    }
    try (var body = response.body()) {
      if (response.statusCode() == 200) {
        return page(response, events(body, limit));
      }
      throw refusal(response, new String(body.readNBytes(500), UTF_8));
    } catch (BatchTooLargeException e) {
      throw new CompletionException(e);
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(response.uri(), e);
    }
  }

  /** One that is too long by itself comes without its data, so that others come after it. */
  private List<FeedEvent> events(InputStream body, int limit) throws IOException {
    try {
      return CloudEventsBatch.read(body, limit, longestBatch);
    } catch (BatchTooLargeException e) {
      if (limit > 1) {
        throw e;
      }
      return List.of(e.first().orElseThrow(() -> e));
    }
  }

  private static FeedPage page(HttpResponse<?> response, List<FeedEvent> events) {
    var last = events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    return new FeedPage(
        events,
        response.headers().firstValueAsLong(FeedPage.HEAD).orElse(last),
        response.headers().firstValue(FeedPage.COMPACTED).map(Boolean::valueOf).orElse(false),
        response.headers().firstValue(FeedPage.EPOCH).map(UUID::fromString).orElse(null));
  }

  private static ProducerAwayException refusal(HttpResponse<?> response, String words) {
    var message =
        "%s answered %d: %s".formatted(withoutQuery(response.uri()), response.statusCode(), words);
    return response.statusCode() == 410
        ? ProducerAwayException.gone(message)
        : ProducerAwayException.refused(message, retryAfter(response));
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    // The other form, a date, is of no use between clocks that may differ.
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }

  private static ProducerAwayException unreachable(URI uri, Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return ProducerAwayException.unreachable(
        "%s can't be read: %s".formatted(withoutQuery(uri), inPlainWords(cause)), cause);
  }

  private static String withoutQuery(URI uri) {
    return uri.toString().replaceAll("[?].*", "");
  }

  private static String inPlainWords(Throwable cause) {
    if (cause instanceof ConnectException) {
      return "nothing answers there.";
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return "it takes too long to answer.";
    }
    return cause.getClass() == IOException.class
        ? String.valueOf(cause.getMessage())
        : "the connection broke, or what came is no batch of events.";
  }
}
