package io.familiarface.rest.testing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Thirty who ask at once, of a {@link CrowdedService}. */
public final class Crowd {
  private static final int THIRTY = 30;

  private Crowd() {}

  /** Each is answered: nobody waits for a connection that somebody keeps who waits as well. */
  public static void assertAnswered(String what, Supplier<Response> request) {
    assertThat(send(request)).extracting(Response::statusCode).as(what).allMatch(s -> s < 500);
  }

  /**
   * More of them are at a neighbour at once than there are connections: none keeps one meanwhile.
   */
  public static void assertNoneKeptWhileAsking(String what, Supplier<Response> request) {
    neighbour(CrowdedService.AWAIT_TWO);
    send(request);
    assertThat(neighbour(CrowdedService.MOST_AT_ONCE)).as(what).isGreaterThan(1);
  }

  private static int neighbour(String path) {
    String address = System.getProperty(CrowdedService.NEIGHBOUR);
    return Integer.parseInt(RestAssured.given().get(address + path).asString());
  }

  private static List<Response> send(Supplier<Response> request) {
    ExecutorService people = Executors.newFixedThreadPool(THIRTY);
    try {
      Callable<Response> one = request::get;
      List<Response> answers = new java.util.ArrayList<>();
      for (Future<Response> answer : people.invokeAll(Collections.nCopies(THIRTY, one))) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      people.shutdownNow();
    }
  }
}
