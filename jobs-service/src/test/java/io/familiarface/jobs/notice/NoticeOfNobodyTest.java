package io.familiarface.jobs.notice;

import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.visit.ToldHow;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** That nobody comes or came, and what is left to tell once a visit is over. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeOfNobodyTest extends NoticeFixture {
  @Inject Notices notices;

  @Test
  void once_the_visit_is_done_there_is_nothing_left_to_tell_though_its_time_is_yet_to_come() {
    Instant tonight = Company.today().atTime(23, 59, 59).atZone(Company.ZONE).toInstant();
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(tonight))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    notices("state=LATE").body("items", hasSize(1));
    company.completeOnTime(visit, Instant.now()).then().statusCode(201);
    notices("").body("items", hasSize(0));
  }

  @Test
  void that_we_do_not_come_is_told_of_unless_they_are_not_there() {
    today();
    miss("NO_TECHNICIAN_AVAILABLE");
    notices("state=LATE")
        .body("items[0].changes", contains("OFF"))
        .body("items[0].unannounced", equalTo(true))
        .body("items[0].subject", containsString("We can't come to you on"));
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(201)
        .body("state", equalTo("TOLD"));
    json("csr", "{\"told\":\"IN_PERSON\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(409);
    UUID id = UUID.fromString(only());
    assertThat(notices.told(id, Instant.now(), ToldHow.IN_PERSON, "Somebody at once")).isFalse();
    assertThat(notices.sent(id, Instant.now())).isFalse();
    assertThat(notices.failed(id, "No mail server.")).isFalse();
    notices("state=TOLD").body("items[0].told", equalTo("PHONE"));
    today();
    send(cleo);
    miss("CUSTOMER_NOT_THERE");
    stillTechnician("missed");
  }

  @Test
  void that_nobody_had_told_them_of_whoever_came_stays() {
    today();
    send(cleo);
    company.completeOnTime(visit, Instant.now()).then().statusCode(201);
    stillTechnician("completed");
  }

  private void stillTechnician(String done) {
    notices("").body("items", hasSize(0));
    String notice =
        notices("past=true")
            .body("items", hasSize(1))
            .body("items[0].state", equalTo("LATE"))
            .body("items[0].changes", contains("TECHNICIAN"))
            .extract()
            .path("items[0].id");
    for (String telling : List.of("/told", "/sending")) {
      json("csr", telling.equals("/told") ? "{\"told\":\"PHONE\"}" : "")
          .post("/v1/notices/" + notice + telling)
          .then()
          .statusCode(409)
          .body("type", containsString("already-" + done));
    }
  }

  @Test
  void known_before_its_day_that_we_cannot_come_the_customer_is_told_so_then() {
    for (String later : List.of("TECHNICIAN_DID_NOT_COME", "CUSTOMER_NOT_THERE")) {
      json("csr", "{\"reason\":\"%s\"}".formatted(later))
          .post("/v1/visits/" + visit + "/missed")
          .then()
          .statusCode(422)
          .body("type", containsString("before-the-visit"));
    }
    miss("NO_TECHNICIAN_AVAILABLE");
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].visitId", equalTo(visit))
        .body("items[0].subject", containsString("We can't come to you"));
    assertThat(missed()).containsEntry("calledOff", true).containsEntry("nobodyCame", true);
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(201)
        .body("state", equalTo("TOLD"));
    notices("state=OPEN").body("items", hasSize(0));
    assertThat(missed()).containsEntry("calledOff", true).containsEntry("nobodyCame", false);
  }

  /** What was told last of a visit of the customer that did not take place. */
  private Map<String, Object> missed() {
    List<Map<String, Object>> told =
        PublishedEvents.of("jobs").about(UUID.fromString(customer), "visit.missed");
    return PublishedEvents.data(told.get(told.size() - 1));
  }
}
