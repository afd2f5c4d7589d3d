package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.ServiceTest;
import io.restassured.RestAssured;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@ServiceTest
class MetricsTest {
  private static final String MARKER = "Dorothy18";

  private static String metrics() {
    return Call.as("admin").get("/q/metrics").then().statusCode(200).extract().asString();
  }

  private static Set<String> series(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .map(line -> line.substring(0, line.lastIndexOf("} ")))
        .collect(Collectors.toSet());
  }

  private static void strange(String more) {
    RestAssured.get("/v1/" + MARKER + more);
    RestAssured.get("/v1/notes/ext:" + MARKER + more);
    RestAssured.get("/" + MARKER + more + "/index.html");
    RestAssured.get("/q/" + MARKER + more);
    Call.as("admin").get("/v1/notes/ext:" + MARKER + more);
    Call.as("admin").get("/v1/notes/" + MARKER + more);
    Call.as("admin").get("/v1/notes/" + MARKER + more + "/more");
    Call.as("admin").get("/v1/notes?" + MARKER + more + "=1");
    Call.as("admin").delete("/v1/notes/" + MARKER + more);
    RawHttp.get("/v1/" + MARKER + more + "%zz");
    RawHttp.get("/v1/" + MARKER + more, "Origin: http://elsewhere.example");
    RawHttp.request(MARKER + more + " /v1/notes", "");
    RawHttp.request("OPTIONS /v1/" + MARKER + more, "");
  }

  @Test
  void odd_paths_and_methods_make_no_series_and_no_key_stands_in_one() {
    strange("-first");
    metrics();
    strange("-second");
    Set<String> before = series(metrics());
    for (int i = 0; i < 5; i++) {
      strange("-" + i);
    }
    String after = metrics();
    assertThat(after).doesNotContain(MARKER);
    assertThat(series(after)).isEqualTo(before);
    assertThat(before).anyMatch(line -> line.contains("uri=\"/v1/notes/{id}\""));
  }

  @Test
  void metrics_are_for_operators() {
    RestAssured.get("/q/metrics").then().statusCode(401).contentType("application/problem+json");
    Call.as("csr").get("/q/metrics").then().statusCode(403).contentType("application/problem+json");
    Call.as("service").get("/q/metrics").then().statusCode(200);
  }
}
