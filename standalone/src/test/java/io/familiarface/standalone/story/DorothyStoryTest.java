package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Polling;
import java.time.Duration;
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
 * Dorothy owns a small shop and has mice behind it. Four technicians come to her in ten months, in
 * the order A A B B B C B B B D, and then she leaves. Each test is a page of her story; they build
 * on each other.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DorothyStoryTest {
  private static final String WHAT_MATTERS =
      "Strangers poking around her shop make her very nervous.";

  private static final Duration SOON = Duration.ofMinutes(2);

  private final MonthlyVisitDays months = new MonthlyVisitDays();
  private final List<Visit> visits = new ArrayList<>();
  private RunningSystem system;
  private Office office;
  private Technician alan;
  private Technician bill;
  private Technician carl;
  private Technician dana;
  private Customer dorothy;
  private Agreement programme;
  private Promise alansPromise;
  private Promise billsPromise;
  private Visit tenth;
  private Instant goodbye;

  @BeforeAll
  void the_company_opens(RunningSystem running) {
    system = running;
    office = new Office(system, "D");
    alan = office.hires("Alan Reyes", months.day(1).minusYears(2));
    bill = office.hires("Bill Novak", months.day(1).minusYears(1));
    carl = office.hires("Carl Dunn", months.day(1).minusYears(1));
    dana = office.hires("Dana Osei", months.day(1).minusYears(1));
  }

  @Test
  @Order(1)
  void she_asks_one_thing_only_and_signs_on_the_promise_of_the_first_technician() {
    dorothy = office.meets("C0001", "BUSINESS", "Dorothy's Gifts", months.daysBeforeVisit(1, 6));
    office.recordsTrait(dorothy, "PREFERENCE", false, "Likes a call first.", days(1, 6));
    office.recordsTrait(dorothy, "PRIORITY", true, WHAT_MATTERS, months.daysBeforeVisit(1, 5));
    alansPromise = office.recordsPromise(alan, dorothy, months.daysBeforeVisit(1, 5));
    programme = office.signs(dorothy, alan, months.day(1));
    system.settle();

    assertThat(state(alansPromise)).isEqualTo("STANDING");
    assertThat(office.riskNow(dorothy).path("flagged").asBoolean()).isFalse();
  }

  @Test
  @Order(2)
  void he_comes_twice_and_nobody_need_worry() {
    visits.add(office.visited(programme, months.visit(1)));
    visits.add(office.visited(programme, months.visit(2)));
    system.settle();

    assertThat(state(alansPromise)).isEqualTo("STANDING");
    assertThat(riskAfter(2).path("flagged").asBoolean()).isFalse();
    assertThat(riskAfter(2).path("band").asText()).isEqualTo("LOW");
  }

  @Test
  @Order(3)
  void he_has_left_and_a_second_one_comes_for_good_unannounced_which_breaks_the_promise() {
    office.recordsDeparture(alan, months.day(3).minusDays(5));
    visits.add(
        office.visitedInstead(
            programme,
            months.visit(3),
            bill,
            TechnicianChange.forGoodAndUnannounced("LEFT_COMPANY")));
    system.settle();

    JsonNode promise = office.promise(alansPromise);
    assertThat(promise.path("state").asText()).isEqualTo("BROKEN");
    assertThat(promise.path("decidedBy").path("type").asText()).isEqualTo("visit");
    assertThat(promise.path("decidedBy").path("id").asText()).isEqualTo(visit(3).id().toString());
    assertThat(Instant.parse(promise.path("decidedAt").asText())).isEqualTo(visit(3).at());
    assertThat(riskAfter(3).path("probability").asDouble())
        .isGreaterThan(riskAfter(2).path("probability").asDouble());
  }

  @Test
  @Order(4)
  void he_calms_her_by_promising_that_he_will_be_the_one_and_comes_twice_more() {
    billsPromise = office.recordsPromise(bill, dorothy, months.hoursAfterVisit(3, 1));
    visits.add(office.visited(programme, months.visit(4)));
    visits.add(office.visited(programme, months.visit(5)));
    system.settle();

    assertThat(office.visit(visit(5)).path("technicianId").asText())
        .isEqualTo(bill.id().toString());
    assertThat(state(billsPromise)).isEqualTo("STANDING");
  }

  @Test
  @Order(5)
  void he_is_sick_a_third_one_comes_and_now_at_the_latest_she_is_flagged_with_the_reasons() {
    visits.add(
        office.visitedInstead(
            programme, months.visit(6), carl, TechnicianChange.thisOnceAndUnannounced("SICK")));
    system.settle();

    assertThat(state(billsPromise)).isEqualTo("BROKEN");
    JsonNode risk = riskAfter(6);
    assertThat(risk.path("flagged").asBoolean()).isTrue();
    assertThat(Json.texts(risk.path("reasons"), "code"))
        .contains("REPEATED_TECHNICIAN_CHANGES", "PROMISE_BROKEN");
    assertThat(Json.list(risk.path("reasons")))
        .allSatisfy(this::rests_on_visits_and_promises_of_hers);
    assertThat(office.flags(dorothy)).hasSize(1);
    assertThat(office.flags(dorothy).get(0).path("state").asText()).isEqualTo("RAISED");
  }

  @Test
  @Order(6)
  void three_quiet_visits_of_her_technician_do_not_wipe_the_slate() {
    visits.add(office.visited(programme, months.visit(7)));
    visits.add(office.visited(programme, months.visit(8)));
    visits.add(office.visited(programme, months.visit(9)));
    system.settle();

    assertThat(riskAfter(9).path("flagged").asBoolean()).isTrue();
    assertThat(riskAfter(9).path("probability").asDouble())
        .isLessThan(riskAfter(6).path("probability").asDouble());
  }

  @Test
  @Order(7)
  void before_a_fourth_one_is_sent_whoever_plans_sees_what_it_costs_and_what_would_keep_her() {
    tenth = office.plans(programme, Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS));
    office.grantsVacation(bill, months.day(10).minusDays(2), months.day(10).plusDays(5));
    system.settle();

    JsonNode whatIf =
        office.whatIf(
            dorothy,
            Json.of(
                "visits",
                List.of(
                    Json.of(
                        "technicianId",
                        dana.id(),
                        "scheduledAt",
                        tenth.at(),
                        "permanence",
                        "THIS_VISIT",
                        "customerTold",
                        false,
                        "introduced",
                        false))));
    assertThat(whatIf.path("after").path("probability").asDouble())
        .isGreaterThan(whatIf.path("before").path("probability").asDouble());

    JsonNode impact =
        office
            .asksWhatItWouldCostToSend(
                tenth, dana, TechnicianChange.thisOnceAndUnannounced("VACATION"))
            .path("impact");
    double after = impact.path("probabilityAfter").asDouble();
    assertThat(after).isGreaterThan(impact.path("probabilityBefore").asDouble());
    assertThat(impact.path("promisesBroken")).isNotEmpty();
    JsonNode better = impact.path("alternatives").get(0);
    assertThat(better.path("action").asText()).isEqualTo("MOVE_VISIT_TO_USUAL_TECHNICIAN");
    assertThat(better.path("text").asText()).contains(bill.name());
    assertThat(better.path("probabilityAfter").asDouble()).isLessThan(after);

    assertThat(office.visit(tenth).path("technicianId").asText()).isEqualTo(bill.id().toString());
  }

  @Test
  @Order(8)
  void she_is_sent_all_the_same_and_finds_on_her_job_sheet_first_what_matters_to_dorothy() {
    JsonNode impact =
        office
            .sends(tenth, dana, TechnicianChange.thisOnceAndUnannounced("VACATION"))
            .path("impact");
    assertThat(impact.path("probabilityAfter").asDouble())
        .isGreaterThan(impact.path("probabilityBefore").asDouble());
    system.settle();

    JsonNode sheet = office.jobSheet(tenth);
    JsonNode matters = sheet.path("whatMatters");
    assertThat(sheet.fieldNames().next()).isEqualTo("whatMatters");
    assertThat(Json.texts(matters.path("pinnedTraits"), "text")).containsExactly(WHAT_MATTERS);
    assertThat(Json.texts(matters.path("brokenPromises"), "madeBy"))
        .containsExactlyInAnyOrder(alan.name(), bill.name());
    assertThat(sheet.path("job").path("insteadOf").asText()).isEqualTo(bill.name());
  }

  @Test
  @Order(9)
  void her_card_shows_first_what_mattered_and_that_our_view_and_hers_have_come_apart() {
    JsonNode card = office.card(dorothy);

    assertThat(card.path("traits").get(0).path("text").asText()).isEqualTo(WHAT_MATTERS);
    assertThat(card.path("brokenPromises")).hasSize(2);
    assertThat(card.path("risk").path("flagged").asBoolean()).isTrue();
    assertThat(card.path("usualTechnicians").get(0).path("technician").path("name").asText())
        .isEqualTo(bill.name());
    assertThat(card.path("views").path("ours").path("onTimeShare").asDouble()).isEqualTo(1.0);
    assertThat(card.path("views").path("theirs").path("timesBroken").asInt()).isGreaterThan(1);
  }

  @Test
  @Order(10)
  void the_fourth_one_comes_and_she_is_still_flagged() {
    assertThat(Polling.until(SOON, () -> Instant.now().isAfter(tenth.at()))).isTrue();
    office.isDone(tenth);
    visits.add(tenth);
    system.settle();

    JsonNode risk = office.riskNow(dorothy);
    assertThat(risk.path("flagged").asBoolean()).isTrue();
    assertThat(risk.path("continuity").path("visits").asInt()).isEqualTo(10);
    assertThat(risk.path("continuity").path("technicians").asInt()).isEqualTo(4);
    assertThat(risk.path("continuity").path("usualProvider").asDouble()).isEqualTo(0.6);
    assertThat(Json.list(office.promise(billsPromise).path("breaches"))).hasSize(2);
  }

  @Test
  @Order(11)
  void she_cancels_in_distress_and_the_flag_reads_lost_with_its_lead_time() {
    goodbye = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    office.recordsCancellation(
        programme, goodbye, "TECHNICIAN_CHANGES", "I cannot have one stranger after another here.");
    system.settle();

    JsonNode flag = office.flags(dorothy).get(0);
    Instant raisedAt = Instant.parse(flag.path("raisedAt").asText());
    long visitsSince = visits.stream().filter(visit -> visit.at().isAfter(raisedAt)).count();
    assertThat(flag.path("state").asText()).isEqualTo("LOST");
    assertThat(raisedAt).isBetween(visit(3).at(), visit(6).at());
    assertThat(flag.path("leadDays").asLong())
        .isEqualTo(Duration.between(raisedAt, goodbye).toDays());
    assertThat(flag.path("leadVisits").asLong()).isEqualTo(visitsSince).isGreaterThanOrEqualTo(4);
  }

  @Test
  @Order(12)
  void the_same_history_imported_from_another_system_gives_the_same_numbers() {
    Customer imported = office.export().importedInto(system, dorothy);
    system.settle();

    for (Visit visit : visits) {
      Instant justAfter = visit.at().plusMillis(1);
      assertThat(RiskFigures.of(office.risk(imported.id(), justAfter)))
          .as("after the visit of " + visit.at())
          .isEqualTo(RiskFigures.of(office.risk(dorothy.id(), justAfter)));
    }
    Instant end = goodbye.plusMillis(1);
    assertThat(RiskFigures.of(office.risk(imported.id(), end)))
        .isEqualTo(RiskFigures.of(office.risk(dorothy.id(), end)));
  }

  private void rests_on_visits_and_promises_of_hers(JsonNode reason) {
    List<String> hers = new ArrayList<>();
    visits.forEach(visit -> hers.add(visit.id().toString()));
    hers.add(alansPromise.id().toString());
    hers.add(billsPromise.id().toString());
    assertThat(reason.path("text").asText()).as(reason.toString()).isNotBlank();
    assertThat(Json.texts(reason.path("evidence"), "id"))
        .as(reason.toString())
        .isNotEmpty()
        .isSubsetOf(hers);
  }

  private Visit visit(int number) {
    return visits.get(number - 1);
  }

  private JsonNode riskAfter(int number) {
    return office.risk(dorothy.id(), months.hoursAfterVisit(number, 2));
  }

  private Instant days(int visit, int before) {
    return months.daysBeforeVisit(visit, before);
  }

  private String state(Promise promise) {
    return office.promise(promise).path("state").asText();
  }
}
