package io.familiarface.jobs.plan;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.VisitDemand;
import io.familiarface.jobs.technician.AbsenceKind;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Visits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Forty technicians in four branches with five visits on each of twenty working days, four thousand
 * in all, to as many customers who come to be visited monthly; three technicians are sick for a
 * week each. About a third of the customers were promised that nobody else comes, and most know one
 * or two others of the branch from former times.
 */
final class SeededCompany {
  private static final int TECHNICIANS = 40;
  private static final int BRANCHES = 4;
  private static final int WEEKS = 4;
  private static final int VISITS_A_DAY = 5;
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
  private static final Instant NOW = Company.at(MONDAY.minusDays(3), 12);

  /** Those of the risk model's priors that matter here: log-odds of the hazard of a visit. */
  private static final double BASE = -4.7;

  private static final double SUBSTITUTION = 0.45;
  private static final double INTRODUCTION_UNKNOWN = 0.1;
  private static final double STRANGER = 0.4;
  private static final double BROKEN_PROMISE = 0.8;
  private static final int VISITS_OF_THE_HORIZON = 3;

  private final Random random;
  private final List<Visits.Touched> visits = new ArrayList<>();
  private final Map<UUID, CustomerState> customers = new HashMap<>();
  private final Map<UUID, Map<UUID, Visits.FamiliarityOf>> known = new HashMap<>();
  private final Map<UUID, Long> worth = new HashMap<>();
  final CompanyCalendar calendar =
      new CompanyCalendar(Clock.fixed(NOW, Company.ZONE), Company.ZONE);

  SeededCompany(long seed) {
    random = new Random(seed);
    for (int who = 0; who < TECHNICIANS; who++) {
      for (int week = 0; week < WEEKS; week++) {
        for (int day = 0; day < 5; day++) {
          LocalDate on = MONDAY.plusWeeks(week).plusDays(day);
          List<Integer> hours = new ArrayList<>(IntStream.range(9, 17).boxed().toList());
          Collections.shuffle(hours, random);
          for (int hour : hours.subList(0, VISITS_A_DAY)) {
            visit(who, on, hour);
          }
        }
      }
    }
  }

  int visits() {
    return visits.size();
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static UUID technician(int number) {
    return new UUID(1, number);
  }

  private static String branch(int technician) {
    return "branch " + technician % BRANCHES;
  }

  private void visit(int who, LocalDate on, int hour) {
    UUID customer = id();
    visits.add(
        new Visits.Touched(
            id(),
            0,
            id(),
            customer,
            Company.at(on, hour),
            on,
            true,
            technician(who),
            technician(who),
            false));
    boolean promised = random.nextInt(3) == 0;
    CustomerState.Promise promise =
        new CustomerState.Promise(
            id(), "SAME_TECHNICIAN", "", "", NOW, technician(who), null, "STANDING");
    customers.put(
        customer,
        new CustomerState(
            customer,
            null,
            "HOUSEHOLD",
            "Somebody",
            null,
            branch(who),
            "ACTIVE",
            1L,
            null,
            List.of(),
            promised ? List.of(promise) : List.of(),
            null,
            null,
            List.of()));
    Map<UUID, Visits.FamiliarityOf> familiar = new HashMap<>();
    for (int other = random.nextInt(3); other > 0; other--) {
      int colleague = (who + BRANCHES * (1 + random.nextInt(9))) % TECHNICIANS;
      familiar.put(
          technician(colleague),
          new Visits.FamiliarityOf(
              customer, technician(colleague), 1 + random.nextInt(3), on.minusDays(90)));
    }
    known.put(customer, familiar);
    worth.put(customer, 12L * (5_000 + random.nextInt(20_000)));
  }

  /** The plans that are asked for, one for each of the three who are sick. */
  List<SolvingPlan> plans() {
    return IntStream.range(0, 3).mapToObj(i -> plan(7 + 11 * i, i)).toList();
  }

  private SolvingPlan plan(int who, int week) {
    LocalDate from = MONDAY.plusWeeks(week);
    PlanCause cause =
        new PlanCause(
            id(), PlanKind.ABSENCE, technician(who), from, from.plusDays(4), ChangeReason.SICK);
    List<VisitToServe> touched =
        visits.stream()
            .filter(visit -> visit.technicianId().equals(cause.technicianId()))
            .filter(visit -> !visit.scheduledOn().isBefore(cause.from()))
            .filter(visit -> !visit.scheduledOn().isAfter(cause.until()))
            .map(this::toServe)
            .toList();
    PlanDraft draft =
        new PlanDraft(
            cause,
            NOW,
            touched,
            List.of(),
            roster(cause),
            LENGTH,
            Duration.ofHours(24),
            "USD",
            false);
    Map<UUID, RisksOfVisit> risks = new HashMap<>();
    touched.forEach(visit -> risks.put(visit.id(), risks(visit)));
    return new SolvingPlan(draft, risks, calendar);
  }

  private VisitToServe toServe(Visits.Touched visit) {
    return new VisitToServe(
        visit,
        new VisitDemand(
            visit.id(),
            visit.scheduledAt(),
            visit.scheduledOn(),
            calendar.timeOf(visit.scheduledAt()),
            true,
            LENGTH,
            Set.of("rodents"),
            Set.of()),
        known.get(visit.customerId()),
        customers.get(visit.customerId()),
        worth.get(visit.customerId()),
        14,
        MONDAY.minusYears(1),
        List.of(),
        null);
  }

  private List<RosterEntry> roster(PlanCause cause) {
    return IntStream.range(0, TECHNICIANS)
        .mapToObj(
            who ->
                new RosterEntry(
                    technician(who),
                    null,
                    branch(who),
                    Set.of("rodents"),
                    List.of(),
                    new Employment("Technician %02d".formatted(who), null, null),
                    workingHours(),
                    technician(who).equals(cause.technicianId())
                        ? List.of(
                            new RosterEntry.Away(AbsenceKind.SICK, cause.from(), cause.until()))
                        : List.of(),
                    visits.stream()
                        .filter(visit -> visit.technicianId().equals(technician(who)))
                        .map(
                            visit -> new RosterEntry.Booking(visit.id(), visit.scheduledAt(), true))
                        .toList(),
                    List.of()))
        .toList();
  }

  private static List<io.familiarface.jobs.technician.WorkingHours> workingHours() {
    return java.util.Arrays.stream(DayOfWeek.values())
        .limit(5)
        .map(
            day ->
                new io.familiarface.jobs.technician.WorkingHours(
                    day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
        .toList();
  }

  /** As the model without any history of the company says for somebody told in time. */
  private static RisksOfVisit risks(VisitToServe visit) {
    double promise = visit.customer().promises().isEmpty() ? 0 : BROKEN_PROMISE;
    double substitution = BASE + SUBSTITUTION + INTRODUCTION_UNKNOWN + promise;
    return new RisksOfVisit(
        leaves(BASE), leaves(substitution), leaves(substitution + STRANGER), null, leaves(BASE));
  }

  private static BigDecimal leaves(double logOdds) {
    double stays = 1 - 1 / (1 + Math.exp(-logOdds));
    return BigDecimal.valueOf(1 - Math.pow(stays, VISITS_OF_THE_HORIZON))
        .setScale(4, RoundingMode.HALF_EVEN);
  }
}
