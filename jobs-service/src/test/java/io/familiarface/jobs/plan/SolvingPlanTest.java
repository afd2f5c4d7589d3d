package io.familiarface.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.plan.solver.PlanSolver;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.VisitDemand;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Visits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Ben leaves, and Cleo follows: whom can Ben introduce? */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SolvingPlanTest {
  private static final Instant NOW = Instant.parse("2027-01-04T15:00:00Z");
  private static final Instant LAST = NOW.plus(Duration.ofDays(7));
  private static final Instant HANDED_OVER = NOW.plus(Duration.ofDays(37));
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final UUID BEN = UUID.randomUUID();
  private static final UUID CLEO = UUID.randomUUID();
  private static final RisksOfVisit RISKS =
      new RisksOfVisit(risk("0.10"), risk("0.40"), risk("0.40"), risk("0.15"), null);

  private List<RosterEntry.Booking> booked = List.of();

  @Test
  void whoever_is_introduced_in_time_breaks_no_promise() {
    VisitToServe visit = visit(LAST, HANDED_OVER);
    SolvedPlan plan = solved(visit);
    assertThat(plan.items()).singleElement().satisfies(item -> assertIntroduced(item, visit));
    assertThat(plan.plan()).isEqualTo(new SolvedPlan.Side(1_500, 0, 0));
  }

  @Test
  void whoever_is_elsewhere_then_is_not_introduced_and_breaks_it() {
    booked = List.of(new RosterEntry.Booking(UUID.randomUUID(), LAST.plusSeconds(600), true));
    SolvedPlan plan = solved(visit(LAST, HANDED_OVER));
    assertThat(plan.items()).singleElement().satisfies(SolvingPlanTest::assertNotIntroduced);
    assertThat(plan.plan()).isEqualTo(new SolvedPlan.Side(4_000, 1, 0));
  }

  @Test
  void nobody_is_introduced_at_two_visits_at_once() {
    VisitToServe first = visit(LAST, HANDED_OVER);
    VisitToServe second =
        visit(LAST.plus(Duration.ofMinutes(30)), HANDED_OVER.plus(Duration.ofHours(3)));
    SolvedPlan plan = solved(first, second);
    assertThat(plan.items()).hasSize(2);
    assertIntroduced(plan.items().get(0), first);
    assertNotIntroduced(plan.items().get(1));
    assertThat(plan.plan()).isEqualTo(new SolvedPlan.Side(5_500, 1, 0));
    assertThat(plan.nextFree()).isEqualTo(plan.plan());
  }

  private static void assertIntroduced(SolvedPlan.Item item, VisitToServe visit) {
    assertThat(item.technicianId()).isEqualTo(CLEO);
    assertThat(item.jointVisitId()).isEqualTo(visit.joint().id());
    assertThat(item.promisesBroken()).isEmpty();
    assertThat(item.probabilityAfter()).isEqualTo(RISKS.introduced());
  }

  private static void assertNotIntroduced(SolvedPlan.Item item) {
    assertThat(item.technicianId()).isEqualTo(CLEO);
    assertThat(item.jointVisitId()).isNull();
    assertThat(item.promisesBroken()).hasSize(1);
    assertThat(item.probabilityAfter()).isEqualTo(RISKS.unknown());
  }

  private SolvedPlan solved(VisitToServe... visits) {
    CompanyCalendar calendar = new CompanyCalendar(Clock.systemUTC(), Company.ZONE);
    RosterEntry cleo =
        new RosterEntry(
            CLEO,
            null,
            null,
            Set.of(),
            List.of(),
            new Employment("Cleo", null, null),
            List.of(),
            List.of(),
            booked,
            List.of());
    PlanCause cause =
        new PlanCause(
            UUID.randomUUID(),
            PlanKind.DEPARTURE,
            BEN,
            calendar.dayOf(LAST).plusDays(1),
            null,
            ChangeReason.LEFT_COMPANY);
    Map<UUID, RisksOfVisit> risks = new HashMap<>();
    List.of(visits).forEach(visit -> risks.put(visit.id(), RISKS));
    PlanDraft draft =
        new PlanDraft(
            cause,
            NOW,
            List.of(visits),
            List.of(),
            List.of(cleo),
            LENGTH,
            Duration.ofHours(24),
            "USD",
            false);
    return new SolvingPlan(draft, risks, calendar)
        .solve(new PlanSolver(Duration.ofMinutes(1), 100), spent -> {});
  }

  /** A customer whom Ben has promised to come for good, and who pays 100.00 a year. */
  private static VisitToServe visit(Instant last, Instant next) {
    UUID customer = UUID.randomUUID();
    UUID agreement = UUID.randomUUID();
    Visits.Touched visit = touched(customer, agreement, next);
    return new VisitToServe(
        visit,
        new VisitDemand(
            visit.id(),
            next,
            visit.scheduledOn(),
            next.atZone(Company.ZONE).toLocalTime(),
            true,
            LENGTH,
            Set.of(),
            Set.of()),
        Map.of(),
        PromisedCustomer.of(customer, BEN),
        10_000,
        0,
        visit.scheduledOn(),
        List.of(),
        new VisitToServe.Joint(
            UUID.randomUUID(), last, last.atZone(Company.ZONE).toLocalDate(), true));
  }

  private static Visits.Touched touched(UUID customer, UUID agreement, Instant at) {
    return new Visits.Touched(
        UUID.randomUUID(),
        1,
        agreement,
        customer,
        at,
        at.atZone(Company.ZONE).toLocalDate(),
        true,
        BEN,
        BEN,
        false);
  }

  private static BigDecimal risk(String probability) {
    return new BigDecimal(probability);
  }
}
