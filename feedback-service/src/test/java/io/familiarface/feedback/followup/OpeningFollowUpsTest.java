package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpeningFollowUpsTest {
  private static final ZoneId COMPANY = ZoneId.of("America/New_York");

  @Inject Company company;
  @Inject StoredRows database;

  @BeforeEach
  void start() {
    company.startsAnew();
  }

  @AfterEach
  void back_to_today() {
    SettableClock.reset();
  }

  @Test
  void a_raised_flag_opens_one_call_that_says_whom_why_what_to_ask_and_by_when() {
    CustomerStory dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    company.plansItsCalls();
    JsonPath calls = Company.callsOf(dorothy);
    assertThat(calls.getList("items")).hasSize(1);
    assertThat(calls.getString("items[0].customer.name")).isEqualTo("Dorothy's Gifts");
    assertThat(calls.getString("items[0].customer.externalId")).isEqualTo(dorothy.externalId);
    assertThat(calls.getString("items[0].state")).isEqualTo("OPEN");
    assertThat(calls.getString("items[0].kind")).isEqualTo("CONCERN");
    assertThat(calls.getString("items[0].flagState")).isEqualTo("RAISED");
    assertThat(calls.getList("items[0].reasons.text", String.class))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(3)
        .anyMatch(text -> text.contains("Carlos"));
    assertThat(calls.getList("items[0].questions", String.class))
        .anyMatch(question -> question.contains("We did not keep what we promised"))
        .endsWith("Is there anything else that we should know?");
    assertThat(calls.getDouble("items[0].visitsAtStake")).isPositive();
    assertThat((Object) calls.get("items[0].expectedLoss")).as("no price is known").isNull();
    assertThat((Object) calls.get("items[0].lastOutcome")).isNull();
    assertThat(LocalDate.parse(calls.getString("items[0].dueOn")))
        .isAfter(LocalDate.now(COMPANY))
        .isBefore(LocalDate.now(COMPANY).plusDays(6));
  }

  @Test
  void no_more_are_opened_than_the_company_can_call_and_where_most_is_at_stake_comes_first() {
    List<CustomerStory> flagged = flagged(17);
    CustomerStory newest = flagged.get(16);
    company.alsoSignsWeekly(newest);
    company.plansItsCalls();
    company.plansItsCalls();
    JsonPath calls = Company.calls("state=OPEN");
    assertThat(calls.getList("items")).hasSize(15);
    assertThat(calls.getString("items[0].customer.id")).isEqualTo(newest.id.toString());
    assertThat(calls.getList("items.visitsAtStake", Double.class))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void what_is_at_stake_is_money_and_where_a_price_is_unknown_it_is_taken_to_be_the_usual_one() {
    company.flagged("Cheap", "40.00");
    company.flagged("Dear", "400.00");
    company.flagged("Unknown");
    database.change("update customer_risk set probability = 0.3");
    company.plansItsCalls();
    JsonPath calls = Company.calls("state=OPEN");
    assertThat(calls.getList("items.customer.preferredName"))
        .containsExactly("Dear", "Unknown", "Cheap");
    assertThat(calls.getList("items.expectedLoss.amount"))
        .as("0.3 of the price 365.25 / 30.44 times a year, 220 where nobody knows it")
        .containsExactly("1439.88", "791.93", "143.99");
    assertThat(calls.getList("items.expectedLoss.currency")).containsOnly("USD");
    assertThat(calls.getList("items.visitsAtStake", Double.class)).containsOnly(3.6);
  }

  @Test
  void of_equal_stakes_the_oldest_flag_comes_first() {
    List<CustomerStory> flagged = flagged(16);
    // The same history a day earlier: the flag is a day older, and the loss is made the same.
    CustomerStory oldest = flagged.get(15);
    database.change(
        "update flag set raised_at = raised_at - interval '1 day' where customer_id = ?",
        oldest.id);
    database.change("update customer_risk set probability = 0.3");
    company.plansItsCalls();
    assertThat(Company.callsOf(oldest).getList("items")).hasSize(1);
  }

  @Test
  void what_is_left_over_takes_up_the_capacity_of_the_next_week() {
    flagged(17);
    company.plansItsCalls();
    List<String> calls = Company.calls("state=OPEN").getList("items.id");
    reached(calls.get(0));
    company.plansItsCalls();
    assertThat(Company.calls("state=OPEN").getList("items")).hasSize(14);

    SettableClock.putForward(Duration.ofDays(7));
    company.plansItsCalls();
    assertThat(Company.calls("state=OPEN").getList("items"))
        .as("14 are left over, and one more can be called")
        .hasSize(15);
    reached(calls.get(1));
    reached(calls.get(2));
    SettableClock.putForward(Duration.ofDays(7));
    company.plansItsCalls();
    assertThat(Company.calls("state=OPEN").getList("items"))
        .as("nobody is called twice for one flag")
        .hasSize(14);
  }

  @Test
  void several_copies_at_once_open_what_one_would() throws Exception {
    flagged(17);
    CountDownLatch start = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> planners = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        planners.add(
            pool.submit(
                () -> {
                  start.await();
                  company.plansItsCalls();
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> planner : planners) {
        planner.get();
      }
    } finally {
      pool.shutdownNow();
    }
    List<String> flags = Company.calls("limit=100").getList("items.flagId");
    assertThat(flags).hasSize(15).doesNotHaveDuplicates();
  }

  @Test
  void nobody_is_called_for_a_past_that_is_over() {
    CustomerStory gone = company.flagged("Gone");
    company.cancels(gone);
    company.plansItsCalls();
    assertThat(Company.callsOf(gone).getList("items")).isEmpty();
  }

  @Test
  void while_a_history_is_still_coming_in_nobody_is_called() {
    CustomerStory dorothy = company.flagged("Dorothy");
    database.change("insert into feed_consumer (feed, position, head) values ('jobs', 100, 90000)");
    try {
      company.plansItsCalls();
      assertThat(Company.callsOf(dorothy).getList("items")).isEmpty();
    } finally {
      database.change("delete from feed_consumer where feed = 'jobs'");
    }
    company.plansItsCalls();
    assertThat(Company.callsOf(dorothy).getList("items")).hasSize(1);
  }

  @Test
  void nobody_is_called_whose_cancellation_comes_at_the_end_of_a_history() {
    CustomerStory gone = company.flagged("Gone");
    company.plansItsCallsAtOnce();
    assertThat(Company.callsOf(gone).getList("items"))
        .as("the list of cancellations comes after that of visits")
        .isEmpty();
    company.cancels(gone);
    company.plansItsCalls();
    assertThat(Company.callsOf(gone).getList("items")).isEmpty();
  }

  @Test
  void what_happened_today_opens_a_call_at_once() {
    CustomerStory dorothy = company.flagged("Dorothy");
    database.change("update history_heard set heard_at = heard_at - interval '1 hour'");
    company.plansInstead(dorothy, Stories.CARLOS, Duration.ofDays(3));
    company.plansItsCallsAtOnce();
    assertThat(Company.callsOf(dorothy).getList("items")).hasSize(1);
  }

  @Test
  void a_flag_that_ends_drops_its_call() {
    CustomerStory dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    company.cancels(dorothy);
    company.plansItsCalls();
    JsonPath calls = Company.callsOf(dorothy);
    assertThat(calls.getString("items[0].state")).isEqualTo("DROPPED");
    assertThat(calls.getString("items[0].droppedBecause")).isEqualTo("FLAG_LOST");
    assertThat(calls.getString("items[0].closedAt")).isNotNull();
  }

  @Test
  void whoever_is_to_be_told_of_a_coming_change_is_called_before_it() {
    CustomerStory dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    company.plansInstead(dorothy, Stories.CARLOS, Duration.ofHours(1));
    company.plansItsCalls();
    JsonPath calls = Company.callsOf(dorothy);
    assertThat(calls.getString("items[0].kind")).isEqualTo("COMING_CHANGE");
    assertThat(calls.getString("items[0].comingChange.technicianName")).isEqualTo("Carlos");
    assertThat(calls.getString("items[0].comingChange.reason")).isEqualTo("ABSENT");
    assertThat((Object) calls.get("items[0].comingChange.customerTold")).isNull();
    assertThat(LocalDate.parse(calls.getString("items[0].dueOn")))
        .isEqualTo(LocalDate.ofInstant(Instant.now(), COMPANY));
  }

  @Test
  void a_coming_change_that_is_known_from_the_start_sets_the_day() {
    CustomerStory dorothy = company.flagged("Dorothy");
    company.plansInstead(dorothy, Stories.CARLOS, Duration.ofDays(30));
    company.plansItsCalls();
    JsonPath calls = Company.callsOf(dorothy);
    assertThat(calls.getString("items[0].kind")).isEqualTo("COMING_CHANGE");
    assertThat(LocalDate.parse(calls.getString("items[0].dueOn")))
        .as("in a few days all the same")
        .isBefore(LocalDate.now(COMPANY).plusDays(6));
  }

  private List<CustomerStory> flagged(int count) {
    List<CustomerStory> people = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      people.add(company.flagged("CustomerStory" + i));
    }
    return people;
  }

  private static void reached(String call) {
    Api.json("admin", "{\"outcome\":\"REACHED\"}")
        .post("/v1/follow-ups/" + call + "/outcome")
        .then()
        .statusCode(201);
  }
}
