package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PagesTest {

  private static void five(String text) {
    for (int i = 0; i < 5; i++) {
      Call.json("{\"text\":\"" + text + "\"}").post("/v1/notes").then().statusCode(201);
    }
  }

  @Test
  void following_the_link_sees_every_item_once() {
    five("paged");
    List<String> seen = new ArrayList<>();
    String next = "/v1/notes?text=paged&limit=2";
    while (next != null) {
      Response page = Call.as("admin").urlEncodingEnabled(false).get(next);
      seen.addAll(page.jsonPath().getList("items.id"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
      assertThat(page.jsonPath().getString("nextCursor") == null).isEqualTo(link == null);
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void a_cursor_of_another_filter_is_refused() {
    five("first filter");
    JsonPath page = Call.as("admin").get("/v1/notes?limit=1&text=first filter").jsonPath();
    Call.as("admin")
        .queryParam("cursor", page.getString("nextCursor"))
        .queryParam("text", "second filter")
        .get("/v1/notes")
        .then()
        .statusCode(400);
  }

  @Test
  void a_cursor_or_a_limit_that_is_given_empty_is_refused() {
    for (String empty : new String[] {"cursor", "limit"}) {
      Call.as("admin")
          .get("/v1/notes?" + empty + "=")
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }
}
