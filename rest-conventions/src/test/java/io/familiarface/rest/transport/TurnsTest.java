package io.familiarface.rest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests to a server that answers when the test says so. */
class TurnsTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final int TWO = 2;

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Socket> clients = new HashMap<>();
  private final Map<String, Context> arrivedOn = new ConcurrentHashMap<>();
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> gone = new LinkedBlockingQueue<>();
  private final BlockingQueue<RoutingContext> begun = new LinkedBlockingQueue<>();
  private final BlockingQueue<Context> begunOn = new LinkedBlockingQueue<>();
  private int port;

  @AfterEach
  void stop() throws Exception {
    for (Socket client : clients.values()) {
      client.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void the_others_wait_in_the_order_in_which_they_came() throws Exception {
    serve(new Turns(Optional.of(TWO), NEVER));
    send("/1", "/2", "/3", "/4");
    RoutingContext first = begin("/1");
    RoutingContext second = begin("/2");
    assertThat(begun).isEmpty();

    second.end("done");
    RoutingContext third = begin("/3");
    assertThat(begun).isEmpty();

    first.end("done");
    third.end("done");
    begin("/4").end("done");
    for (Socket client : clients.values()) {
      assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void a_place_that_became_free_with_nobody_waiting_is_there_for_the_next() throws Exception {
    serve(new Turns(Optional.of(1), NEVER));
    send("/1");
    begin("/1").end("done");
    clients.get("/1").getInputStream().readNBytes(12);
    send("/2");
    begin("/2");
  }

  @Test
  void whoever_has_gone_is_passed_over() throws Exception {
    serve(new Turns(Optional.of(1), NEVER));
    send("/1", "/2", "/3");
    RoutingContext first = begin("/1");
    clients.get("/2").close();
    assertThat(gone.take()).isEqualTo("/2");

    first.end("done");
    begin("/3");
  }

  @Test
  void what_takes_long_goes_on_beside_the_next() throws Exception {
    serve(new Turns(Optional.of(1), Duration.ofMillis(1)));
    send("/1", "/2");
    RoutingContext first = begin("/1");
    begin("/2").end("done");
    first.end("done");
    send("/3", "/4");
    begin("/3");
    begin("/4");
  }

  @Test
  void each_goes_on_where_it_came_in() throws Exception {
    serve(new Turns(Optional.of(1), NEVER));
    send("/1", "/2");
    begin("/1").end("done");
    begin("/2").end("done");
    assertThat(begunOn.take()).isSameAs(arrivedOn.get("/1"));
    assertThat(begunOn.take()).isSameAs(arrivedOn.get("/2"));
  }

  private void serve(Turns turns) throws Exception {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            call -> {
              String path = call.request().path();
              arrivedOn.put(path, Vertx.currentContext());
              call.response().closeHandler(closed -> gone.add(path));
              turns.take(
                  call,
                  () -> {
                    begunOn.add(Vertx.currentContext());
                    begun.add(call);
                  });
              arrived.add(path);
            });
    HttpServer server = vertx.createHttpServer().requestHandler(router);
    port = server.listen(0).toCompletionStage().toCompletableFuture().get().actualPort();
  }

  /** Each is there before the next is sent. */
  private void send(String... paths) throws IOException, InterruptedException {
    for (String path : paths) {
      Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
      clients.put(path, client);
      client
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .formatted(path)
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(arrived.take()).isEqualTo(path);
    }
  }

  private RoutingContext begin(String path) throws InterruptedException {
    RoutingContext call = begun.take();
    assertThat(call.request().path()).isEqualTo(path);
    return call;
  }
}
