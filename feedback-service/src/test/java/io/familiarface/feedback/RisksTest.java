package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class RisksTest {
  private final List<CustomerStory> people = new ArrayList<>();

  @BeforeEach
  void some_customers() {
    List<NeighbourEvent> told = new ArrayList<>(Stories.technicians());
    for (int i = 0; i < 3; i++) {
      people.add(Stories.dorothy());
      people.add(Stories.grace());
      people.add(Stories.dorothy().cancels());
    }
    people.forEach(person -> told.addAll(person.events()));
    FeedDelivery.load(told);
  }

  @Test
  void the_most_likely_to_leave_come_first_on_page_after_page() {
    List<Map<String, Object>> all = walk("/v1/risks?limit=2");
    assertThat(all).extracting(line -> number(line)).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(all).extracting(line -> line.get("customerId")).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(line -> line.get("customerId"))
        .contains(people.get(0).id.toString(), people.get(1).id.toString())
        .as("who has cancelled is at risk no more")
        .doesNotContain(people.get(2).id.toString());
    Map<String, Object> dorothy = lineOf(all, people.get(0));
    assertThat(dorothy)
        .containsKeys("probability", "band", "asOf", "branch")
        .containsEntry("customerExternalId", people.get(0).externalId)
        .containsEntry("flagged", true);
    assertThat(dorothy.get("topReason").toString()).contains("code=", "text=");
  }

  @Test
  void they_can_be_narrowed_and_put_in_the_order_of_customers() {
    assertThat(walk("/v1/risks?flagged=true&limit=100"))
        .allSatisfy(line -> assertThat(line).containsEntry("flagged", true))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(walk("/v1/risks?flagged=false&band=LOW&sort=customer&limit=2"))
        .allSatisfy(line -> assertThat(line).containsEntry("band", "LOW"));
    assertThat(walk("/v1/risks?minProbability=0.3"))
        .allSatisfy(line -> assertThat(number(line)).isGreaterThanOrEqualTo(0.3));
    assertThat(walk("/v1/risks?branch=nowhere")).isEmpty();
    assertThat(walk("/v1/risks?sort=customer&limit=2"))
        .extracting(line -> (String) line.get("customerId"))
        .isSorted();
  }

  @Test
  void as_of_a_past_instant_they_are_what_each_customer_is_told_by_itself() {
    CustomerStory dorothy = people.get(2);
    String asOf = dorothy.at(6).plusSeconds(3600).toString();
    List<Map<String, Object>> then = walk("/v1/risks?limit=2&asOf=" + asOf);
    assertThat(then).extracting(line -> (String) line.get("customerId")).isSorted();
    Map<String, Object> line = lineOf(then, dorothy);
    JsonPath alone =
        Api.get("/v1/customers/" + dorothy.id + "/risk?asOf=" + asOf).extract().jsonPath();
    assertThat(number(line)).isEqualTo(alone.getDouble("probability"));
    assertThat(line.get("flagged")).isEqualTo(true);
    assertThat(walk("/v1/risks?limit=2&flagged=true&asOf=" + asOf))
        .hasSizeLessThan(then.size())
        .allSatisfy(one -> assertThat(one).containsEntry("flagged", true));
    assertThat(walk("/v1/risks?asOf=2001-01-01T00:00:00Z")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=501",
        "limit=many",
        "band=MEDIUM",
        "flagged=perhaps",
        "sort=name",
        "minProbability=2",
        "colour=red",
        "asOf=2999-01-01T00:00:00Z",
        "asOf=2026-01-01T00:00:00Z&sort=probability",
        "cursor=abc"
      })
  void a_question_that_makes_no_sense_is_refused(String question) {
    Api.get("/v1/risks?" + question).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    String cursor = Api.get("/v1/risks?limit=1").extract().path("nextCursor");
    Api.get("/v1/risks?limit=1&flagged=true&cursor=" + cursor)
        .statusCode(400)
        .body("type", endsWith("invalid-cursor"));
    Api.get("/v1/flags?cursor=" + cursor).statusCode(400);
  }

  private static List<Map<String, Object>> walk(String path) {
    return Api.all("csr", path);
  }

  private static double number(Map<String, Object> line) {
    return Double.parseDouble(line.get("probability").toString());
  }

  private static Map<String, Object> lineOf(List<Map<String, Object>> lines, CustomerStory person) {
    return lines.stream()
        .filter(line -> line.get("customerId").equals(person.id.toString()))
        .findFirst()
        .orElseThrow();
  }
}
