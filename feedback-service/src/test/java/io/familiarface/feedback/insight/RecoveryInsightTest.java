package io.familiarface.feedback.insight;

import static io.familiarface.feedback.insight.InsightApi.asked;
import static io.familiarface.feedback.insight.InsightApi.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.OneCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class RecoveryInsightTest extends OneCompany {
  @Test
  void remedies_are_told_apart_by_what_came_of_them() {
    CustomerStory dorothy = company.flagged("Dorothy");
    complaint(dorothy.id, "REDO", true);
    complaint(dorothy.id, "REDO", true);
    complaint(dorothy.id, "CREDIT", false);
    complaint(dorothy.id, null, null);
    asked("recovery")
        .statusCode(200)
        .body("all.cases", equalTo(4))
        .body("all.satisfied", equalTo(2))
        .body("items[0].key", equalTo("REDO"))
        .body("items[0].satisfiedShare", equalTo(1))
        .body("items[0].daysToRecover", equalTo(4))
        .body("items.find { it.key == 'CREDIT' }.satisfiedShare", equalTo(0))
        .body("items.find { it.key == 'NONE' }.daysToRecover", nullValue());
    page("recovery").body(containsString("After doing it again 2 of 2 were satisfied."));
  }

  @Test
  void a_remedy_is_judged_by_what_came_of_it_and_not_by_what_came_after() {
    CustomerStory dorothy = company.flagged("Dorothy");
    String mended = complains(dorothy, 300);
    isMended(mended, "OTHER", true);
    step(mended, "reopening", "{\"words\":\"It creaks.\"}");
    isMended(mended, "REDO", true);
    String openAgain = complains(dorothy, 20);
    isMended(openAgain, "OTHER", true);
    step(openAgain, "reopening", "{\"words\":\"It creaks.\"}");
    isMended(complains(dorothy, 10), "OTHER", false);
    asked("recovery")
        .statusCode(200)
        .body("all.cases", equalTo(3))
        .body("all.settled", equalTo(1))
        .body("all.lost", equalTo(1))
        .body("all.reopened", equalTo(2))
        .body("all.watched", equalTo(1))
        .body("all.leftShare", equalTo(0))
        .body("bySeverity[0].settled", equalTo(1))
        .body("items.find { it.key == 'OTHER' }.cases", equalTo(3))
        .body("items.find { it.key == 'OTHER' }.settled", equalTo(2))
        .body("items.find { it.key == 'OTHER' }.reopened", equalTo(2))
        .body("items.find { it.key == 'OTHER' }.dissatisfied", equalTo(1))
        .body("items.find { it.key == 'REDO' }.cases", equalTo(1))
        .body("items.find { it.key == 'REDO' }.settled", equalTo(1))
        .body("items.find { it.key == 'REDO' }.reopened", equalTo(0))
        .body("items.find { it.key == 'REDO' }.watched", equalTo(0))
        .body("items.find { it.key == 'REDO' }.leftShare", nullValue())
        .body("items.find { it.key == 'NONE' }.cases", equalTo(1))
        .body("items.find { it.key == 'NONE' }.settled", equalTo(0))
        .body(
            "findings",
            hasItem(
                "Of 1 complaint that came 180 days ago or longer, 0 were followed by a cancellation within that time."));
  }

  @Test
  void what_was_imported_as_settled_and_comes_back_was_settled_once() {
    CustomerStory dorothy = company.flagged("Dorothy");
    Instant received = Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    Api.importing(
            "/v1/complaints/import",
            """
            {"externalId":"K-OLD","customerExternalId":"%s","receivedAt":"%s","severity":"LOW",\
            "cause":"DAMAGE","resolvedAt":"%s","customerSatisfied":true}
            """
                .formatted(dorothy.externalId, received, received.plus(Duration.ofDays(4))))
        .then()
        .statusCode(200);
    step("ext:K-OLD", "reopening", "{\"words\":\"It creaks.\"}");
    isMended("ext:K-OLD", "REDO", true);
    asked("recovery")
        .statusCode(200)
        .body("all.cases", equalTo(1))
        .body("items.find { it.key == 'NONE' }.cases", equalTo(1))
        .body("items.find { it.key == 'NONE' }.settled", equalTo(1))
        .body("items.find { it.key == 'NONE' }.satisfied", equalTo(1))
        .body("items.find { it.key == 'NONE' }.reopened", equalTo(1))
        .body("items.find { it.key == 'NONE' }.daysToRecover", equalTo(4))
        .body("items.find { it.key == 'REDO' }.cases", equalTo(1))
        .body("items.find { it.key == 'REDO' }.reopened", equalTo(0));
    Api.as("csr")
        .get("/v1/complaints/ext:K-OLD")
        .then()
        .body("steps[0].step", equalTo("CLOSURE"))
        .body("steps[0].round", equalTo(1))
        .body("steps[0].by", nullValue())
        .body("steps[0].recordedBy", equalTo("test manager"))
        .body("steps[0].at", equalTo(received.plus(Duration.ofDays(4)).toString()));
  }

  private static String complains(CustomerStory person, int daysAgo) {
    return Api.json(
            "manager",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"receivedAt\":\"%s\"}"
                .formatted(person.id, Instant.now().minus(Duration.ofDays(daysAgo))))
        .post("/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void isMended(String complaint, String remedy, boolean satisfied) {
    step(
        complaint,
        "assessment",
        "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"damage\":\"A scratch.\"}");
    step(
        complaint, "apology", "{\"by\":\"Pat\",\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\"}");
    step(complaint, "remedy", "{\"askedFor\":\"A new board.\",\"kind\":\"%s\"}".formatted(remedy));
    step(complaint, "delivery", "{}");
    step(complaint, "check-ins", "{\"mood\":\"CALM\",\"words\":\"We will see.\"}");
    step(
        complaint,
        "closure",
        "{\"by\":\"CUSTOMER\",\"satisfied\":%s,\"words\":\"So it is.\"}".formatted(satisfied));
  }

  private static void step(String complaint, String step, String body) {
    Api.json("csr", body).post("/v1/complaints/" + complaint + "/" + step).then().statusCode(201);
  }

  private void complaint(UUID customer, String remedy, Boolean satisfied) {
    database.change(
        """
        insert into complaint (id, customer_id, severity, received_at, resolved_at,
          customer_satisfied, state, round, owner, remedy_kind, stepped_at, check_ins, unanswered,
          steps, recorded_by, recorded_at, version)
        values (gen_random_uuid(), ?, 'LOW', now() - interval '10 days',
          case when ?::boolean is null then null else now() - interval '6 days' end, ?::boolean,
          'CLOSED', 1, 'Kim', ?, now(), 0, 0, 0, 'Kim', now(), 1)
        """,
        customer,
        satisfied,
        satisfied,
        remedy);
  }
}
