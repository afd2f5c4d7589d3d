package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was known as two customers is called once about the same thing. */
@ServiceTest
class CallsOfMergedCustomersTest extends CallsOfGrace {
  private CustomerStory twin;

  @BeforeEach
  void grace_is_known_under_another_name_too() {
    twin = company.knownByName("Twin");
  }

  @Test
  void who_asked_under_two_names_is_called_once_and_the_older_call_says_why_both_were_to_be() {
    says(twin, "\"callMe\":true");
    company.plansItsCalls();
    String older = openCall(twin);
    SettableClock.putForward(Duration.ofMinutes(10));
    says(grace, "\"callMe\":true,\"csat\":2");
    company.plansItsCalls();
    String younger = openCall(grace);

    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    company.plansItsCalls();

    JsonPath open = Company.calls("state=OPEN&customerId=" + grace.id);
    assertThat(open.getList("items.id", String.class)).containsExactly(older);
    assertThat(open.getString("items[0].reasons[0].text"))
        .startsWith("The customer asked to be called on ")
        .endsWith(" They gave us 2 of 5.");
    Api.get("/v1/follow-ups/" + younger)
        .body("state", equalTo("DROPPED"))
        .body("droppedBecause", equalTo("IN_ANOTHER_CALL"));
    reach(grace);
    company.plansItsCalls();
    assertThat(kinds(grace)).as("both were spoken of").isEmpty();
  }

  @Test
  void what_somebody_has_in_hand_stays_and_of_two_in_hand_both_do() {
    says(twin, "\"callMe\":true");
    company.plansItsCalls();
    SettableClock.putForward(Duration.ofMinutes(10));
    says(grace, "\"callMe\":true");
    company.plansItsCalls();
    String younger = openCall(grace);
    claim(younger);
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    assertThat(openCalls()).containsExactly(younger);

    CustomerStory third = company.knownByName("Third");
    says(third, "\"callMe\":true");
    company.plansItsCalls();
    String other = openCall(third);
    claim(other);
    FeedDelivery.live(List.of(Stories.merged(third, grace)));
    company.plansItsCalls();
    assertThat(openCalls()).containsExactlyInAnyOrder(younger, other);
  }

  @Test
  void who_asked_just_before_it_was_known_and_whoever_asks_in_two_places_is_called_once() {
    says(twin, "\"callMe\":true");
    says(grace, "\"callMe\":true");
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    says(grace, "\"callMe\":true");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
  }

  @Test
  void a_low_mark_that_another_call_speaks_of_keeps_it_open_when_its_own_is_put_right() {
    String url = feedbackLink();
    tap(url, "csat=1");
    company.plansItsCalls();
    SettableClock.putForward(Duration.ofMinutes(10));
    says(twin, "\"csat\":2");
    company.plansItsCalls();
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
    tap(url, "csat=5");
    company.plansItsCalls();
    JsonPath open = Company.calls("state=OPEN&customerId=" + grace.id);
    assertThat(open.getList("items.kind", String.class)).containsExactly("UNHAPPY");
    assertThat(open.getString("items[0].reasons[0].text")).contains("gave us 2 of 5");
  }

  @Test
  void each_of_two_cases_keeps_its_own_call() {
    for (CustomerStory person : List.of(grace, twin)) {
      String complaint = complains(person, "\"cause\":\"DAMAGE\"");
      deliver(complaint);
    }
    SettableClock.putForward(Duration.ofDays(15));
    company.plansItsCalls();
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    company.plansItsCalls();
    assertThat(kinds(grace)).containsOnly("REBUILDING").hasSize(2);
  }

  private List<String> openCalls() {
    return Company.calls("state=OPEN&customerId=" + grace.id).getList("items.id", String.class);
  }

  private static void claim(String call) {
    Api.as("csr").post("/v1/follow-ups/" + call + "/claim").then().statusCode(201);
  }
}
