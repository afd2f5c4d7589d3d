package io.familiarface.feedback;

import static io.familiarface.rest.testing.story.NeighbourEvent.contract;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the neighbours promised to publish can be read; what we promised is what we publish. */
@ServiceTest
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject StoredRows database;

  @Test
  void what_jobs_service_publishes_is_understood() throws IOException {
    UUID customer = UUID.fromString("0199c1d0-7a00-7000-8000-000000000c01");
    UUID agreement = UUID.fromString("0199c1d0-7a00-7000-8000-000000000a01");
    UUID visit = UUID.fromString("0199c1d0-7a00-7000-8000-00000000f003");
    tell("technicians/technician");
    tell("jobs/agreement.started");
    tell("jobs/visit.planned");
    assertThat(database.signals(customer)).hasSize(1);
    tell("jobs/visit.missed");
    assertThat(database.signals(customer)).anyMatch(line -> line.contains("VISIT_MISSED"));
    tell("jobs/agreement.cancelled");
    assertThat(database.signals(customer))
        .extracting(line -> line.substring(0, line.indexOf(" {")))
        .containsExactlyInAnyOrder(
            "agreement/" + agreement + "/cancel AGREEMENT_CANCELLED",
            "agreement/" + agreement + "/start AGREEMENT_STARTED",
            "visit/" + visit + " VISIT_MISSED");
    tell("jobs/agreement.changed");
    tell("jobs/visit.withdrawn");
    assertThat(database.signals(customer)).as("the withdrawal is older than the visit").hasSize(3);
  }

  @Test
  void a_completed_visit_is_understood_to_the_last_field() throws IOException {
    UUID customer = UUID.randomUUID();
    JsonNode event = about(customer, contract("jobs/visit.completed"));
    tell("jobs", event);
    String stored =
        database.signals(customer).stream()
            .filter(line -> line.contains("VISIT_COMPLETED"))
            .findFirst()
            .orElseThrow();
    JsonNode signal = JSON.readTree(stored.substring(stored.indexOf('{')));
    assertThat(signal.get("technicianId")).isEqualTo(event.at("/data/technicianId"));
    assertThat(signal.get("plannedTechnicianId")).isEqualTo(event.at("/data/plannedTechnicianId"));
    assertThat(signal.get("at").asText()).isEqualTo("2025-03-06T15:45:00Z");
    assertThat(signal.get("changeReason").asText()).isEqualTo("ABSENT");
    assertThat(signal.get("permanence").asText()).isEqualTo("THIS_VISIT");
    assertThat(signal.get("told").asText()).isEqualTo("NO");
    assertThat(signal.get("introduced").asText()).isEqualTo("NO");
    assertThat(signal.get("onTime").asText()).isEqualTo("YES");
  }

  @Test
  void trouble_with_an_invoice_and_its_end_are_understood() throws IOException {
    UUID customer = UUID.randomUUID();
    tell("accounting", about(customer, contract("accounting/invoice.troubled")));
    assertThat(database.signals(customer))
        .singleElement()
        .asString()
        .contains("INVOICE_TROUBLED", "OVERDUE", "2026-02-01T09:00:00Z");
    tell("accounting", about(customer, contract("accounting/invoice.settled")));
    assertThat(database.signals(customer))
        .hasSize(2)
        .anyMatch(line -> line.contains("INVOICE_SETTLED"));
  }

  @Test
  void what_customers_service_publishes_is_understood() throws IOException {
    JsonNode event = contract("customers/customer");
    tell("customers/customer");
    UUID customer = UUID.fromString(event.get("subject").asText());
    assertThat(database.signals(customer))
        .extracting(line -> line.split(" ")[1])
        .containsExactlyInAnyOrder("BURNED_BEFORE", "MOOD_NOTED", "PROMISE_BROKEN", "PROMISE_MADE");
    Api.get("/v1/customers/ext:C000017/risk").statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback.given", "complaint.changed", "risk.assessed", "flag.changed"})
  void what_we_publish_has_the_shape_that_we_promised(String type) throws IOException {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    Api.json("admin", "{\"customerId\":\"%s\",\"csat\":2}".formatted(dorothy.id))
        .post("/v1/feedback");
    Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
                .formatted(dorothy.id))
        .post("/v1/complaints");
    List<Map<String, Object>> published = PublishedEvents.of("feedback").about(dorothy.id, type);
    assertThat(published).isNotEmpty();
    JsonNode promised = contract("feedback/" + type);
    for (Map<String, Object> event : published) {
      assertThat(event.keySet()).containsAll(fields(promised));
      assertThat(PublishedEvents.data(event).keySet()).isEqualTo(fields(promised.get("data")));
    }
  }

  private void tell(String name) throws IOException {
    tell(name.substring(0, name.indexOf('/')), contract(name));
  }

  private static JsonNode about(UUID customer, JsonNode event) throws IOException {
    return JSON.readTree(
        event.toString().replace(event.get("subject").asText(), customer.toString()));
  }

  private void tell(String feed, JsonNode event) {
    FeedDelivery.apply(
        feed,
        List.of(
            new FeedEvent(
                1042,
                UUID.randomUUID(),
                event.get("source").asText(),
                event.get("type").asText(),
                event.get("subject").asText(),
                Instant.parse(event.get("time").asText()),
                false,
                event.get("data").toString())));
  }

  private static Set<String> fields(JsonNode object) {
    Set<String> fields = new TreeSet<>();
    object.fieldNames().forEachRemaining(fields::add);
    return fields;
  }
}
