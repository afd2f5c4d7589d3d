package io.familiarface.customers.promise;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.imported;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.story.MonthlyProgram;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PromiseImportResourceTest {

  @Inject SimulatedFeeds told;

  private final UUID alan = UUID.randomUUID();
  private final String alansKey = newKey("T");
  private final String customerKey = newKey("C");
  private String customerId;

  @BeforeEach
  void a_customer_and_a_technician_are_known() {
    told.by(
        "technicians",
        "technician",
        alan,
        """
        {"id":"%s","externalId":"%s","name":"Alan","skills":["rodents"],"revision":1}"""
            .formatted(alan, alansKey));
    customerId =
        imported(
                "/v1/customers/import",
                "{\"externalId\":\"%s\",\"kind\":\"BUSINESS\",\"name\":\"Dorothy's Gifts\"}"
                    .formatted(customerKey))
            .get(0)
            .path("id")
            .asText();
  }

  @Test
  void an_imported_promise_is_decided_by_the_visits_there_were() {
    var start = Instant.parse("2025-01-06T14:00:00Z");
    var visits =
        MonthlyProgram.starts(told::tell, UUID.fromString(customerId), alan, start)
            .month(alan)
            .absent(UUID.randomUUID());
    String key = newKey("P");
    var report = imported("/v1/promises/import", line(key, customerKey, alansKey));
    assertThat(report.get(0).path("status").asText()).isEqualTo("CREATED");
    as(Role.CSR)
        .get("/v1/customers/" + customerId + "/promises/ext:" + key)
        .then()
        .body("state", equalTo("BROKEN"))
        .body("technicianId", equalTo(alan.toString()))
        .body("decidedBy.id", equalTo(visits.visit(2).toString()));
  }

  @Test
  void an_import_may_be_run_again() {
    String line = line(newKey("P"), customerKey, alansKey);
    assertThat(imported("/v1/promises/import", line).get(0).path("status").asText())
        .isEqualTo("CREATED");
    assertThat(imported("/v1/promises/import", line).get(0).path("status").asText())
        .isEqualTo("UNCHANGED");
    String changed = line.replace("I will", "I shall");
    assertThat(imported("/v1/promises/import", changed).get(0).path("status").asText())
        .isEqualTo("UPDATED");
  }

  @Test
  void bad_lines_do_not_stop_the_good_ones() {
    String good = newKey("P");
    var report =
        imported(
            "/v1/promises/import",
            line(newKey("P"), "C-NOBODY", alansKey),
            "{\"externalId\":",
            line(good, customerKey, alansKey),
            line(newKey("P"), customerKey, alansKey).replace("2025-01-06", "2999-01-06"),
            line(newKey("P"), customerKey, alansKey).replace("SAME_TECHNICIAN", "MARRIAGE"));
    assertThat(report)
        .extracting(line -> line.path("status").asText())
        .containsExactly("REJECTED", "REJECTED", "CREATED", "REJECTED", "REJECTED");
    assertThat(report.get(0).path("problem").path("type").asText()).endsWith("unknown-customer");
    assertThat(report.get(0).path("problem").path("detail").asText()).contains("C-NOBODY");
    as(Role.CSR).get("/v1/customers/" + customerId + "/promises").then().body("items", hasSize(1));
  }

  @Test
  void an_import_ends_while_it_cannot_be_found_out_whether_there_is_a_technician() {
    var answer =
        importing(
            "/v1/promises/import",
            line(newKey("P"), customerKey, alansKey),
            line(newKey("P"), customerKey, "T-NOBODY"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotBlank();
    assertThat(answer.asString()).doesNotContain("REJECTED", "CREATED");
    as(Role.CSR).get("/v1/customers/" + customerId + "/promises").then().body("items", hasSize(0));
  }

  @Test
  void a_file_about_nobody_we_know_is_rejected_line_by_line() {
    var report =
        imported(
            "/v1/promises/import",
            line(newKey("P"), "C-NOBODY", alansKey),
            line(newKey("P"), "C-NO-ONE", alansKey));
    assertThat(report)
        .extracting(line -> line.path("problem").path("type").asText())
        .allMatch(type -> type.endsWith("unknown-customer"));
  }

  private static String line(String key, String customer, String technician) {
    return """
    {"externalId":"%s","customerExternalId":"%s","kind":"SAME_TECHNICIAN",    "text":"I will be your technician.","madeBy":"Alan","madeAt":"2025-01-06T09:00:00Z",    "technicianExternalId":"%s"}"""
        .formatted(key, customer, technician);
  }
}
