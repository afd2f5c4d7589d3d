package io.familiarface.rest.transport;

import io.familiarface.rest.problem.Excerpt;
import io.familiarface.rest.problem.ProblemType;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Problems for what no resource answers. */
final class VertxProblems {
  private VertxProblems() {}

  static void send(RoutingContext call, ProblemType type, String detail) {
    send(call, type, type.status(), detail);
  }

  static void send(RoutingContext call, ProblemType type, int status, String detail) {
    HttpServerResponse answer = call.response();
    if (answer.ended() || answer.closed()) {
      return;
    }
    // What is still being sent is read and thrown away, so that the refusal is heard.
    call.request().resume();
    if (status == 401) {
      answer.putHeader("WWW-Authenticate", "Bearer");
    }
    String path = call.request().path();
    answer
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", status)
                .put("detail", detail)
                .put("instance", path == null ? null : Excerpt.of(path))
                .encode());
  }
}
