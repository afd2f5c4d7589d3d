package io.familiarface.rest.testing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Calls operations by their path in the document, with ids for the names in braces, and knows which
 * were not called yet. Each call must succeed: a refused one would show no plan.
 */
public final class Operations {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Set<String> all = new TreeSet<>();
  private final Set<String> open = new TreeSet<>();
  private final Map<String, Supplier<Response>> again = new TreeMap<>();

  public Operations() {
    var document = RestAssured.given().get("/q/openapi?format=json").jsonPath();
    document
        .<String, Map<String, Object>>getMap("paths")
        .forEach(
            (path, operations) ->
                operations.keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> all.add(method.toUpperCase() + " " + path)));
    open.addAll(all);
  }

  /** Every operation of the document. */
  public Set<String> all() {
    return all;
  }

  /** The operations that nobody has called. */
  public Set<String> notCalled() {
    return open;
  }

  public Response get(String path, Object... ids) {
    return getAs(Tokens.as(path.startsWith("/v1/feeds/{name}") ? "service" : "admin"), path, ids);
  }

  public Response getAs(String token, String path, Object... ids) {
    return call("GET", path, () -> Api.with(token), ids);
  }

  /** The first two of a list, and the two after them. */
  public void pages(String path, Object... ids) {
    String two = path + (path.contains("?") ? "&" : "?") + "limit=2";
    String cursor = get(two, ids).path("nextCursor");
    if (cursor != null) {
      get(two + "&cursor=" + cursor, ids);
    }
  }

  /** With a JSON body, or none. */
  public Response send(String method, String path, String body, Object... ids) {
    return call(method, path, () -> with(Tokens.as("admin"), body), ids);
  }

  /** As {@link #send}, of the version that reading {@code of} shows. */
  public Response change(String method, String path, String of, String body, Object... ids) {
    String etag = get(of, ids).header("ETag");
    Supplier<RequestSpecification> anyVersion =
        () -> with(Tokens.as("admin"), body).header("If-Match", "*");
    Response answer =
        call(method, path, () -> with(Tokens.as("admin"), body).header("If-Match", etag), ids);
    again.put(operation(method, path), () -> anyVersion.get().request(method, concrete(path, ids)));
    return answer;
  }

  /** Each line must be taken in. */
  public void importLines(String path, String... lines) {
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Response report =
        call("POST", path, () -> Api.as("admin").contentType("application/x-ndjson").body(body));
    assertThat(report.asString()).doesNotContain("REJECTED");
  }

  /** Each operation that was called, with the last request of it, to be sent once more. */
  public Map<String, Supplier<Response>> again() {
    return again;
  }

  private static RequestSpecification with(String token, String body) {
    return body == null ? Api.with(token) : Api.with(token).body(body);
  }

  private Response call(
      String method, String path, Supplier<RequestSpecification> request, Object... ids) {
    String concrete = concrete(path, ids);
    Supplier<Response> once = () -> request.get().request(method, concrete);
    Response answer = once.get();
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, concrete, answer.asString())
        .isBetween(200, 299);
    open.remove(operation(method, path));
    again.put(operation(method, path), once);
    return answer;
  }

  private static String concrete(String path, Object... ids) {
    String concrete = path;
    for (Object id : ids) {
      concrete = concrete.replaceFirst("\\{[^}]+}", id.toString());
    }
    return concrete;
  }

  private static String operation(String method, String path) {
    return method + " " + path.replaceFirst("\\?.*", "");
  }
}
