package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The second story: whoever goes through a flood once in a life is walked through all that comes,
 * and what is otherwise then, without a word before, is somebody's task to put right.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HomeownerStoryTest {
  private static final String COURSE = "Listening to people after a disaster";

  private final Instant flooded =
      Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
  private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  private RunningSystem system;
  private Office office;
  private Technician rosa;
  private Technician sam;
  private Customer ines;
  private String project;

  @BeforeAll
  void a_cellar_is_under_water(RunningSystem running) {
    system = running;
    office = new Office(system, "H");
    rosa = office.hires("Rosa Quint", today.minusYears(2));
    sam = office.hires("Sam Okafor", today.minusYears(1));
    ines = office.meets("C0200", "HOUSEHOLD", "Ines Moreau", flooded);
  }

  @Test
  @Order(1)
  void the_first_contact_is_empathy_first_and_raises_the_care_of_all_that_follows() {
    post(
        Service.CUSTOMERS,
        "/v1/customers/" + ines.id() + "/interactions",
        Json.of(
            "channel",
            "PHONE",
            "direction",
            "INBOUND",
            "mood",
            "DISTRESSED",
            "explained",
            "That we dry first, and that nothing is thrown away without asking.",
            "asked",
            "Can I stay in the house?",
            "answered",
            "Yes, upstairs.",
            "explainedSteps",
            List.of("WHAT_WE_DO", "WHO_COMES", "WHAT_TO_PREPARE", "WHAT_IT_COSTS")));
    JsonNode card = office.card(ines);
    assertThat(card.path("careLevel").asText()).isEqualTo("HIGH");
    assertThat(Json.texts(card.path("careReasons"), "code")).contains("MOOD");
    assertThat(Json.texts(card.path("notYetExplained"), "code"))
        .as("what nobody has explained yet")
        .containsExactly("IF_SOMETHING_IS_WRONG");
  }

  @Test
  @Order(2)
  void they_are_walked_through_every_step_in_words_for_a_layman() {
    project =
        "/v1/projects/"
            + post(
                    Service.JOBS,
                    "/v1/projects",
                    Json.of(
                        "customerId",
                        ines.id(),
                        "title",
                        "Dry out and restore the cellar",
                        "careLevel",
                        "HIGH"))
                .path("id")
                .asText();
    step("Pumping", "A loud pump runs for an afternoon.", 2, 2);
    step("Drying", "Two machines hum day and night for three days.", 3, 6);
    step("Painting", "It smells for two days.", 8, 10);
    JsonNode walked =
        post(Service.JOBS, project + "/walk-through", Json.of("with", "Ines Moreau and family"));
    assertThat(walked.path("walkedThrough").path("with").asText())
        .isEqualTo("Ines Moreau and family");
    assertThat(walked.path("next").asInt()).isEqualTo(1);
    assertThat(walked.path("surprises").asInt()).isZero();
  }

  @Test
  @Order(3)
  void a_step_that_moves_after_they_were_told_is_no_surprise() {
    JsonNode moved =
        change(3, Json.of("endsOn", today.plusDays(11), "customerToldAt", Instant.now()));
    assertThat(moved.path("surprise").asBoolean()).isFalse();
    assertThat(notices()).isEmpty();
  }

  @Test
  @Order(4)
  void somebody_else_without_a_word_is_a_surprise_that_is_somebodys_task_and_weighs() {
    system.settle();
    double before = office.riskNow(ines).path("probability").asDouble();
    assertThat(change(2, Json.of("technicianId", sam.id())).path("surprise").asBoolean()).isTrue();
    JsonNode notice = notices().get(0);
    assertThat(notice.path("step").asInt()).isEqualTo(2);
    assertThat(notice.path("technicianName").asText()).isEqualTo("Sam Okafor");
    assertThat(notice.path("text").asText()).contains("Ines Moreau");
    system.settle();
    JsonNode risk = office.riskNow(ines);
    assertThat(Json.texts(risk.path("reasons"), "code")).contains("SURPRISE");
    assertThat(risk.path("probability").asDouble()).isGreaterThan(before);

    ServiceResponse told =
        system
            .as("csr", Service.JOBS)
            .post(
                "/v1/notices/" + notice.path("id").asText() + "/told",
                "application/json",
                "{\"told\":\"PHONE\"}");
    assertThat(told.isSuccess()).as(told.toString()).isTrue();
    assertThat(notices()).isEmpty();
    assertThat(system.as("csr", Service.JOBS).get(project).json().path("surprises").asInt())
        .as("it stays counted")
        .isEqualTo(1);
  }

  @Test
  @Order(5)
  void what_staff_learned_with_people_stands_beside_what_customers_say() {
    post(
        Service.JOBS,
        "/v1/technicians/" + rosa.id() + "/training",
        Json.of("course", COURSE, "kind", "SOFT", "on", today.minusDays(20)));
    system.settle();
    JsonNode insight = system.as("manager", Service.FEEDBACK).get("/v1/insights/training").json();
    JsonNode taken =
        Json.list(insight.path("trainings")).stream()
            .filter(one -> one.path("course").asText().equals(COURSE))
            .findFirst()
            .orElseThrow();
    assertThat(taken.path("name").asText()).isEqualTo("Rosa Quint");
    assertThat(taken.path("kind").asText()).isEqualTo("SOFT");
    JsonNode voice =
        system.as("manager", Service.JOBS).get("/v1/technicians/" + rosa.id() + "/voice").json();
    assertThat(voice.path("available").asBoolean()).isTrue();
    assertThat(voice.path("training").get(0).path("training").path("course").asText())
        .isEqualTo(COURSE);
  }

  @Test
  @Order(6)
  void a_complaint_about_a_step_is_counted_by_the_kind_of_step() {
    post(
        Service.FEEDBACK,
        "/v1/complaints",
        Json.of(
            "customerId",
            ines.id(),
            "severity",
            "LOW",
            "projectId",
            project.substring("/v1/projects/".length()),
            "projectStep",
            2,
            "words",
            "The machines were louder than you said."));
    JsonNode cases =
        system
            .as("manager", Service.FEEDBACK)
            .get("/v1/customers/" + ines.id() + "/post-mortem")
            .json()
            .path("cases");
    assertThat(Json.texts(cases, "projectStep")).containsExactly("Drying");
  }

  private void step(String title, String whatToExpect, int from, int until) {
    post(
        Service.JOBS,
        project + "/steps",
        Json.of(
            "title",
            title,
            "whatToExpect",
            whatToExpect,
            "startsOn",
            today.plusDays(from),
            "endsOn",
            today.plusDays(until),
            "technicianId",
            rosa.id()));
  }

  private JsonNode change(int step, JsonNode patch) {
    String path = project + "/steps/" + step;
    String etag = system.as("csr", Service.JOBS).get(path).header("ETag").orElseThrow();
    ServiceResponse changed =
        system
            .as("manager", Service.JOBS)
            .send(
                "PATCH",
                path,
                patch.toString(),
                Map.of("Content-Type", "application/merge-patch+json", "If-Match", etag));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    return changed.json();
  }

  /** What is still to be told of this project. */
  private List<JsonNode> notices() {
    String id = project.substring("/v1/projects/".length());
    return Json.list(
            system.as("csr", Service.JOBS).get("/v1/notices?limit=500").json().path("items"))
        .stream()
        .filter(notice -> notice.path("projectId").asText().equals(id))
        .filter(notice -> !notice.path("state").asText().equals("TOLD"))
        .toList();
  }

  private JsonNode post(Service service, String path, JsonNode body) {
    ServiceResponse answer =
        system.as("manager", service).post(path, "application/json", body.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }
}
