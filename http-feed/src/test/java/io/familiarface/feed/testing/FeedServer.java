package io.familiarface.feed.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.familiarface.feed.CloudEventsBatch;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.CursorGoneException;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.UnknownFeedException;
import io.familiarface.feed.producer.FeedPoll;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Serves feeds over real HTTP, as the services do. */
public final class FeedServer implements AutoCloseable {
  static {
    // Else an answer in two segments waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final FeedPoll poll;

  public FeedServer(FeedPoll poll) throws IOException {
    this.poll = poll;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/feeds/", this::serve);
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) {
    var feed = exchange.getRequestURI().getPath().substring("/v1/feeds/".length());
    var query = query(exchange);
    poll.poll(
            feed,
            Cursor.parse(query.get("lastEventId")).in(epoch(query)),
            Duration.ofMillis(Long.parseLong(query.get("timeout"))),
            Integer.parseInt(query.get("limit")))
        .whenComplete((page, failure) -> answer(exchange, page, failure));
  }

  private static UUID epoch(Map<String, String> query) {
    return query.containsKey("epoch") ? UUID.fromString(query.get("epoch")) : null;
  }

  private static Map<String, String> query(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, FeedPage page, Throwable failure) {
    try (exchange) {
      if (failure != null) {
        var status =
            failure instanceof CursorGoneException
                ? 410
                : failure instanceof UnknownFeedException ? 404 : 500;
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      var body = new ByteArrayOutputStream();
      CloudEventsBatch.write(body, page.events());
      exchange.getResponseHeaders().set("Content-Type", CloudEventsBatch.MEDIA_TYPE);
      exchange.getResponseHeaders().set(FeedPage.HEAD, Long.toString(page.head()));
      exchange.getResponseHeaders().set(FeedPage.COMPACTED, Boolean.toString(page.compacted()));
      if (page.epoch() != null) {
        exchange.getResponseHeaders().set(FeedPage.EPOCH, page.epoch().toString());
      }
      exchange.sendResponseHeaders(200, body.size());
      exchange.getResponseBody().write(body.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
