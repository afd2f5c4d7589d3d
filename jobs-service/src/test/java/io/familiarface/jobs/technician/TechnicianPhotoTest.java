package io.familiarface.jobs.technician;

import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.photo.testing.Pictures;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TechnicianPhotoTest {
  @Inject Company company;
  private String ann;
  private String technician;
  private String photo;

  @BeforeEach
  void a_technician() {
    ann = company.technician("Ann");
    technician = "/v1/technicians/" + ann;
    photo = technician + "/photo";
  }

  @Test
  void a_photo_is_put_up_and_shown_where_people_ask_who_is_coming() {
    as("csr").get(photo).then().statusCode(404).body("type", endsWith("no-photo"));
    as("csr").get(technician).then().body("photo", nullValue());
    String before = etag(technician);
    String tag = putUp(Pictures.jpeg(40, 30), null, 204);
    var shown = as("csr").get(photo).then().statusCode(200).contentType("image/jpeg").extract();
    assertThat(shown.header("ETag")).isEqualTo(tag);
    assertThat(shown.asByteArray()).startsWith(0xFF, 0xD8);
    as("csr").header("If-None-Match", tag).get(photo).then().statusCode(304);
    as("csr").get(technician).then().body("photo", equalTo(photo));
    assertThat(etag(technician)).isNotEqualTo(before);
    company.monthlyAgreement(company.customer("Dorothy"), ann, today().plusDays(1));
    as("csr")
        .get("/v1/board?from=%s&days=1".formatted(today().plusDays(1)))
        .then()
        .statusCode(200)
        .body("technicians.find{it.technicianId=='%s'}.photo".formatted(ann), equalTo(photo));
  }

  @Test
  void a_photo_is_replaced_or_taken_down_by_whoever_has_seen_it() {
    String first = putUp(Pictures.jpeg(40, 30), null, 204);
    putUp(Pictures.png(50, 50), null, 428);
    String second = putUp(Pictures.png(50, 50), first, 204);
    putUp(Pictures.jpeg(60, 60), first, 412);
    as("manager").header("If-Match", first).delete(photo).then().statusCode(412);
    as("manager").header("If-Match", second).delete(photo).then().statusCode(204);
    as("csr").get(technician).then().body("photo", nullValue());
  }

  @Test
  void what_is_no_photo_is_refused_and_changes_nothing() {
    String tag = putUp(Pictures.jpeg(40, 30), null, 204);
    as("manager")
        .contentType("image/jpeg")
        .header("If-Match", tag)
        .body("<svg/>".getBytes(UTF_8))
        .put(photo)
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("type", endsWith("photo-kind-unsupported"));
    as("csr").get(photo).then().header("ETag", equalTo(tag));
  }

  @Test
  void a_photo_of_5_mb_is_taken_and_one_byte_more_is_not() {
    byte[] largest = Arrays.copyOf(Pictures.jpeg(40, 30), 5 << 20);
    as("manager")
        .contentType("image/jpeg")
        .body(Arrays.copyOf(largest, largest.length + 1))
        .put(photo)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("5 MiB"));
    as("csr").get(photo).then().statusCode(404);
    putUp(largest, null, 204);
  }

  private String putUp(byte[] picture, String ifMatch, int status) {
    var request = as("manager").contentType("image/jpeg").body(picture);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put(photo).then().statusCode(status).extract().header("ETag");
  }
}
