package io.familiarface.jobs.notice;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Customers who are told as something is changed, or are said to have been, and how early. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldWithTheChangeTest extends NoticeFixture {
  @Inject Database database;

  @Test
  void told_with_the_move_it_is_no_task() {
    String then = ",\"scheduledAt\":\"%s\"".formatted(scheduledAt.plus(Duration.ofDays(1)));
    String told = ",\"customerToldAt\":\"%s\"".formatted(Instant.now().minusSeconds(60));
    company
        .assign(visit, "{\"technicianId\":\"" + ben + "\"" + then + told + "}")
        .then()
        .statusCode(200);
    notices("").body("items", hasSize(0));
  }

  @Test
  void told_with_the_change_or_hand_over_needs_one_notice_at_most() {
    company
        .assign(
            visit,
            """
            {"technicianId":"%s","reason":"REASSIGNED","permanence":"FOR_GOOD",
             "customerToldAt":"%s"}\
            """
                .formatted(cleo, Instant.now().minusSeconds(60)))
        .then()
        .statusCode(200);
    as("csr").get("/v1/notices?limit=500&customerId=" + customer).then().body("items", hasSize(0));
  }

  @Test
  void how_they_were_told_with_the_change_is_kept() {
    send(
        cleo,
        "\"reason\":\"SICK\",\"toldHow\":\"PHONE\",\"scheduledAt\":\"%s\",\"customerToldAt\":\"%s\""
            .formatted(scheduledAt.plus(Duration.ofDays(1)), Instant.now().minusSeconds(60)));
    notices("")
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("TOLD"))
        .body("items[0].told", equalTo("PHONE"))
        .body("items[0].toldBy", notNullValue())
        .body("items[0].changes", contains("TECHNICIAN", "TIME"));
  }

  @Test
  void how_they_were_told_later_is_kept_too() {
    send(cleo);
    for (String how : List.of("{\"toldHow\":\"IN_PERSON\"}", "{}")) {
      json("csr", how).post("/v1/visits/" + visit + "/told").then().statusCode(201);
    }
    notices("state=TOLD")
        .body("items[0].told", equalTo("IN_PERSON"))
        .body("items[0].toldBy", notNullValue());
  }

  @Test
  void told_within_the_notice_period_it_counts_as_unannounced() {
    Instant soon = Instant.now().plus(Duration.ofHours(5));
    moveAsAsked(soon).then().statusCode(201);
    send(
        cleo,
        "\"reason\":\"SICK\",\"customerToldAt\":\"%s\"".formatted(Instant.now().minusSeconds(60)));
    assertThat(toldAsPublished()).isEqualTo(false);
    assertThat(markedUnannounced(soon)).isEqualTo(true);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(toldAsPublished()).isEqualTo(false);
    json("manager", "{\"toldAt\":\"%s\"}".formatted(soon.minus(Duration.ofHours(25))))
        .post("/v1/visits/" + visit + "/told")
        .then()
        .statusCode(201);
    assertThat(toldAsPublished()).isEqualTo(true);
    assertThat(markedUnannounced(soon)).isEqualTo(false);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(toldAsPublished()).as("said again, it is no later").isEqualTo(true);
  }

  @SuppressWarnings("unchecked")
  private Object toldAsPublished() {
    int revision = revision();
    return company
        .events("jobs", customer, found -> found.stream().anyMatch(event -> isOf(event, revision)))
        .stream()
        .filter(event -> isOf(event, revision))
        .map(event -> ((Map<String, Object>) event.get("data")).get("customerTold"))
        .findFirst()
        .orElseThrow();
  }

  private int revision() {
    return database
        .sql("select version from visit where id = :id")
        .bind("id", UUID.fromString(visit))
        .one(Integer.class);
  }

  private boolean isOf(Map<String, Object> event, int revision) {
    return event.get("data") instanceof Map<?, ?> data
        && visit.equals(data.get("visitId"))
        && Integer.valueOf(revision).equals(data.get("revision"));
  }

  private Object markedUnannounced(Instant at) {
    return as("csr")
        .get("/v1/board?days=1&from=" + at.atZone(Company.ZONE).toLocalDate())
        .then()
        .statusCode(200)
        .extract()
        .path(
            "technicians.find{it.technicianId=='%s'}.days[0].visits.find{it.id=='%s'}.unannouncedChange"
                .formatted(cleo, visit));
  }
}
