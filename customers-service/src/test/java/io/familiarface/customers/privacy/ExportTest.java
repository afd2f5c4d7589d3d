package io.familiarface.customers.privacy;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** All that is held of a person, as one ZIP. */
@ServiceTest
class ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void all_that_the_three_hold_is_in_it() throws IOException {
    UUID id = newCustomer("Dorothy's Gifts");
    String customer = "/v1/customers/" + id;
    post(customer + "/traits", "{\"category\":\"CARE\",\"text\":\"A dog.\"}");
    post(customer + "/promises", "{\"kind\":\"PRICE\",\"text\":\"Ninety.\"}");
    post(customer + "/handout", "{\"template\":\"first-visit\"}");
    as(Role.CSR)
        .contentType("image/png")
        .body(picture())
        .put(customer + "/photo")
        .then()
        .statusCode(204);
    String held =
        "{\"service\":\"jobs-service\",\"records\":{\"visit\":[{\"note\":\"%s\"}]}}"
            .formatted("x".repeat(300_000));
    try (var services = new StubbedServices()) {
      services.says("jobs", "export", held);
      services.says("feedback", "export", "{\"records\":{}}");
      Map<String, byte[]> files = export(customer);

      assertThat(files)
          .containsOnlyKeys(
              "customers.json",
              "photo.jpg",
              "handouts/1.html",
              "jobs.json",
              "feedback.json",
              "contents.json");
      JsonNode own = JSON.readTree(files.get("customers.json"));
      assertThat(own.at("/records/customer/0/name").asText()).isEqualTo("Dorothy's Gifts");
      assertThat(own.at("/records/trait/0/text").asText()).isEqualTo("A dog.");
      assertThat(own.at("/records/promise/0/text").asText()).isEqualTo("Ninety.");
      assertThat(own.at("/records/promise/0/madeAt").asText()).isNotEmpty();
      assertThat(own.at("/records/audit_entry").size()).isPositive();
      assertThat(text(files, "jobs.json")).isEqualTo(held);
      assertThat(text(files, "handouts/1.html")).contains("Dorothy&#39;s Gifts");
      assertThat(ImageIO.read(new ByteArrayInputStream(files.get("photo.jpg")))).isNotNull();
      JsonNode contents = JSON.readTree(files.get("contents.json"));
      assertThat(contents.at("/services/jobs").asText()).isEqualTo("COMPLETE");
      assertThat(services.tokenSeenBy("jobs")).startsWith("Bearer ");
    }
    as(Role.ADMIN)
        .get("/v1/audit?action=read&person=" + id)
        .then()
        .statusCode(200)
        .body("items.entityType", hasItem("export"));
  }

  @Test
  void a_service_that_does_not_answer_is_missing_and_it_says_so() throws IOException {
    try (var services = new StubbedServices()) {
      services.says("feedback", "export", "{\"records\":{}}");
      Map<String, byte[]> files = export("/v1/customers/" + newCustomer("Grace"));
      assertThat(files).containsOnlyKeys("customers.json", "feedback.json", "contents.json");
      JsonNode contents = JSON.readTree(files.get("contents.json"));
      assertThat(contents.at("/services/jobs").asText()).isEqualTo("NOT_ANSWERED");
      assertThat(contents.at("/note").asText()).contains("jobs-service did not answer");
    }
  }

  @Test
  void nothing_is_held_of_somebody_who_is_not_there() {
    as(Role.ADMIN)
        .get("/v1/customers/" + UUID.randomUUID() + "/export")
        .then()
        .statusCode(404)
        .body("type", endsWith("no-such-customer"));
  }

  private static Map<String, byte[]> export(String customer) throws IOException {
    byte[] sent =
        as(Role.ADMIN)
            .get(customer + "/export")
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(sent))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static void post(String path, String body) {
    json(Role.CSR, body).post(path).then().statusCode(201);
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
