package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What insights count by is what a naive count finds, whatever happened and in what order. */
@ServiceTest
class JobDaysTest {
  private static final int CUSTOMERS = 5;
  private static final int CHANGES = 120;
  private static final int LOOKED_AT_EVERY = 6;

  @Inject Company company;
  @Inject StoredRows database;
  @Inject JobDays days;

  @BeforeEach
  void nobody_is_known() {
    company.startsAnew();
  }

  @AfterEach
  void nothing_is_left() {
    company.startsAnew();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void counts_stay_those_of_a_naive_count_through_any_changes(long seed) {
    RandomChanges changes = new RandomChanges(new Random(seed), database, CUSTOMERS);
    for (int i = 1; i <= CHANGES; i++) {
      String change = changes.next();
      if (i % LOOKED_AT_EVERY == 0) {
        isRight("after change %d, %s".formatted(i, change));
      }
    }
    assertThat(database.number(NaiveCount.JOBS)).isPositive();
  }

  @Test
  void what_is_noted_is_counted_without_anybody_asking() {
    FeedDelivery.live(Stories.dorothy().events());
    days.countNow();
    assertThat(database.number("select count(*) from insight_changed")).isZero();
    assertThat(database.number("select count(*) from insight_due")).isZero();
    assertThat(database.number("select sum(jobs) from insight_day where dimension is null"))
        .isEqualTo(database.number(NaiveCount.JOBS));
  }

  @Test
  void what_comes_late_or_twice_is_rebuilt_merged_or_erased_is_counted_as_it_is() {
    CustomerStory dorothy = Stories.dorothy();
    CustomerStory edith = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    isRight("told in order");
    List<NeighbourEvent> shuffled = new ArrayList<>(edith.events());
    Collections.shuffle(shuffled, new Random(7));
    for (NeighbourEvent event : shuffled) {
      FeedDelivery.live(List.of(event));
    }
    isRight("told in disorder");
    FeedDelivery.load(dorothy.events());
    isRight("told again");
    List<UUID> both = List.of(dorothy.id, edith.id);
    FeedDelivery.replace(
        "jobs", both, Stream.concat(dorothy.events().stream(), edith.events().stream()).toList());
    isRight("rebuilt");
    assertThat(database.number(NaiveCount.JOBS)).isEqualTo(20);
    FeedDelivery.replace("jobs", both, edith.events());
    isRight("rebuilt without what is told no more");
    assertThat(database.number(NaiveCount.JOBS)).isEqualTo(10);
    FeedDelivery.live(dorothy.events());
    isRight("told of after all");
    assertThat(database.number(NaiveCount.JOBS)).isEqualTo(20);

    said(dorothy, "feedback", "\"csat\":2");
    said(edith, "feedback", "\"csat\":5");
    said(dorothy, "complaints", "\"severity\":\"LOW\",\"cause\":\"PRICE\"");
    isRight("said without a visit");

    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "customers",
                "customer.merged",
                dorothy.id,
                Instant.now(),
                NeighbourEvent.object(
                    "from",
                    dorothy.id,
                    "externalId",
                    dorothy.externalId,
                    "into",
                    edith.id,
                    "at",
                    Instant.now()))));
    isRight("merged");
    assertThat(database.number(NaiveCount.JOBS)).isEqualTo(20);

    FeedDelivery.live(
        List.of(NeighbourEvent.erased("customers", "customer", edith.id, Instant.now())));
    isRight("erased");
    assertThat(database.number(NaiveCount.JOBS)).isZero();
  }

  @Test
  void a_period_begins_and_ends_within_a_day_as_it_says() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    Instant third = dorothy.at(3);
    Instant fifth = dorothy.at(5);
    jobs(third, fifth, 2);
    jobs(third, fifth.plusSeconds(1), 3);
    jobs(third.plusSeconds(1), fifth, 1);
    jobs(third, third.plusSeconds(1), 1);
    jobs(third.plusSeconds(1), third.plusSeconds(2), 0);
  }

  private static void jobs(Instant from, Instant to, int jobs) {
    Api.as("manager")
        .get("/v1/insights/causes?from=%s&to=%s".formatted(from, to))
        .then()
        .statusCode(200)
        .body("jobs", equalTo(jobs));
    Api.as("manager")
        .get("/v1/insights/perception?from=%s&to=%s".formatted(from, to))
        .then()
        .statusCode(200)
        .body("all.jobs", equalTo(jobs));
  }

  @Test
  void a_visit_has_no_more_than_its_own_day_and_two_others_counted_anew() {
    CustomerStory dorothy = Stories.dorothyAfter(9);
    FeedDelivery.live(dorothy.newEvents());
    days.bringUpToDate();
    FeedDelivery.live(dorothy.isVisitedInstead(Stories.DAVE).newEvents());
    assertThat(database.number("select count(distinct at) from insight_changed")).isBetween(1L, 3L);
    isRight("visited once more");
  }

  private void isRight(String when) {
    days.bringUpToDate();
    assertThat(database.number(NaiveCount.DIFFERENCES)).as(when).isZero();
  }

  private static void said(CustomerStory person, String collection, String what) {
    Api.json("admin", "{\"customerId\":\"%s\",%s}".formatted(person.id, what))
        .post("/v1/" + collection)
        .then()
        .statusCode(201);
  }
}
