package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
 * Grace has the same programme as Dorothy, and her technician leaves too. But she is told before,
 * and meets the new one before he comes: A A B B B B B B B B. Nothing happens.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GraceStoryTest {
  private final MonthlyVisitDays months = new MonthlyVisitDays();
  private final List<Visit> visits = new ArrayList<>();
  private RunningSystem system;
  private Office office;
  private Technician alan;
  private Technician bill;
  private Customer grace;
  private Agreement programme;
  private Promise promise;

  @BeforeAll
  void the_company_opens(RunningSystem running) {
    system = running;
    office = new Office(system, "G");
    alan = office.hires("Alan Reyes", months.day(1).minusYears(2));
    bill = office.hires("Bill Novak", months.day(1).minusYears(1));
  }

  @Test
  @Order(1)
  void she_signs_on_the_same_promise_and_he_comes_twice() {
    grace = office.meets("C0002", "HOUSEHOLD", "Grace Hollis", months.daysBeforeVisit(1, 6));
    promise = office.recordsPromise(alan, grace, months.daysBeforeVisit(1, 5));
    programme = office.signs(grace, alan, months.day(1));
    visits.add(office.visited(programme, months.visit(1)));
    visits.add(office.visited(programme, months.visit(2)));
    system.settle();

    assertThat(office.promise(promise).path("state").asText()).isEqualTo("STANDING");
  }

  @Test
  @Order(2)
  void she_is_told_that_he_leaves_and_meets_the_new_one_first_which_releases_the_promise() {
    office.recordsDeparture(alan, months.day(3).minusDays(5));
    visits.add(
        office.visitedInstead(
            programme,
            months.visit(3),
            bill,
            TechnicianChange.forGoodToldAndIntroduced(
                "LEFT_COMPANY", months.daysBeforeVisit(3, 12), months.daysBeforeVisit(3, 8))));
    system.settle();

    JsonNode released = office.promise(promise);
    assertThat(released.path("state").asText()).isEqualTo("RELEASED");
    assertThat(released.path("decidedBy").path("id").asText())
        .isEqualTo(visits.get(2).id().toString());
    assertThat(released.path("breaches")).isEmpty();
  }

  @Test
  @Order(3)
  void the_new_one_keeps_coming_and_she_is_never_flagged() {
    for (int number = 4; number <= 9; number++) {
      visits.add(office.visited(programme, months.visit(number)));
    }
    visits.add(office.visited(programme, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    system.settle();

    for (Visit visit : visits) {
      JsonNode risk = office.risk(grace.id(), visit.at().plusMillis(1));
      assertThat(risk.path("flagged").asBoolean()).as("after " + visit.at()).isFalse();
      assertThat(risk.path("band").asText()).as("after " + visit.at()).isEqualTo("LOW");
    }
    assertThat(office.flags(grace)).isEmpty();
  }

  @Test
  @Order(4)
  void the_same_history_imported_from_another_system_gives_the_same_numbers() {
    Customer imported = office.export().importedInto(system, grace);
    system.settle();

    for (Visit visit : visits) {
      Instant justAfter = visit.at().plusMillis(1);
      assertThat(RiskFigures.of(office.risk(imported.id(), justAfter)))
          .as("after the visit of " + visit.at())
          .isEqualTo(RiskFigures.of(office.risk(grace.id(), justAfter)));
    }
    assertThat(office.flags(imported)).isEmpty();
  }

  /** Of another customer, who was content until now. */
  @Test
  @Order(5)
  void an_imported_complaint_that_flags_somebody_is_told_and_stands_on_the_card() throws Exception {
    Technician cora = office.hires("Cora Diaz", months.day(1).minusYears(1));
    Customer ann = office.meets("G0003", "HOUSEHOLD", "Ann Lee", months.daysBeforeVisit(6, 6));
    office.recordsPromise(cora, ann, months.daysBeforeVisit(6, 5));
    Agreement agreement = office.signs(ann, cora, months.day(6));
    office.visited(agreement, months.visit(6));
    office.visited(agreement, months.visit(7));
    office.visitedInstead(
        agreement,
        months.visit(8),
        bill,
        TechnicianChange.thisOnceToldAndIntroduced("SICK", months.daysBeforeVisit(8, 1)));
    office.visited(agreement, months.visit(9));
    system.settle();
    assertThat(office.riskNow(ann).path("flagged").asBoolean()).isFalse();

    JsonNode line =
        system
            .as("admin", Service.FEEDBACK)
            .post(
                "/v1/complaints/import",
                "application/x-ndjson",
                """
                {"externalId":"G-K1","customerExternalId":"G0003","receivedAt":"%s","severity":"HIGH","cause":"DAMAGE"}
                """
                    .formatted(Instant.now().minusSeconds(60)))
            .lines()
            .get(0);
    assertThat(line.path("status").asText()).isEqualTo("CREATED");
    system.settle();

    assertThat(
            system.rows(
                Service.FEEDBACK,
                "select type from feed_event where subject = '%s'".formatted(ann.id())))
        .contains("io.familiarface.risk.assessed", "io.familiarface.flag.changed");
    JsonNode card = office.card(ann);
    assertThat(card.toString()).contains(line.path("id").asText());
    assertThat(card.path("risk").path("band")).isEqualTo(office.riskNow(ann).path("band"));
    assertThat(card.path("risk").path("flagged").asBoolean()).isTrue();
  }
}
