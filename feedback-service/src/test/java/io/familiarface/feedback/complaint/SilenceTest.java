package io.familiarface.feedback.complaint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.FeedDelivery;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a case may end because nobody can be reached. */
@ServiceTest
class SilenceTest extends CaseOfGrace {
  @Test
  void a_silence_is_one_when_the_check_ins_show_it() {
    owned();
    step("remedy", "{\"askedFor\":\"Do it again.\",\"kind\":\"REDO\"}");
    step("delivery", "{}");
    step("check-ins", "{\"answered\":false}");
    step("check-ins", "{\"answered\":false}").body("next.step", equalTo("CHECK_IN"));
    noSilenceYet();
    SettableClock.putForward(Duration.ofDays(10));
    step("check-ins", "{\"answered\":false}");
    noSilenceYet();
    SettableClock.putForward(Duration.ofDays(25));
    step("check-ins", "{\"answered\":false,\"words\":\"Left a message.\"}");
    step("closure", "{\"by\":\"SILENCE\"}")
        .body("state", equalTo("CLOSED"))
        .body("customerSatisfied", nullValue());
  }

  @Test
  void whoever_writes_on_the_page_of_their_case_is_not_silent() {
    owned();
    step("remedy", "{\"askedFor\":\"Do it again.\",\"kind\":\"REDO\"}");
    step("delivery", "{}");
    SettableClock.putForward(Duration.ofDays(10));
    step("check-ins", "{\"answered\":false}");
    String url =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}"
                    .formatted(grace.id, id))
            .post("/v1/links")
            .path("url");
    Api.anonymous()
        .contentType("application/x-www-form-urlencoded")
        .body("words=I+was+away.+It+still+creaks.")
        .post(URI.create(url).getPath())
        .then()
        .statusCode(200);
    SettableClock.putForward(Duration.ofDays(25));
    step("check-ins", "{\"answered\":false}");
    noSilenceYet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback", "link", "call", "mood", "inbound"})
  void whoever_was_heard_by_another_way_is_not_silent(String way) {
    owned();
    step("remedy", "{\"askedFor\":\"Do it again.\",\"kind\":\"REDO\"}");
    step("delivery", "{}");
    SettableClock.putForward(Duration.ofDays(10));
    step("check-ins", "{\"answered\":false}");
    SettableClock.putForward(Duration.ofDays(5));
    isHeard(way);
    SettableClock.putForward(Duration.ofDays(20));
    step("check-ins", "{\"answered\":false}");
    noSilenceYet();
    SettableClock.putForward(Duration.ofDays(60));
    step("check-ins", "{\"answered\":false}");
    isHeard(way);
    attempt("csr", "closure", "{\"by\":\"SILENCE\"}")
        .statusCode(409)
        .body("detail", containsString("This is no silence: since"))
        .body("needs", contains("CHECK_IN"));
    SettableClock.putForward(Duration.ofDays(20));
    step("check-ins", "{\"answered\":false}");
    SettableClock.putForward(Duration.ofDays(20));
    step("check-ins", "{\"answered\":false}");
    step("closure", "{\"by\":\"SILENCE\"}").body("state", equalTo("CLOSED"));
  }

  private void isHeard(String way) {
    switch (way) {
      case "feedback" ->
          Api.json(
                  "csr",
                  "{\"customerId\":\"%s\",\"kind\":\"COMPLAINT\",\"text\":\"It still creaks!\"}"
                      .formatted(grace.id))
              .post("/v1/feedback")
              .then()
              .statusCode(201);
      case "link" -> {
        String url =
            Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(grace.id))
                .post("/v1/links")
                .path("url");
        Api.anonymous()
            .contentType("application/x-www-form-urlencoded")
            .body("csat=1&words=It+creaks.&callMe=true")
            .post(URI.create(url).getPath())
            .then()
            .statusCode(200);
      }
      case "call" -> {
        UUID call = UUID.randomUUID();
        database.change(
            """
            insert into follow_up (id, cause, customer_id, kind, why, state, opened_at, due_on,
              expected_loss, visits_at_stake, priority, version)
            values (?, gen_random_uuid()::text, ?, 'AFTER_VISIT', 'Why.', 'OPEN', now(),
              current_date, 0, 0, 0, 0)
            """,
            call,
            grace.id);
        Api.json("csr", "{\"outcome\":\"REACHED\",\"said\":\"It creaks.\"}")
            .post("/v1/follow-ups/" + call + "/outcome")
            .then()
            .statusCode(201);
      }
      case "mood" -> FeedDelivery.live(List.of(Stories.speaks(grace, "ANGRY")));
      case "inbound" -> FeedDelivery.live(List.of(Stories.comesToUs(grace)));
      default -> throw new IllegalArgumentException(way);
    }
  }

  private void noSilenceYet() {
    attempt("csr", "closure", "{\"by\":\"SILENCE\"}")
        .statusCode(409)
        .body("needs", contains("CHECK_IN"));
  }
}
