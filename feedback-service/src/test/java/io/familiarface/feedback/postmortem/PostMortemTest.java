package io.familiarface.feedback.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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
        .doesNotContain("<script", "NaN", ">null<");
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
