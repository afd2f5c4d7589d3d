package io.familiarface.customers.visit;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.rest.security.Role;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of events that the other services have agreed to send. */
@ServiceTest
class ContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject SimulatedFeeds told;

  private UUID customer;
  private String card;

  @BeforeEach
  void a_customer() {
    customer = newCustomer("Dorothy's Gifts");
    card = "/v1/customers/" + customer + "/card";
  }

  @Test
  void what_jobs_service_tells_is_on_the_card() throws IOException {
    hear("technicians", "technician");
    hear("jobs", "agreement.started");
    hear("jobs", "agreement.changed");
    hear("jobs", "visit.planned");
    hear("jobs", "visit.completed");
    as(Role.CSR)
        .get(card)
        .then()
        .body("views.ours.visitsCompleted", equalTo(1))
        .body("recentTechnicianChanges", hasSize(1))
        .body("recentTechnicianChanges[0].reason", equalTo("ABSENT"))
        .body("usualTechnicians", hasSize(1));
    hear("jobs", "agreement.cancelled");
    as(Role.CSR).get(card).then().body("usualTechnicians", hasSize(0));
  }

  @Test
  void a_missed_visit_counts_and_a_withdrawn_one_does_not() throws IOException {
    hear("jobs", "agreement.started");
    hear("jobs", "visit.withdrawn");
    as(Role.CSR).get(card).then().body("views.ours.visitsMissed", equalTo(0));
    hear("jobs", "visit.missed");
    as(Role.CSR).get(card).then().body("views.ours.visitsMissed", equalTo(1));
  }

  @Test
  void what_feedback_service_tells_is_on_the_card() throws IOException {
    JsonNode given = hear("feedback", "feedback.given");
    JsonNode complaint = hear("feedback", "complaint.changed");
    JsonNode risk = hear("feedback", "risk.assessed");
    JsonNode flag = hear("feedback", "flag.changed");
    boolean open = !complaint.path("state").asText().matches("CLOSED|LOST");
    as(Role.CSR)
        .get(card)
        .then()
        .body("views.theirs.lastCsat", equalTo(given.path("csat").numberValue()))
        .body("openComplaints", hasSize(open ? 1 : 0))
        .body("risk.band", equalTo(risk.path("band").asText()))
        .body("flag.state", equalTo(flag.path("state").asText()));
  }

  /** Hears an example, as if it were about our customer; answers its data. */
  private JsonNode hear(String feed, String type) throws IOException {
    JsonNode event =
        JSON.readTree(getClass().getResource("/contracts/" + feed + "/" + type + ".json"));
    ObjectNode data = (ObjectNode) event.path("data");
    if (!data.has("customerId")) {
      told.by(feed, type, UUID.fromString(event.path("subject").asText()), data.toString());
      return data;
    }
    data.put("customerId", customer.toString());
    told.by(feed, type, customer, withIdsOfItsOwn(data));
    return data;
  }

  /** Tests share a database: each hears of visits, complaints and flags of its own. */
  private String withIdsOfItsOwn(ObjectNode data) {
    String own = "-7%03x-".formatted(customer.hashCode() & 0xFFF);
    return data.toString().replace("-7a00-7000-", "-7a00" + own);
  }
}
