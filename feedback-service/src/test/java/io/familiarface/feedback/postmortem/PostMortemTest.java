package io.familiarface.feedback.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PostMortemTest {
  @Inject Company company;
  @Inject StoredRows database;
  private CustomerStory dorothy;

  @BeforeEach
  void dorothy_was_sent_four_technicians() {
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
  }

  @Test
  void whoever_the_company_lets_go_has_not_left_it() {
    FeedDelivery.live(dorothy.isLetGo().newEvents());
    JsonPath story = Api.get(path("")).statusCode(200).extract().jsonPath();
    assertThat(story.getList("findings", String.class))
        .anyMatch(sentence -> sentence.startsWith("We let the customer go on "))
        .noneMatch(sentence -> sentence.contains("left"));
    assertThat(story.getList("flags.state")).containsExactly("CLEARED");
    assertThat(story.getList("timeline.text", String.class)).contains("We let the customer go.");
    String page = Api.as("csr").accept("text/html").get(path("")).asString();
    assertThat(page).contains("How we came to let go of").doesNotContain("How we lost");
    Api.as("manager")
        .get("/v1/insights/leaving")
        .then()
        .statusCode(200)
        .body("cancellations", equalTo(0));
    company.plansItsCalls();
    assertThat(Company.callsOf(dorothy).getList("items.kind", String.class))
        .doesNotContain("AFTER_LEAVING");
  }

  @Test
  void it_tells_the_whole_story_and_what_would_have_helped() {
    complains("<script>alert(1)</script> I want Ben.");
    company.cancels(dorothy);
    JsonPath story = Api.get(path("")).statusCode(200).extract().jsonPath();
    assertThat(story.getString("standing")).isEqualTo("CANCELLED");
    assertThat(story.getString("reason")).isEqualTo("TECHNICIAN_CHANGES");
    assertThat(story.getInt("summary.visits")).isEqualTo(10);
    assertThat(story.getInt("summary.faces")).isEqualTo(4);
    assertThat(story.getInt("summary.changes")).isEqualTo(3);
    assertThat(story.getList("timeline.type"))
        .contains("PROMISE_MADE", "VISIT_COMPLETED", "FLAG_RAISED", "AGREEMENT_CANCELLED");
    assertThat(story.getList("risk")).hasSizeGreaterThan(10);
    assertThat(story.getList("flags.state")).containsExactly("LOST");
    assertThat(story.getList("cases.words"))
        .containsExactly("<script>alert(1)</script> I want Ben.");
    assertThat(story.getList("findings", String.class))
        .anyMatch(sentence -> sentence.startsWith("The customer left on "))
        .anyMatch(sentence -> sentence.contains("nobody acted on it"))
        .anyMatch(sentence -> sentence.startsWith("Most would have helped: Had "));
    assertThat(story.getList("wouldHaveHelped.items.text", String.class))
        .anyMatch(text -> text.contains("in place of Dave"));
    assertThat(story.getDouble("wouldHaveHelped.probabilityWithAll"))
        .isLessThan(story.getDouble("wouldHaveHelped.items[0].probability"));
    assertThat(story.getDouble("wouldHaveHelped.items[0].probability"))
        .isLessThan(story.getDouble("wouldHaveHelped.probability"));
  }

  @Test
  void a_call_that_was_held_back_on_purpose_is_not_told_as_forgotten() {
    company.plansItsCalls();
    database.change(
        """
        update follow_up set state = 'HELD_BACK', closed_at = opened_at, owner = null
        where customer_id = ?
        """,
        dorothy.id);
    company.cancels(dorothy);
    assertThat(Api.get(path("")).extract().jsonPath().getList("findings", String.class))
        .anyMatch(sentence -> sentence.contains("its call was held back, to learn whether"));
  }

  @Test
  void what_was_done_after_they_left_is_no_part_of_how_it_came_about() {
    company.plansItsCalls();
    company.cancels(dorothy);
    database.change(
        """
        insert into follow_up_outcome (id, follow_up_id, outcome, at, recorded_by, told, introduced)
        select gen_random_uuid(), u.id, tried.outcome, left_us.at + tried.later, 'Pat', false, false
        from follow_up u
        join signal left_us on left_us.customer_id = u.customer_id
          and left_us.kind = 'AGREEMENT_CANCELLED'
        cross join (values ('NO_ANSWER', interval '-2 hours'), ('NOT_NEEDED', interval '-1 hour'),
          ('REACHED', interval '1 hour')) as tried (outcome, later)
        where u.customer_id = ?
        """,
        dorothy.id);
    database.change(
        """
        update flag f set acted_at = left_us.at + interval '1 hour', acted_by = 'Pat', action = 'Called.'
        from signal left_us
        where left_us.customer_id = f.customer_id and left_us.kind = 'AGREEMENT_CANCELLED'
          and f.customer_id = ?
        """,
        dorothy.id);
    JsonPath story = Api.get(path("")).statusCode(200).extract().jsonPath();
    assertThat(story.getInt("summary.calls")).isEqualTo(1);
    assertThat(story.getList("timeline.text", String.class))
        .contains("Pat called: no answer.", "Pat saw no need to call.");
    assertThat(story.getList("findings", String.class))
        .anyMatch(sentence -> sentence.endsWith(" before; nobody acted on it."));
  }

  @Test
  void whoever_left_without_a_word_left_when_their_agreement_had_run_out() {
    CustomerStory gone = CustomerStory.signs("Gone", 24, Stories.ALAN);
    gone.isVisited().isVisited().isVisitedInstead(Stories.BEN).isVisitedInstead(Stories.CARLOS);
    FeedDelivery.load(gone.isToBeVisitedNoMore().events());
    String path = "/v1/customers/" + gone.id + "/post-mortem";
    JsonPath story = Api.get(path).statusCode(200).extract().jsonPath();
    assertThat(story.getString("standing")).isEqualTo("LAPSED");
    assertThat(story.getString("leftAt")).isEqualTo(story.getString("until")).isNotNull();
    assertThat(story.getString("findings[0]"))
        .startsWith("The customer left without a word: their agreement had run out");
    assertThat(story.getDouble("wouldHaveHelped.probability")).isPositive();
    assertThat(story.getList("wouldHaveHelped.items")).isNotEmpty();
    assertThat(Api.as("csr").accept("text/html").get(path).asString()).contains("How we lost Gone");
  }

  @Test
  void what_is_not_approved_yet_is_not_told_as_agreed() {
    complains("The board creaks.");
    database.change(
        """
        update complaint set state = 'AWAITING_APPROVAL', next_step = 'APPROVAL',
          remedy_kind = 'CREDIT', remedy_amount = 6000, remedy_currency = 'USD'
        where customer_id = ?
        """,
        dorothy.id);
    database.change(
        """
        insert into complaint_step
          (id, complaint_id, number, round, step, at, by, recorded_by, recorded_at, details)
        select gen_random_uuid(), id, number, 1, step, now(), 'Pat Lee', 'Pat Lee', now(), '{}'
        from complaint, (values (1, 'APOLOGY'), (2, 'CHECK_IN')) as taken (number, step)
        where customer_id = ?
        """,
        dorothy.id);
    assertThat(Api.as("csr").accept("text/html").get(path("")).asString())
        .contains(
            "Apology by Pat Lee, check-in by Pat Lee. Not approved yet: credit, 6000.00 USD.");
  }

  @Test
  void it_is_a_page_on_which_words_are_words() {
    complains("<script>alert(1)</script> I want Ben.");
    company.cancels(dorothy);
    String page =
        Api.as("csr")
            .accept("text/html")
            .get(path(""))
            .then()
            .statusCode(200)
            .contentType("text/html")
            .extract()
            .asString();
    assertThat(page)
        .contains("How we lost Dorothy", "<svg", "Had Ben come on", "&lt;script&gt;alert(1)")
        .contains("aria-label=\"Risk over time: ", " at the end; flagged at ")
        .doesNotContain("<script", "NaN", ">null<");
    JsonPath story = Api.get(path("")).extract().jsonPath();
    Instant left = Instant.parse(story.getString("leftAt"));
    assertThat(page.split("<circle class=\"dot \"").length - 1)
        .as("whoever has left is at no risk of leaving")
        .isEqualTo(
            (int)
                story.getList("risk.at", String.class).stream()
                    .filter(at -> Instant.parse(at).isBefore(left))
                    .count());
  }

  @Test
  void of_one_who_has_not_left_it_is_the_story_so_far() {
    Api.get(path(""))
        .statusCode(200)
        .body("standing", equalTo("ACTIVE"))
        .body("leftAt", nullValue())
        .body("flags", hasSize(1));
    CustomerStory nobody = company.knownByName("Nobody");
    Api.get("/v1/customers/" + nobody.id + "/post-mortem")
        .statusCode(200)
        .body("standing", equalTo("PROSPECT"))
        .body("timeline", hasSize(0))
        .body("wouldHaveHelped.items", hasSize(0));
    Api.as("manager")
        .accept("text/html")
        .get("/v1/customers/" + nobody.id + "/post-mortem")
        .then()
        .statusCode(200);
  }

  @Test
  void a_complaint_that_came_back_is_not_told_as_settled() {
    complains("The board creaks.");
    database.change(
        """
        update complaint set round = 2, received_at = now() - interval '9 days',
          resolved_at = now() - interval '5 days', reopened_at = now() - interval '2 days'
        where customer_id = ?
        """,
        dorothy.id);
    List<String> findings = Api.get(path("")).statusCode(200).extract().path("findings");
    assertThat(findings).anyMatch(sentence -> sentence.endsWith(" was not settled."));
    String page = Api.as("csr").accept("text/html").get(path("")).asString();
    assertThat(page).contains("Came back on ", ", and not settled since.");
    assertThat(page).doesNotContain("Settled on ");
  }

  @Test
  void whoever_reads_it_is_on_record_and_whoever_may_not_is_refused() {
    Api.get(path("")).statusCode(200);
    assertThat(
            database.number(
                "select count(*) from audit_entry where person_id = ? and action = 'read' and"
                    + " entity_type = 'post-mortem'",
                dorothy.id))
        .isEqualTo(1);
    Api.get("/v1/customers/" + UUID.randomUUID() + "/post-mortem").statusCode(404);
    Api.get(path("?from=2025-01-01")).statusCode(400);
    for (String role : List.of("technician", "accounting", "integration", "service")) {
      Api.as(role).get(path("")).then().statusCode(403);
    }
  }

  private void complains(String words) {
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"severity\":\"HIGH\",\"words\":\"%s\"}"
                .formatted(dorothy.id, words))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
  }

  private String path(String query) {
    return "/v1/customers/" + dorothy.id + "/post-mortem" + query;
  }
}
