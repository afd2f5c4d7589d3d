package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.testing.FollowedByHand;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.feed.FeedSubscription;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.CustomerStory.Technician;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.familiarface.rest.testing.wire.RoundTrips;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often this service and its database take turns over what the others publish. */
@ServiceTest
class RoundTripsOfEventsTest {
  private static final Technician ALAN = Technician.named("Alan");
  private static final Technician BEN = Technician.named("Ben");
  private static final Technician CARLOS = Technician.named("Carlos");

  @Inject @Any Instance<FeedSubscription> subscriptions;
  @Inject DataSource database;

  @BeforeEach
  void technicians_work_here() {
    FeedDelivery.load(Stream.of(ALAN, BEN, CARLOS).map(Technician::event).toList());
  }

  @Test
  void a_completed_visit_is_taken_in_with_six_at_most() {
    assertThat(of("jobs", RoundTripsOfEventsTest::visited)).satisfies(trips -> atMost(6, trips));
  }

  @Test
  void a_visit_by_somebody_else_is_taken_in_with_six_at_most() {
    assertThat(of("jobs", () -> visited().isVisitedInstead(BEN)))
        .satisfies(trips -> atMost(6, trips));
  }

  @Test
  void a_visit_to_a_flagged_customer_is_taken_in_with_six_at_most() {
    assertThat(of("jobs", () -> flagged().isVisited())).satisfies(trips -> atMost(6, trips));
  }

  @Test
  void an_agreement_is_taken_in_with_six_at_most() {
    assertThat(of("jobs", () -> CustomerStory.signs("Grace", 3, ALAN)))
        .satisfies(trips -> atMost(6, trips));
  }

  @Test
  void what_changed_of_a_customer_is_taken_in_with_six_at_most() {
    assertThat(of("customers", () -> visited().isPromised(ALAN)))
        .satisfies(trips -> atMost(6, trips));
  }

  @Test
  void a_hundred_visits_of_a_hundred_customers_cost_no_more_than_one() {
    List<CustomerStory> persons =
        Stream.generate(RoundTripsOfEventsTest::visited).limit(100).toList();
    List<FeedEvent> last = persons.stream().map(person -> last("jobs", person.events())).toList();
    persons.forEach(person -> FeedDelivery.load(before(last, person.events())));
    assertThat(following("jobs", last)).satisfies(trips -> atMost(6, trips));
  }

  private static CustomerStory visited() {
    return CustomerStory.signs("Dorothy", 4, ALAN).isVisited().isVisited().isVisited();
  }

  private static CustomerStory flagged() {
    return CustomerStory.signs("Rose", 8, ALAN)
        .isVisited()
        .isPromised(ALAN)
        .isVisitedInstead(BEN)
        .isVisitedInstead(CARLOS)
        .isVisitedInstead(BEN);
  }

  /** Of the last event of a story. */
  private RoundTrips of(String feed, Supplier<CustomerStory> story) {
    return RoundTrips.fewest(
        () -> {
          List<NeighbourEvent> told = story.get().events();
          FeedEvent last = last(feed, told);
          FeedDelivery.load(before(List.of(last), told));
          return following(feed, List.of(last));
        });
  }

  private static FeedEvent last(String feed, List<NeighbourEvent> told) {
    return told.stream()
        .filter(one -> one.feed().equals(feed))
        .reduce((one, two) -> two)
        .orElseThrow()
        .event();
  }

  private static List<NeighbourEvent> before(List<FeedEvent> last, List<NeighbourEvent> told) {
    return told.stream().filter(one -> !last.contains(one.event())).toList();
  }

  private RoundTrips following(String feed, List<FeedEvent> events) {
    FeedSubscription subscription =
        subscriptions.stream().filter(one -> one.feed().equals(feed)).findFirst().orElseThrow();
    String name = feed + "-" + UUID.randomUUID();
    try (FollowedByHand followed = new FollowedByHand(name, subscription, database)) {
      return RoundTrips.ofConsumer(name, () -> followed.publish(events));
    }
  }

  private static void atMost(int most, RoundTrips trips) {
    assertThat(trips.count()).as("%s", trips).isBetween(1, most);
  }
}
