package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The calls that what a customer said asks for. */
@ServiceTest
class CallsAboutWordsTest extends CallsOfGrace {
  @Test
  void a_low_mark_or_a_concern_asks_for_one_call_and_a_good_word_for_none() {
    says(grace, "\"csat\":4");
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
    says(grace, "\"csat\":1,\"text\":\"Nobody came.\"");
    says(grace, "\"kind\":\"CONCERN\",\"text\":\"And nobody called.\"");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
    JsonPath call = Company.callsOf(grace);
    assertThat(call.getString("items[0].reasons[0].text")).contains("gave us 1 of 5");
    assertThat(call.getString("items[0].feedbackId")).isNotNull();
    assertThat(call.getString("items[0].flagId")).isNull();
    assertThat(call.getList("items[0].questions", String.class))
        .contains("You were not satisfied with us. What happened?")
        .doesNotContain(REFERRAL);
  }

  @Test
  void with_whoever_has_no_agreement_nothing_is_at_stake_in_a_year() {
    says(grace, "\"csat\":1");
    database.change("delete from agreement_copy where customer_id = ?", grace.id);
    company.plansItsCalls();
    JsonPath calls = Company.callsOf(grace);
    assertThat(calls.getDouble("items[0].probability")).isPositive();
    assertThat(calls.getDouble("items[0].visitsAtStake")).isZero();
  }

  @Test
  void whoever_asks_to_be_called_is_called_today_even_if_a_call_was_planned() {
    String url =
        Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(grace.id))
            .post("/v1/links")
            .path("url");
    tap(url, "csat=2");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
    tap(url, "callMe=true");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
  }

  @Test
  void whoever_ticks_the_box_days_later_is_called_whatever_was_said_or_done_before() {
    String content = feedbackLink();
    tap(content, "csat=5");
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
    SettableClock.putForward(Duration.ofDays(4));
    tap(content, "callMe=true");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
    reach(grace);

    String unhappy = feedbackLink();
    tap(unhappy, "csat=1");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
    reach(grace);
    tap(unhappy, "callMe=true");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
    reach(grace);
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
  }

  @Test
  void what_is_said_beside_a_wish_to_be_called_asks_for_no_second_call() {
    String url = feedbackLink();
    tap(url, "callMe=true");
    company.plansItsCalls();
    tap(url, "csat=1&callMe=true");
    company.plansItsCalls();
    reach(grace);
    company.plansItsCalls();
    assertThat(kinds(grace)).as("it was spoken of").isEmpty();
    tap(url, "csat=5");
    company.plansItsCalls();
    assertThat(kinds(grace)).as("content").isEmpty();
  }

  @Test
  void whoever_asks_again_by_the_same_link_is_called_again_once_the_first_call_was_made() {
    String url = feedbackLink();
    tap(url, "csat=4&callMe=true");
    company.plansItsCalls();
    String first = openCall(grace);
    tap(url, "callMe=true");
    company.plansItsCalls();
    assertThat(openCall(grace)).as("one call for both taps").isEqualTo(first);
    reach(grace);
    tap(url, "words=Thank+you");
    company.plansItsCalls();
    assertThat(kinds(grace)).as("words alone ask for no call").isEmpty();
    tap(url, "callMe=true");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
    reach(grace);
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
  }

  @Test
  void a_call_says_why_it_is_to_be_made_now() {
    String url = feedbackLink();
    tap(url, "csat=1");
    company.plansItsCalls();
    tap(url, "csat=5");
    company.plansItsCalls();
    tap(url, "csat=2");
    company.plansItsCalls();
    assertThat(why(grace)).as("taken up again").startsWith("The customer gave us 2 of 5 on ");
    tap(url, "callMe=true");
    company.plansItsCalls();
    assertThat(why(grace))
        .as("asked for")
        .startsWith("The customer asked to be called on ")
        .endsWith(" They gave us 2 of 5.");
  }

  private static String why(CustomerStory person) {
    return Company.callsOf(person).getString("items[0].reasons[0].text");
  }

  @Test
  void a_low_mark_that_comes_days_after_the_first_tap_asks_for_a_call() {
    String url = feedbackLink();
    tap(url, "csat=4");
    SettableClock.putForward(Duration.ofDays(4));
    tap(url, "csat=1");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
  }

  @Test
  void whoever_asks_for_a_call_is_called_however_late_it_is_written_down() {
    String eightDaysAgo =
        "\"at\":\"%s\"".formatted(SettableClock.present().minus(Duration.ofDays(8)));
    says(grace, "\"csat\":1," + eightDaysAgo);
    company.plansItsCalls();
    assertThat(kinds(grace)).as("history").isEmpty();
    says(grace, "\"callMe\":true," + eightDaysAgo);
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
  }

  @Test
  void a_low_mark_is_heard_while_a_call_about_something_else_is_open() {
    Instant end = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
    company.endsItsAgreement(grace, end, 11);
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("RENEWAL");
    says(grace, "\"csat\":1");
    says(grace, "\"csat\":2");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactlyInAnyOrder("RENEWAL", "UNHAPPY");
  }

  @Test
  void a_slip_of_the_finger_is_not_called_about_and_a_true_mark_is() {
    String url = feedbackLink();
    tap(url, "csat=1");
    company.plansItsCalls();
    tap(url, "csat=5");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
    tap(url, "csat=1");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getList("items.state", String.class)).containsExactly("OPEN");
  }

  @Test
  void why_to_call_is_what_was_low() {
    says(grace, "\"csat\":5,\"nps\":2");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].reasons[0].text"))
        .startsWith("The customer would hardly recommend us, 2 of 10, on ");
  }
}
