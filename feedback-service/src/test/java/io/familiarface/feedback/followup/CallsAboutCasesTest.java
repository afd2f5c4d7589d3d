package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.rest.testing.Api;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The calls that a case asks for. */
@ServiceTest
class CallsAboutCasesTest extends CallsOfGrace {
  @Test
  void an_answer_on_the_page_of_a_case_is_a_task_of_whoever_has_the_case() {
    String complaint = complains(grace, "\"owner\":\"Pat\"");
    String url =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}"
                    .formatted(grace.id, complaint))
            .post("/v1/links")
            .path("url");
    tap(url, "words=When+do+you+come%3F");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CASE_ANSWER");
    JsonPath call = Company.callsOf(grace);
    assertThat(call.getString("items[0].complaintId")).isEqualTo(complaint);
    assertThat(call.getString("items[0].owner")).isEqualTo("Pat");

    tap(url, "words=I+am+in+all+day.");
    tap(url, "words=And+tomorrow.");
    company.plansItsCalls();
    call = Company.callsOf(grace);
    assertThat(call.getList("items")).as("one call, however often they write").hasSize(1);
    assertThat(call.getString("items[0].reasons[0].text"))
        .startsWith("The customer answered 3 times");
    outcome(call.getString("items[0].id"), "{\"outcome\":\"REACHED\"}");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getList("items")).hasSize(1);

    database.change(
        """
        update complaint set state = 'AWAITING_APPROVAL', next_step = 'APPROVAL',
          remedy_kind = 'CREDIT', escalated_to = 'Nora Lind'
        where id = cast(? as uuid)
        """,
        complaint);
    tap(url, "words=And+what+do+you+pay%3F");
    company.plansItsCalls();
    call = Company.callsOf(grace);
    assertThat(call.getList("items.reasons.text.flatten()", String.class))
        .anySatisfy(why -> assertThat(why).startsWith("The customer answered on the page"));
    assertThat(call.getList("items.owner", String.class))
        .as("whoever approves does not speak with the customer")
        .containsExactly("Pat", "Pat");
  }

  @Test
  void while_trust_is_rebuilt_the_check_in_is_on_the_list_until_it_is_done() {
    String complaint = complains(grace, "\"owner\":\"Pat\"");
    deliver(complaint);
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
    SettableClock.putForward(Duration.ofDays(12));
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("REBUILDING");
    assertThat(Company.callsOf(grace).getString("items[0].owner")).isEqualTo("Pat");
    step(complaint, "check-ins", "{\"mood\":\"CALM\",\"trust\":4}");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
  }

  @Test
  void a_call_to_ask_how_they_are_is_the_check_in_of_the_case() {
    String complaint = complains(grace, "\"owner\":\"test csr\"");
    deliver(complaint);
    SettableClock.putForward(Duration.ofDays(12));
    company.plansItsCalls();
    outcome(openCall(grace), "{\"outcome\":\"REACHED\",\"said\":\"The board holds. Thank you.\"}");
    JsonPath mended = Api.get("/v1/complaints/" + complaint).extract().jsonPath();
    assertThat(mended.getString("state")).isEqualTo("REBUILDING");
    assertThat(mended.getString("steps[4].step")).isEqualTo("CHECK_IN");
    assertThat(mended.getBoolean("steps[4].details.answered")).isTrue();
    assertThat(mended.getString("steps[4].details.words")).isEqualTo("The board holds. Thank you.");
    company.plansItsCalls();
    assertThat(kinds(grace)).as("not due yet").isEmpty();

    SettableClock.putForward(Duration.ofDays(22));
    company.plansItsCalls();
    outcome(openCall(grace), "{\"outcome\":\"CALL_BACK\"}");
    assertThat(Api.get("/v1/complaints/" + complaint).extract().jsonPath().getList("steps"))
        .hasSize(5);
    String missed = openCall(grace);
    outcome(missed, "{\"outcome\":\"NO_ANSWER\"}");
    Api.get("/v1/follow-ups/" + missed).body("droppedBecause", equalTo("NO_LONGER_DUE"));
    mended = Api.get("/v1/complaints/" + complaint).extract().jsonPath();
    assertThat(mended.getBoolean("steps[5].details.answered")).isFalse();
    company.plansItsCalls();
    assertThat(kinds(grace)).as("the next one is due in two months").isEmpty();
  }
}
