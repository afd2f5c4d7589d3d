package io.familiarface.feedback;

import static io.familiarface.rest.testing.story.NeighbourEvent.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another service should never have said stops nothing, and its correction is heard. */
@ServiceTest
class OddFactsTest {
  private static final List<String> TIMES =
      Arrays.asList(
          "0000-01-01T00:00:00Z",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "tomorrow",
          null);

  @Inject StoredRows database;

  @Test
  void a_visit_at_an_impossible_time_is_corrected_by_the_next_word_of_it() {
    for (String time : TIMES) {
      CustomerStory anna = CustomerStory.signs("Anna", 4, Stories.ALAN).isVisited().isVisited();
      FeedDelivery.live(anna.events());
      String state = database.state(anna.id);
      UUID visit = UUID.randomUUID();
      visit(anna, visit, "visit.completed", time, 1);
      visit(anna, visit, "visit.withdrawn", time, 2);
      assertThat(database.state(anna.id)).as(time).isEqualTo(state);
      FeedDelivery.live(anna.isVisited().newEvents());
      Api.get("/v1/customers/" + anna.id + "/risk").body("continuity.visits", equalTo(3));
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(doubles = {0, -7})
  void an_agreement_without_a_possible_interval_counts_as_monthly(Double days) {
    CustomerStory anna = CustomerStory.signs("Anna", 4, Stories.ALAN);
    FeedDelivery.live(anna.events());
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "agreement.changed",
                anna.id,
                anna.at(0),
                object(
                    "agreementId",
                    anna.agreement,
                    "customerId",
                    anna.id,
                    "visitIntervalDays",
                    days,
                    "startsAt",
                    anna.at(0),
                    "price",
                    object("amount", "10.00", "currency", "USD"),
                    "revision",
                    9))));
    Api.get("/v1/customers/" + anna.id + "/risk")
        .statusCode(200)
        .body("standing", equalTo("ACTIVE"));
  }

  @Test
  void a_customer_with_impossible_facts_is_known_and_the_next_state_of_theirs_counts() {
    for (String time : TIMES) {
      UUID customer = UUID.randomUUID();
      customer(customer, time, 1);
      Api.get("/v1/customers/" + customer + "/risk").statusCode(200);
      customer(customer, "2025-01-06T09:00:00Z", 2);
      assertThat(database.signals(customer)).as(time).hasSize(4);
    }
  }

  @Test
  void an_agreement_that_was_cancelled_before_it_began_leaves_no_trace_of_leaving() {
    Instant starts = Instant.now().plus(Duration.ofDays(5));
    Instant cancelled = Instant.now().minus(Duration.ofHours(1));
    for (boolean inOrder : List.of(true, false)) {
      CustomerStory anna = CustomerStory.signs("Anna", 4, Stories.ALAN).isVisited();
      FeedDelivery.live(anna.events());
      List<String> before = database.signals(anna.id);
      UUID withdrawn = UUID.randomUUID();
      if (inOrder) {
        agreement(anna, withdrawn, "started", starts, null, 0);
      }
      agreement(anna, withdrawn, "cancelled", starts, cancelled, 1);
      if (!inOrder) {
        agreement(anna, withdrawn, "started", starts, null, 0);
      }
      agreement(anna, withdrawn, "changed", starts, cancelled, 2);
      assertThat(database.signals(anna.id)).isEqualTo(before);
      Api.get("/v1/customers/" + anna.id + "/risk").body("standing", equalTo("ACTIVE"));
    }
  }

  private void agreement(
      CustomerStory person, UUID id, String what, Instant starts, Instant ends, int revision) {
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "agreement." + what,
                person.id,
                Instant.now(),
                object(
                    "agreementId", id,
                    "customerId", person.id,
                    "visitIntervalDays", 30.44,
                    "startsAt", starts,
                    "cancelledAt", ends,
                    "reason", ends == null ? null : "OTHER",
                    "revision", revision))));
  }

  @Test
  void what_is_about_nobody_is_passed_over() {
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "visit.completed",
                UUID.randomUUID(),
                Instant.now(),
                object("visitId", UUID.randomUUID(), "revision", 1))));
  }

  private void visit(CustomerStory person, UUID visit, String type, String time, int revision) {
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                type,
                person.id,
                Instant.now(),
                object(
                    "visitId", visit,
                    "agreementId", person.agreement,
                    "customerId", person.id,
                    "scheduledAt", time,
                    "completedAt", time,
                    "technicianId", Stories.BEN.id(),
                    "revision", revision))));
  }

  private void customer(UUID customer, String time, int revision) {
    Map<String, Object> promise =
        object(
            "id",
            UUID.nameUUIDFromBytes(customer.toString().getBytes()),
            "kind",
            "PRICE",
            "madeAt",
            time,
            "state",
            "BROKEN",
            "decidedAt",
            time,
            "breaches",
            List.of(object("at", time)));
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "customers",
                "customer",
                customer,
                Instant.now(),
                object(
                    "id",
                    customer,
                    "name",
                    "Odd",
                    "createdAt",
                    time,
                    "burnedBefore",
                    object("heardAt", time),
                    "promises",
                    List.of(promise),
                    "moods",
                    List.of(object("interactionId", customer, "at", time, "mood", "ANGRY")),
                    "revision",
                    revision))));
  }
}
