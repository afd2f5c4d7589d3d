package io.familiarface.rest.testing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.Api;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Thirty who ask at once, of a {@link CrowdedService}. */
public final class Crowd {
  private static final int THIRTY = 30;

  /** Whoever waits for a connection in vain is told so before. */
  private static final int PATIENCE_MILLIS = 120_000;

  private Crowd() {}

  /**
   * Presses every operation there is: those that were called, and the others.
   *
   * @param others requests for those that {@link Operations} has not called, by method and path
   * @param before what has been pressed already
   */
  public static void assertEveryOperationIsAnswered(
      Operations operations, Map<String, Supplier<Response>> others, Set<String> before) {
    Map<String, Supplier<Response>> requests = new TreeMap<>(operations.again());
    requests.putAll(others);
    Set<String> pressed = new TreeSet<>(requests.keySet());
    pressed.addAll(before);
    assertThat(pressed).isEqualTo(operations.all());
    requests.forEach(Crowd::assertAnswered);
  }

  /** What is asked of a reader of a feed, which does not run here. */
  public static Map<String, Supplier<Response>> readerOf(String feed, Object subject) {
    String path = "/v1/feeds/consumers/";
    String event = "0000000001042::" + subject;
    return Map.of(
        "GET " + path + "{feed}",
        () -> Api.as("admin").get(path + feed),
        "POST " + path + "{feed}/rebuild",
        () -> withKey("{}").post(path + feed + "/rebuild"),
        "POST " + path + "{feed}/parked/{subject}/replay",
        () -> withKey("{}").post(path + feed + "/parked/" + subject + "/replay"),
        "POST " + path + "{feed}/parked/{id}/discard",
        () ->
            withKey("{\"reason\":\"It never happened.\"}")
                .post(path + feed + "/parked/" + event + "/discard"));
  }

  /** A picture under that path. */
  public static Map<String, Supplier<Response>> picture(String template, String path, byte[] png) {
    return Map.of(
        "GET " + template,
        () -> Api.as("admin").get(path),
        "PUT " + template,
        () -> Api.as("admin").contentType("image/png").body(png).put(path),
        "DELETE " + template,
        () -> Api.as("admin").header("If-Match", "*").delete(path));
  }

  /** With an idempotency key, so that the transaction has begun before anything is looked up. */
  public static RequestSpecification withKey(String body) {
    return Api.json("admin", body).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** Each is answered: nobody waits for a connection that somebody keeps who waits as well. */
  public static void assertAnswered(String what, Supplier<Response> request) {
    assertThat(send(what, request))
        .extracting(Response::statusCode)
        .as(what)
        .allMatch(s -> s < 500);
  }

  /**
   * More of them are at a neighbour at once than there are connections: none keeps one meanwhile.
   */
  public static void assertNoneKeptWhileAsking(String what, Supplier<Response> request) {
    neighbour(CrowdedService.AWAIT_TWO);
    send(what, request);
    assertThat(neighbour(CrowdedService.MOST_AT_ONCE)).as(what).isGreaterThan(1);
  }

  private static int neighbour(String path) {
    String address = System.getProperty(CrowdedService.NEIGHBOUR);
    return Integer.parseInt(RestAssured.given().get(address + path).asString());
  }

  private static List<Response> send(String what, Supplier<Response> request) {
    RestAssured.config =
        RestAssured.config()
            .httpClient(
                RestAssured.config()
                    .getHttpClientConfig()
                    .setParam("http.socket.timeout", PATIENCE_MILLIS));
    ExecutorService people = Executors.newFixedThreadPool(THIRTY);
    try {
      Callable<Response> one = request::get;
      List<Response> answers = new java.util.ArrayList<>();
      for (Future<Response> answer : people.invokeAll(Collections.nCopies(THIRTY, one))) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(what, e);
    } finally {
      people.shutdownNow();
    }
  }
}
