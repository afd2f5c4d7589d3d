package io.familiarface.rest.transport;

import io.familiarface.rest.problem.Excerpt;
import io.familiarface.rest.problem.ProblemType;
import io.familiarface.rest.refusal.RefusedPages;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Problems for what no resource answers; a page where a customer would look at one. */
final class VertxProblems {
  private static final String PAGES = RefusedPages.class.getName();

  private VertxProblems() {}

  /** Whoever refuses the call from here on shows customers a page. */
  static void shownOn(RoutingContext call, RefusedPages pages) {
    call.put(PAGES, pages);
  }

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
    answer.setStatusCode(status);
    String path = call.request().path();
    RefusedPages pages = call.get(PAGES);
    Optional<String> page =
        pages == null
            ? Optional.empty()
            : pages.of(status, path, call.request().getHeader("Accept"));
    if (page.isPresent()) {
      answer.putHeader("Content-Type", "text/html;charset=UTF-8").end(page.get());
      return;
    }
    answer
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
