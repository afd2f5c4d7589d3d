package io.familiarface.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.plan.problem.Proposal;
import io.familiarface.jobs.plan.solver.PlanSolver;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.VisitDemand;
import io.familiarface.jobs.technician.AbsenceKind;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.jobs.technician.TechnicianCertificate;
import io.familiarface.jobs.technician.WorkingHours;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Visits;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Ben won't come, and Cleo is there: what of Ben's work beside visits can Cleo do? */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposingOthersTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final UUID BEN = UUID.randomUUID();
  private static final UUID CLEO = UUID.randomUUID();
  private static final UUID PROJECT = UUID.randomUUID();

  private final CompanyCalendar calendar = new CompanyCalendar(Clock.systemUTC(), Company.ZONE);
  private PlanCause cause =
      new PlanCause(
          UUID.randomUUID(), PlanKind.DEPARTURE, BEN, MONDAY, null, ChangeReason.LEFT_COMPANY);

  private LocalDate leftOn;
  private List<RosterEntry.Away> away = List.of();
  private List<RosterEntry.Booking> booked = List.of();
  private List<RosterEntry.AtStep> atSteps = List.of();
  private List<RosterEntry> beforeCleo = List.of();
  private CustomerState customer;
  private Set<String> skills = Set.of();
  private List<TechnicianCertificate> certificates = List.of();
  private VisitToServe.Joint last;

  @Test
  void whoever_is_free_on_all_days_works_on_a_step() {
    booked = List.of(visitOn(MONDAY.plusDays(3)));
    away =
        List.of(new RosterEntry.Away(AbsenceKind.VACATION, MONDAY.plusDays(4), MONDAY.plusDays(9)));
    assertThat(proposed(step(PROJECT, MONDAY, MONDAY.plusDays(2)))).containsExactly(CLEO);
  }

  @Test
  void who_is_not_there_or_elsewhere_on_one_of_the_days_does_not() {
    OtherWork step = step(PROJECT, MONDAY, MONDAY.plusDays(2));
    away = List.of(new RosterEntry.Away(AbsenceKind.SICK, MONDAY.plusDays(2), MONDAY.plusDays(2)));
    assertThat(proposed(step)).containsOnlyNulls();
    away = List.of();
    booked = List.of(visitOn(MONDAY.plusDays(1)));
    assertThat(proposed(step)).containsOnlyNulls();
    booked = List.of();
    atSteps = List.of(elsewhere(MONDAY.plusDays(2), MONDAY.plusDays(5)));
    assertThat(proposed(step)).containsOnlyNulls();
    atSteps = List.of();
    leftOn = MONDAY.plusDays(1);
    assertThat(proposed(step)).containsOnlyNulls();
  }

  @Test
  void whose_licence_ends_while_a_step_goes_on_does_not_work_on_it() {
    skills = Set.of("rodents");
    certificates = List.of(new TechnicianCertificate("Licence", "rodents", MONDAY.plusDays(1)));
    assertThat(proposed(step(PROJECT, MONDAY, MONDAY.plusDays(1)))).containsExactly(CLEO);
    assertThat(proposed(step(PROJECT, MONDAY, MONDAY.plusDays(2)))).containsOnlyNulls();
  }

  @Test
  void whoever_is_at_the_same_project_on_those_days_works_on_the_step_as_well() {
    atSteps = List.of(new RosterEntry.AtStep(PROJECT, MONDAY, MONDAY.plusDays(2)));
    assertThat(proposed(step(PROJECT, MONDAY, MONDAY.plusDays(1)))).containsExactly(CLEO);
    assertThat(proposed(step(UUID.randomUUID(), MONDAY, MONDAY))).containsOnlyNulls();
  }

  @Test
  void a_step_without_an_end_in_sight_is_compared_as_quickly() {
    booked = List.of(visitOn(MONDAY.plusYears(1)));
    LocalDate never = LocalDate.of(9999, 12, 31);
    assertThat(proposed(step(PROJECT, MONDAY, never))).containsOnlyNulls();
    booked = List.of();
    assertThat(proposed(step(PROJECT, MONDAY, never))).containsExactly(CLEO);
  }

  @Test
  void of_two_projects_on_one_day_one_is_done_but_two_steps_of_one_are() {
    OtherWork first = step(PROJECT, MONDAY, MONDAY.plusDays(2));
    OtherWork overlapping = step(PROJECT, MONDAY.plusDays(1), MONDAY.plusDays(3));
    assertThat(proposed(first, overlapping)).containsExactly(CLEO, CLEO);
    OtherWork other = step(UUID.randomUUID(), MONDAY.plusDays(2), MONDAY.plusDays(3));
    assertThat(proposed(first, other)).containsExactly(CLEO, null);
  }

  @Test
  void whoever_works_on_a_step_is_sent_to_no_visit_on_its_days() {
    ProposingOthers proposing = proposing();
    List<OtherProposal> others =
        proposing.propose(List.of(step(PROJECT, MONDAY, MONDAY)), this::toServe);
    VisitToServe visit = visit(MONDAY);
    SolvedPlan plan = solved(others, proposing.rosterThen(), visit, visit(MONDAY.plusDays(1)));
    assertThat(plan.items())
        .extracting(item -> item.visit().id().equals(visit.id()), SolvedPlan.Item::proposal)
        .containsExactlyInAnyOrder(tuple(true, Proposal.LEAVE), tuple(false, Proposal.SEND));
    assertThat(plan.others()).extracting(OtherProposal::technicianId).containsExactly(CLEO);
  }

  @Test
  void who_takes_over_an_agreement_at_rest_need_not_be_free_on_the_day_since_when() {
    LocalDate sunday = MONDAY.minusDays(1);
    away = List.of(new RosterEntry.Away(AbsenceKind.VACATION, sunday, MONDAY));
    atSteps = List.of(elsewhere(sunday, MONDAY));
    assertThat(proposed(atRest(sunday))).containsExactly(CLEO);
    leftOn = MONDAY.minusDays(2);
    assertThat(proposed(atRest(sunday))).containsOnlyNulls();
  }

  @Test
  void whoever_takes_over_an_agreement_at_rest_breaks_the_promise_that_ben_comes() {
    customer = PromisedCustomer.of(UUID.randomUUID(), BEN);
    OtherProposal proposal = proposal(atRest(MONDAY));
    assertThat(proposal.promisesBroken()).containsExactly(customer.promises().get(0).id());
    assertThat(proposal.nextFreeBroken()).isEqualTo(1);
    assertThat(proposal(step(PROJECT, MONDAY, MONDAY)).promisesBroken()).isEmpty();
    assertThat(solved(List.of(proposal), List.of()).plan()).isEqualTo(new SolvedPlan.Side(0, 1, 0));
  }

  @Test
  void whoever_was_promised_takes_over_before_somebody_who_fits_better() {
    beforeCleo = List.of(technician(UUID.randomUUID(), "Bea", List.of()));
    booked = List.of(visitOn(MONDAY));
    assertThat(proposed(atRest(MONDAY))).doesNotContain(CLEO);
    customer = PromisedCustomer.of(UUID.randomUUID(), CLEO);
    OtherProposal proposal = proposal(atRest(MONDAY));
    assertThat(proposal.technicianId()).isEqualTo(CLEO);
    assertThat(proposal.promisesBroken()).isEmpty();
    assertThat(proposal.nextFreeBroken()).isEqualTo(1);
  }

  @Test
  void where_both_can_be_before_somebody_takes_over_an_agreement_at_rest_is_said() {
    assertThat(proposal(atRest(MONDAY)).reason()).doesNotContain("Both");
    LocalDate before = MONDAY.minusDays(7);
    last = new VisitToServe.Joint(UUID.randomUUID(), Company.at(before, 10), before, true);
    assertThat(proposal(atRest(MONDAY)).reason())
        .contains("Both can be at the visit of Monday 28 December, to introduce Cleo");
    booked = List.of(visitOn(before));
    assertThat(proposal(atRest(MONDAY)).reason()).doesNotContain("Both");
  }

  @Test
  void who_leaves_within_a_year_takes_over_no_agreement_at_rest() {
    leftOn = MONDAY.plusYears(1);
    assertThat(proposed(atRest(MONDAY))).containsOnlyNulls();
    leftOn = leftOn.plusDays(1);
    assertThat(proposed(atRest(MONDAY))).containsExactly(CLEO);
  }

  @Test
  void of_a_step_that_has_begun_the_rest_is_what_somebody_is_to_be_there_for() {
    LocalDate sunday = MONDAY.minusDays(1);
    away = List.of(new RosterEntry.Away(AbsenceKind.VACATION, sunday, sunday));
    StepsToCome.Step begun = drying(sunday, MONDAY);
    assertThat(proposed(OtherWork.of(begun, sunday))).containsOnlyNulls();
    assertThat(proposed(OtherWork.of(begun, MONDAY))).containsExactly(CLEO);
    // Cleo works on Mondays and Tuesdays.
    away = List.of();
    assertThat(proposed(OtherWork.of(begun, sunday))).containsOnlyNulls();
    LocalDate saturday = sunday.minusDays(1);
    assertThat(proposed(OtherWork.of(drying(saturday, MONDAY), sunday))).containsExactly(CLEO);
    assertThat(proposed(OtherWork.of(drying(saturday, sunday), sunday))).containsOnlyNulls();
  }

  @Test
  void a_step_is_given_to_nobody_else_for_an_absence_on_some_of_its_days() {
    cause =
        new PlanCause(
            UUID.randomUUID(),
            PlanKind.ABSENCE,
            BEN,
            MONDAY.plusDays(1),
            MONDAY.plusDays(2),
            ChangeReason.SICK);
    LocalDate tuesday = MONDAY.plusDays(1);
    assertThat(proposed(step(PROJECT, MONDAY, tuesday))).containsOnlyNulls();
    assertThat(proposed(step(PROJECT, tuesday, MONDAY.plusDays(3)))).containsOnlyNulls();
    assertThat(proposed(step(PROJECT, tuesday, MONDAY.plusDays(2)))).containsExactly(CLEO);
  }

  private SolvedPlan solved(
      List<OtherProposal> others, List<RosterEntry> roster, VisitToServe... visits) {
    PlanDraft draft =
        new PlanDraft(
            cause,
            calendar.startOf(MONDAY.minusDays(10)),
            List.of(visits),
            others,
            roster,
            LENGTH,
            Duration.ofHours(24),
            "USD",
            false);
    return new SolvingPlan(draft, Map.of(), calendar)
        .solve(new PlanSolver(Duration.ofMinutes(1), 100), spent -> {});
  }

  private OtherProposal proposal(OtherWork work) {
    return proposing().propose(List.of(work), this::toServe).get(0);
  }

  private List<UUID> proposed(OtherWork... works) {
    List<UUID> who = new ArrayList<>();
    proposing()
        .propose(List.of(works), this::toServe)
        .forEach(proposal -> who.add(proposal.technicianId()));
    return who;
  }

  private ProposingOthers proposing() {
    List<RosterEntry> roster = new ArrayList<>(beforeCleo);
    roster.add(technician(CLEO, "Cleo", booked));
    return new ProposingOthers(
        cause,
        roster,
        new PlannedSubstitutions(
            cause, calendar.startOf(MONDAY.minusDays(10)), Duration.ofHours(24), calendar),
        calendar);
  }

  private RosterEntry technician(UUID id, String name, List<RosterEntry.Booking> bookings) {
    return new RosterEntry(
        id,
        null,
        null,
        skills,
        certificates,
        new Employment(name, null, leftOn),
        List.of(
            new WorkingHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)),
            new WorkingHours(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(17, 0))),
        away,
        bookings,
        atSteps);
  }

  private static RosterEntry.Booking visitOn(LocalDate day) {
    return new RosterEntry.Booking(UUID.randomUUID(), Company.at(day, 10), true);
  }

  private static OtherWork step(UUID project, LocalDate from, LocalDate until) {
    return new OtherWork(
        UUID.randomUUID(), 0, null, project, 1, "Drying", UUID.randomUUID(), from, until, false);
  }

  private static StepsToCome.Step drying(LocalDate from, LocalDate until) {
    return new StepsToCome.Step(
        UUID.randomUUID(), 0, PROJECT, 1, "Drying", UUID.randomUUID(), BEN, from, until);
  }

  private static RosterEntry.AtStep elsewhere(LocalDate from, LocalDate until) {
    return new RosterEntry.AtStep(UUID.randomUUID(), from, until);
  }

  private static OtherWork atRest(LocalDate from) {
    UUID agreement = UUID.randomUUID();
    return new OtherWork(
        agreement, 0, agreement, null, null, null, UUID.randomUUID(), from, from, false);
  }

  private VisitToServe toServe(OtherWork work) {
    return toServe(work.asVisit(BEN, calendar));
  }

  private VisitToServe visit(LocalDate day) {
    Instant at = Company.at(day, 10);
    UUID id = UUID.randomUUID();
    return toServe(
        new Visits.Touched(
            id, 0, UUID.randomUUID(), UUID.randomUUID(), at, day, true, BEN, BEN, false));
  }

  private VisitToServe toServe(Visits.Touched visit) {
    return new VisitToServe(
        visit,
        new VisitDemand(
            visit.id(),
            visit.scheduledAt(),
            visit.scheduledOn(),
            calendar.timeOf(visit.scheduledAt()),
            visit.timeSaid(),
            LENGTH,
            skills,
            Set.of()),
        Map.of(),
        customer,
        10_000,
        0,
        visit.scheduledOn(),
        List.of(),
        last);
  }
}
