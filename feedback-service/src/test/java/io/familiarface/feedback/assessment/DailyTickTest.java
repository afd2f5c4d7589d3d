package io.familiarface.feedback.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.LastTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class DailyTickTest {
  @Inject StoredRows database;
  @Inject DailyTick tick;

  @AfterEach
  void back_to_today() {
    SettableClock.reset();
  }

  @Test
  void time_alone_lets_the_stored_risk_change() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(dorothy.events());
    double today = stored(dorothy);

    SettableClock.putForward(Duration.ofDays(60));
    tick.assessDue();

    assertThat(stored(dorothy)).isNotEqualTo(today);
    assertThat(stored(dorothy)).isEqualTo(live(dorothy));
  }

  @Test
  void nobody_is_looked_at_twice_a_day() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(grace.events());
    String before = assessedAt(grace);
    SettableClock.putForward(Duration.ofHours(1));
    tick.assessDue();
    assertThat(assessedAt(grace)).isEqualTo(before);
    SettableClock.putForward(Duration.ofHours(24));
    tick.assessDue();
    assertThat(assessedAt(grace)).isNotEqualTo(before);
  }

  @Test
  void a_state_made_anew_from_the_history_equals_the_one_that_was_lived() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    String lived = database.state(dorothy.id);
    database.change(
        "update customer_risk set model_version = 'older', next_check_at = 'epoch', state = '\\x00'"
            + " where customer_id = ?",
        dorothy.id);
    tick.assessDue();
    assertThat(database.state(dorothy.id)).isEqualTo(lived);
  }

  @Test
  void a_flag_of_a_former_model_is_cleared_though_the_state_that_held_it_cannot_be_read() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(grace.events());
    database.change(
        """
        insert into flag (id, customer_id, state, raised_at, recorded_at, probability, reasons,
                          reason_codes, model_version, version)
        values (?, ?, 'RAISED', ?, now(), 0.5, '[]', '{HIGH_PROBABILITY}', 'learned-0', 1)
        """,
        UUID.randomUUID(),
        grace.id,
        grace.at(3).plusSeconds(60));
    String state = database.state(grace.id);
    madeByAnEarlierVersion(grace);
    tick.assessDue();
    assertThat(database.flags(grace.id)).singleElement().asString().startsWith("CLEARED");
    LastTold.ofCustomer(grace.id).isWhatIs();
    assertThat(database.state(grace.id)).isNotEqualTo(state);
  }

  @Test
  void whoever_was_told_by_an_earlier_version_is_told_anew() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(dorothy.events());
    int risks = told(dorothy, "risk.assessed");
    int flags = told(dorothy, "flag.changed");
    tick.assessDue();
    assertThat(told(dorothy, "risk.assessed")).isEqualTo(risks);
    madeByAnEarlierVersion(dorothy);
    tick.assessDue();
    assertThat(told(dorothy, "risk.assessed")).isEqualTo(risks + 1);
    assertThat(told(dorothy, "flag.changed")).isEqualTo(flags + 1);
    tick.assessDue();
    assertThat(told(dorothy, "risk.assessed")).isEqualTo(risks + 1);
  }

  private void madeByAnEarlierVersion(CustomerStory person) {
    database.change(
        "update customer_risk set state = '\\x03', next_check_at = 'epoch' where customer_id = ?",
        person.id);
  }

  private static int told(CustomerStory person, String type) {
    return PublishedEvents.of("feedback").about(person.id, type).size();
  }

  @Test
  void an_agreement_that_begins_tomorrow_counts_from_tomorrow_on() {
    CustomerStory early = CustomerStory.signs("Early", 0, Stories.ALAN);
    SettableClock.putForward(Duration.ofDays(-11));
    FeedDelivery.live(early.events());
    assertThat(standing(early)).isEqualTo("PROSPECT");
    SettableClock.reset();
    tick.assessDue();
    assertThat(standing(early)).isEqualTo("ACTIVE");
  }

  @Test
  void several_copies_of_the_service_may_tick_at_once() throws InterruptedException {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(dorothy.events());
    SettableClock.putForward(Duration.ofDays(2));
    ExecutorService copies = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      copies.execute(tick::assessDue);
    }
    copies.shutdown();
    assertThat(copies.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    assertThat(database.flags(dorothy.id)).hasSize(1);
    assertThat(stored(dorothy)).isEqualTo(live(dorothy));
  }

  private static double live(CustomerStory person) {
    return Api.get("/v1/customers/" + person.id + "/risk")
        .extract()
        .jsonPath()
        .getDouble("probability");
  }

  private static double stored(CustomerStory person) {
    return Double.parseDouble(line(person, "probability"));
  }

  private static String assessedAt(CustomerStory person) {
    return line(person, "asOf");
  }

  private static String line(CustomerStory person, String field) {
    return Api.all("csr", "/v1/risks?sort=customer&limit=500").stream()
        .filter(line -> person.id.toString().equals(line.get("customerId")))
        .map(line -> line.get(field).toString())
        .findFirst()
        .orElseThrow();
  }

  private static String standing(CustomerStory person) {
    return Api.get("/v1/customers/" + person.id + "/risk").extract().path("standing");
  }
}
