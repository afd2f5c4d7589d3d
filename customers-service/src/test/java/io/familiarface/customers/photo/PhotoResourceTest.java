package io.familiarface.customers.photo;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.photo.testing.Pictures;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.Tokens;
import io.restassured.RestAssured;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
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
  void a_list_shows_it_small() throws IOException {
    putUp(Pictures.jpeg(400, 300), null, 204);
    byte[] small =
        as(Role.CSR)
            .get(photo + "?size=THUMBNAIL")
            .then()
            .statusCode(200)
            .contentType("image/jpeg")
            .extract()
            .asByteArray();
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(shown.getWidth()).isEqualTo(160);
    assertThat(shown.getHeight()).isEqualTo(120);
    as(Role.CSR).get(photo + "?size=HUGE").then().statusCode(400);
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

  @ParameterizedTest
  @CsvSource({
    "png-16-bit.png, 40, 20",
    "png-49-million-pixels.png, 1024, 1024",
    "png-text-bomb.png, 40, 20",
    "png-exif-turned.png, 20, 40",
    "webp-lossless.webp, 40, 20",
    "webp-animated.webp, 40, 20",
    "jpeg-exif-turned.jpg, 20, 40",
    "jpeg-xmp-before-exif.jpg, 20, 40",
    "jpeg-cmyk.jpg, 40, 20"
  })
  void what_people_send_is_shown(String name, int width, int height) throws IOException {
    putUp(Pictures.file(name), null, 204);
    byte[] shown = as(Role.CSR).get(photo).then().statusCode(200).extract().asByteArray();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
  }

  @ParameterizedTest
  @CsvSource({
    "png-says-100000-pixels.png, 413, photo-too-large",
    "heic-named-jpg.jpg, 415, photo-kind-unsupported",
    "jpeg-cut-off.jpg, 422, photo-unreadable",
    "webp-says-5000-pixels.webp, 413, photo-too-large",
    "webp-600-pixels-cut-off.webp, 422, photo-unreadable"
  })
  void what_cannot_be_shown_is_refused_and_changes_nothing(String name, int status, String slug) {
    String before = putUp(Pictures.jpeg(40, 30), null, 204);
    as(Role.CSR)
        .contentType("image/jpeg")
        .header("If-Match", before)
        .body(Pictures.file(name))
        .put(photo)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith(slug));
    as(Role.CSR).get(photo).then().header("ETag", equalTo(before));
  }

  @Test
  void a_photo_of_no_content_type_has_the_same_limit() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + photo))
            .header("Authorization", "Bearer " + Tokens.as(Role.CSR))
            .PUT(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[20 << 20])))
            .build();
    var answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).isIn(413, 415);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    as(Role.CSR).get(photo).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg/>",
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<script>alert(1)</script>",
        "#!/bin/sh\nexit 1\n",
        "GIF89a<script>alert(1)</script>"
      })
  void a_script_or_a_drawing_that_is_called_a_photo_is_refused(String text) {
    for (String kind : new String[] {"image/jpeg", "image/png", "image/webp"}) {
      as(Role.CSR)
          .contentType(kind)
          .body(text.getBytes(UTF_8))
          .put(photo)
          .then()
          .statusCode(415)
          .contentType("application/problem+json")
          .body("type", endsWith("photo-kind-unsupported"));
    }
    as(Role.CSR).get(photo).then().statusCode(404);
  }

  @Test
  void a_few_bytes_that_say_they_are_a_huge_picture_are_refused() {
    as(Role.CSR)
        .contentType("image/png")
        .body(Pictures.bomb())
        .put(photo)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", endsWith("photo-too-large"));
    as(Role.CSR).get(photo).then().statusCode(404);
  }

  @Test
  void what_is_no_photo_is_refused_and_nothing_is_shown() {
    as(Role.CSR)
        .contentType("image/gif")
        .body(new byte[] {1})
        .put(photo)
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    as(Role.CSR).get(photo).then().statusCode(404);
  }

  @Test
  void a_photo_of_5_mb_is_taken_and_one_byte_more_is_not() {
    byte[] largest = Arrays.copyOf(Pictures.jpeg(40, 30), 5 << 20);
    as(Role.CSR)
        .contentType("image/jpeg")
        .body(Arrays.copyOf(largest, largest.length + 1))
        .put(photo)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("5 MiB"));
    as(Role.CSR).get(photo).then().statusCode(404);
    putUp(largest, null, 204);
  }

  private String putUp(byte[] upload, String ifMatch, int status) {
    var request = as(Role.CSR).contentType("image/jpeg").body(upload);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put(photo).then().statusCode(status).extract().header("ETag");
  }
}
