package io.familiarface.customers.photo;

import static io.familiarface.customers.Api.as;
import static io.familiarface.customers.Api.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhotoResourceTest {

  private String customer;
  private String photo;

  @BeforeEach
  void a_customer() {
    customer = "/v1/customers/" + newCustomer("Dorothy's Gifts");
    photo = customer + "/photo";
  }

  @Test
  void a_photo_is_put_up_and_shown() {
    as(Role.CSR).get(photo).then().statusCode(404).body("type", endsWith("no-photo"));
    String tag = putUp(Pictures.jpeg(40, 30), null, 204);
    var shown = as(Role.CSR).get(photo).then().statusCode(200).contentType("image/jpeg").extract();
    assertThat(shown.header("ETag")).isEqualTo(tag);
    assertThat(shown.asByteArray()).startsWith(0xFF, 0xD8);
    as(Role.CSR).get(customer).then().body("photo", equalTo(photo));
    as(Role.CSR).header("If-None-Match", tag).get(photo).then().statusCode(304);
  }

  @Test
  void a_photo_is_replaced_or_taken_down_by_whoever_has_seen_it() {
    String first = putUp(Pictures.jpeg(40, 30), null, 204);
    putUp(Pictures.png(50, 50), null, 428);
    String second = putUp(Pictures.png(50, 50), first, 204);
    putUp(Pictures.jpeg(60, 60), first, 412);
    as(Role.CSR).header("If-Match", first).delete(photo).then().statusCode(412);
    as(Role.CSR).header("If-Match", second).delete(photo).then().statusCode(204);
    as(Role.CSR).get(customer).then().body("photo", nullValue());
  }

  @Test
  void what_is_no_photo_is_refused_and_nothing_is_shown() {
    as(Role.CSR)
        .contentType("image/jpeg")
        .body("<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put(photo)
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("type", endsWith("photo-kind-unsupported"));
    as(Role.CSR)
        .contentType("image/gif")
        .body(new byte[] {1})
        .put(photo)
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    as(Role.CSR)
        .contentType("image/jpeg")
        .body(new byte[20 << 20])
        .put(photo)
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
    as(Role.CSR).get(photo).then().statusCode(404);
  }

  private String putUp(byte[] upload, String ifMatch, int status) {
    var request = as(Role.CSR).contentType("image/jpeg").body(upload);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put(photo).then().statusCode(status).extract().header("ETag");
  }
}
