package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class AnyOrderTest {
  @Inject StoredRows database;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatever_order_it_is_told_in_the_same_is_known(long seed) {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    String state = database.state(dorothy.id);
    List<String> signals = database.signals(dorothy.id);
    forget(dorothy.id);

    List<NeighbourEvent> shuffled = new ArrayList<>(dorothy.events());
    Collections.shuffle(shuffled, new Random(seed));
    FeedDelivery.live(shuffled);

    assertThat(database.signals(dorothy.id)).isEqualTo(signals);
    assertThat(database.state(dorothy.id)).isEqualTo(state);
    LastTold.ofCustomer(dorothy.id).isWhatIs();
  }

  @Test
  void told_twice_is_told_once() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    String state = database.state(dorothy.id);
    List<String> flags = database.flags(dorothy.id);
    int events = eventsPublishedOf(dorothy);

    FeedDelivery.live(dorothy.events());
    FeedDelivery.load(dorothy.events());

    assertThat(database.state(dorothy.id)).isEqualTo(state);
    assertThat(database.flags(dorothy.id)).isEqualTo(flags);
    assertThat(eventsPublishedOf(dorothy)).isEqualTo(events);
  }

  @Test
  void what_is_known_may_be_told_twice_in_one_batch() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    String state = database.state(dorothy.id);
    List<NeighbourEvent> twice = new ArrayList<>(dorothy.events());
    twice.addAll(dorothy.events());

    FeedDelivery.load(twice);

    assertThat(database.state(dorothy.id)).isEqualTo(state);
    LastTold.ofCustomer(dorothy.id).isWhatIs();
  }

  @Test
  void a_visit_that_is_corrected_or_taken_back_leaves_no_trace() {
    CustomerStory told =
        CustomerStory.signs("Doris", 6, Stories.ALAN)
            .isVisited()
            .isVisited()
            .isVisited()
            .isVisited()
            .isVisitedInstead(Stories.BEN);
    FeedDelivery.live(told.newEvents());
    String before = database.state(told.id);
    assertThat(flagged(told)).isFalse();

    List<NeighbourEvent> visit = told.isVisitedInstead(Stories.CARLOS).newEvents();
    FeedDelivery.live(visit);
    assertThat(database.state(told.id)).isNotEqualTo(before);
    assertThat(flagged(told)).isTrue();

    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "visit.withdrawn",
                told.id,
                told.at(6),
                NeighbourEvent.object(
                    "visitId",
                    told.visit(6),
                    "agreementId",
                    told.agreement,
                    "customerId",
                    told.id,
                    "revision",
                    2))));
    assertThat(database.state(told.id)).isEqualTo(before);
    assertThat(flagged(told)).isFalse();
    assertThat(database.flags(told.id)).allMatch(flag -> flag.startsWith("WITHDRAWN"));

    FeedDelivery.live(visit);
    assertThat(database.state(told.id)).as("the older revision again").isEqualTo(before);
  }

  @Test
  void a_corrected_reason_of_a_cancellation_is_heard() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.newEvents());
    NeighbourEvent cancellation = dorothy.cancels().newEvents().get(0);
    FeedDelivery.live(List.of(cancellation));
    assertThat(database.signals(dorothy.id)).anyMatch(line -> line.contains("TECHNICIAN_CHANGES"));
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "agreement.cancelled",
                dorothy.id,
                cancellation.event().time(),
                NeighbourEvent.object(
                    "agreementId",
                    dorothy.agreement,
                    "customerId",
                    dorothy.id,
                    "cancelledAt",
                    cancellation.event().time(),
                    "reason",
                    "MOVED",
                    "revision",
                    3))));
    assertThat(database.signals(dorothy.id))
        .anyMatch(line -> line.contains("MOVED"))
        .noneMatch(line -> line.contains("TECHNICIAN_CHANGES"));
  }

  @Test
  void what_is_in_the_customers_state_no_more_is_taken_back() {
    CustomerStory dorothy = Stories.dorothyAfter(3);
    FeedDelivery.live(dorothy.events());
    assertThat(database.signals(dorothy.id)).anyMatch(line -> line.contains("PROMISE_BROKEN"));

    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "customers",
                "customer",
                dorothy.id,
                dorothy.at(3),
                NeighbourEvent.object(
                    "id",
                    dorothy.id,
                    "externalId",
                    dorothy.externalId,
                    "name",
                    "Dorothy",
                    "createdAt",
                    dorothy.at(0),
                    "revision",
                    99,
                    "somethingNew",
                    Map.of("that", "we do not know"),
                    "promises",
                    List.of()))));
    assertThat(database.signals(dorothy.id)).noneMatch(line -> line.contains("PROMISE"));
  }

  private void forget(UUID customer) {
    for (String table : List.of("signal", "customer_risk", "flag", "visit_copy")) {
      database.change("delete from " + table + " where customer_id = ?", customer);
    }
    database.change("delete from customer_copy where id = ?", customer);
  }

  private static boolean flagged(CustomerStory person) {
    return Api.get("/v1/customers/" + person.id + "/risk").extract().path("flagged");
  }

  private static int eventsPublishedOf(CustomerStory person) {
    return PublishedEvents.of("feedback").about(person.id).size();
  }
}
