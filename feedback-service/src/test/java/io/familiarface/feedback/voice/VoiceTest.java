package io.familiarface.feedback.voice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.CustomerStory.Technician;
import io.familiarface.rest.testing.story.FeedDelivery;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class VoiceTest {
  @Inject StoredRows database;

  private final Technician olga = Technician.named("Olga");
  private final Technician pete = Technician.named("Pete");

  private void visited(Technician technician, int csat, String text) {
    CustomerStory customer = CustomerStory.signs("Voice", 8, technician);
    for (int month = 1; month <= 8; month++) {
      customer.isVisited();
    }
    FeedDelivery.load(customer.events());
    for (int month = 1; month <= 8; month++) {
      Api.json(
              "admin",
              "{\"customerId\":\"%s\",\"visitId\":\"%s\",\"csat\":%d,\"text\":\"%s\"}"
                  .formatted(customer.id, customer.visit(month), csat - month % 2, text))
          .post("/v1/feedback")
          .then()
          .statusCode(201);
    }
  }

  @Test
  void what_customers_say_of_one_is_set_against_what_others_get() {
    FeedDelivery.load(List.of(olga.event(), pete.event()));
    visited(olga, 5, "Wonderful.");
    visited(pete, 3, "Well.");
    Api.as("manager")
        .get("/v1/technicians/" + olga.id() + "/voice")
        .then()
        .statusCode(200)
        .body("name", equalTo("Olga"))
        .body("answers", equalTo(8))
        .body("standing.observed", equalTo(4.5f))
        .body("standing.difference", greaterThan(0f))
        .body("standing.low", greaterThan(0f))
        .body("verdict", containsString("better"))
        .body("said.text", hasItem("Wonderful."))
        .body("marks.circumstances", hasItem("EXPECTED"));
    Api.as("service")
        .get("/v1/technicians/" + pete.id() + "/voice")
        .then()
        .body("standing.difference", lessThan(0f));
  }

  @Test
  void what_is_said_of_a_step_of_a_project_is_said_of_whoever_worked_at_it() {
    Technician rita = Technician.named("Rita");
    FeedDelivery.load(List.of(rita.event()));
    CustomerStory customer = CustomerStory.signs("Voice", 8, olga).isVisited();
    FeedDelivery.load(customer.events());
    UUID project =
        ProjectsTold.ended(customer.id, "Drying", Instant.now().minus(Duration.ofDays(1)));
    database.change(
        "update project_step_copy set technician_id = ? where project_id = ?", rita.id(), project);
    for (String step : List.of(",\"projectStep\":1", "")) {
      says(customer, ",\"projectId\":\"%s\",\"text\":\"Dust.\"%s".formatted(project, step));
    }
    Api.as("manager")
        .get("/v1/technicians/" + rita.id() + "/voice")
        .then()
        .body("answers", equalTo(1))
        .body("marks.circumstances", everyItem(equalTo("PROJECT_STEP")))
        .body("said.text", contains("Dust.", "Dust."));
  }

  @Test
  void who_names_no_visit_speaks_of_the_last_one_or_of_that_of_whom_they_name() {
    Technician sam = Technician.named("Sam");
    Technician tess = Technician.named("Tess");
    FeedDelivery.load(List.of(sam.event(), tess.event()));
    CustomerStory customer = CustomerStory.signs("Voice", 3, sam).isVisited().isVisited();
    FeedDelivery.load(customer.events());
    String at = ",\"at\":\"%s\"".formatted(customer.at(2).plusSeconds(3600));
    says(customer, at);
    says(customer, at + ",\"technicianId\":\"%s\"".formatted(sam.id()));
    says(customer, at + ",\"technicianId\":\"%s\"".formatted(tess.id()));
    says(customer, ",\"at\":\"%s\"".formatted(customer.at(1).minusSeconds(60)));
    Api.as("manager")
        .get("/v1/technicians/" + sam.id() + "/voice")
        .then()
        .body("answers", equalTo(1))
        .body("marks.circumstances", everyItem(equalTo("EXPECTED")));
    Api.as("manager")
        .get("/v1/technicians/" + tess.id() + "/voice")
        .then()
        .body("answers", equalTo(0));
  }

  @Test
  void one_visit_counts_once_however_often_somebody_speaks_of_it() {
    Technician vera = Technician.named("Vera");
    FeedDelivery.load(List.of(vera.event()));
    CustomerStory customer = CustomerStory.signs("Voice", 1, vera).isVisited();
    FeedDelivery.load(customer.events());
    String visit = ",\"visitId\":\"" + customer.visit(1) + "\"";
    says(customer, visit);
    says(customer, visit + ",\"text\":\"Again.\"");
    says(customer, visit + ",\"csat\":5");
    Api.as("manager")
        .get("/v1/technicians/" + vera.id() + "/voice")
        .then()
        .body("answers", equalTo(1))
        .body("marks.csat", contains(3))
        .body("said.text", contains("Again."));
  }

  private static void says(CustomerStory customer, String rest) {
    String csat = rest.contains("csat") ? "" : ",\"csat\":2";
    Api.json("admin", "{\"customerId\":\"%s\"%s%s}".formatted(customer.id, csat, rest))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }

  @Test
  void of_whom_nobody_has_spoken_nothing_is_said() {
    Technician quiet = Technician.named("Quiet");
    FeedDelivery.load(List.of(quiet.event()));
    Api.as("manager")
        .get("/v1/technicians/" + quiet.id() + "/voice")
        .then()
        .statusCode(200)
        .body("answers", equalTo(0))
        .body("standing", equalTo(null))
        .body("verdict", containsString("nothing yet"));
    Api.as("csr").get("/v1/technicians/" + quiet.id() + "/voice").then().statusCode(403);
  }
}
