package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@TestProfile(InFrontOfNotes.class)
class LinksBehindProxyTest {

  private static RequestSpecification throughProxy() {
    return Call.as("csr")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "care.example")
        .header("X-Forwarded-Prefix", "/notebook");
  }

  @Test
  void links_lead_through_the_proxy_that_says_what_was_called() {
    for (String text : new String[] {"first", "second"}) {
      String location =
          throughProxy()
              .contentType("application/json")
              .body("{\"text\":\"behind a proxy, the " + text + "\"}")
              .post("/v1/notes")
              .then()
              .statusCode(201)
              .extract()
              .header("Location");
      assertThat(location).startsWith("https://care.example/notebook/v1/notes/");
    }
    String next =
        throughProxy().get("/v1/notes?limit=1").then().statusCode(200).extract().header("Link");
    assertThat(next).startsWith("<https://care.example/notebook/v1/notes?limit=1&cursor=");
  }
}
