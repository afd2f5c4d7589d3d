package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.plan.problem.Option;
import io.familiarface.jobs.plan.problem.Proposal;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.SendingRule;
import io.familiarface.jobs.substitute.SubstituteCandidate;
import io.familiarface.jobs.visit.NearbyTimes;
import io.familiarface.jobs.visit.Permanence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The ways to serve a visit that break no rule of {@link SendingRule}. */
final class PossibleOptions {
  /** In cents: what a moved day is taken to cost, so that nothing is moved for nothing. */
  private static final long MOVED_DAY = 50;

  /** In cents: a later visit of a successor that collides has to be moved by somebody. */
  private static final long LATER_COLLISION = 500;

  /** So many days are offered, the nearest first. */
  private static final int DAYS_OFFERED = 4;

  private final PlanDraft draft;
  private final CompanyCalendar calendar;
  private final PlannedSubstitutions planned;

  PossibleOptions(PlanDraft draft, CompanyCalendar calendar) {
    this.draft = draft;
    this.calendar = calendar;
    this.planned = PlannedSubstitutions.in(draft, calendar);
  }

  /** The last one is to leave it as it is. */
  List<Option> of(VisitToServe visit, RisksOfVisit risks) {
    return Stream.of(sent(visit, risks), moved(visit, risks), Stream.of(left(visit, risks)))
        .flatMap(each -> each)
        .toList();
  }

  private Stream<Option> sent(VisitToServe visit, RisksOfVisit risks) {
    return draft.roster().stream()
        .filter(who -> !who.technicianId().equals(visit.visit().technicianId()))
        .filter(who -> planned.canBeSent(visit, who))
        .map(who -> sent(visit, who, risks, planned.canBeIntroduced(visit, who)));
  }

  /**
   * Somebody is sent.
   *
   * @param introduced whether they are at the last visit of who leaves
   */
  Option sent(VisitToServe visit, RosterEntry who, RisksOfVisit risks, boolean introduced) {
    return new Option(
        Proposal.SEND,
        who.technicianId(),
        visit.visit().scheduledAt(),
        visit.demand().timed(),
        planned.broken(visit, who.technicianId(), introduced),
        loss(visit, afterSending(visit, who.technicianId(), risks, introduced)),
        collidingLater(visit, who) * LATER_COLLISION,
        candidate(visit, who).score());
  }

  /** Whether somebody can be at the last visit of who leaves, by what is booked already. */
  boolean canBeIntroduced(VisitToServe visit, RosterEntry who) {
    return planned.canBeIntroduced(visit, who);
  }

  /** For how long somebody would come; null for whoever usually does. */
  Permanence permanence(VisitToServe visit, UUID technicianId) {
    return planned.of(visit, technicianId, false).permanence();
  }

  /** The risk after somebody was sent. */
  static BigDecimal afterSending(
      VisitToServe visit, UUID technicianId, RisksOfVisit risks, boolean introduced) {
    if (PlannedSubstitutions.isUsual(visit, technicianId)) {
      return risks.moved() == null ? risks.now() : risks.moved();
    }
    if (introduced && risks.introduced() != null) {
      return risks.introduced();
    }
    return visit.isKnown(technicianId) && risks.known() != null ? risks.known() : risks.unknown();
  }

  private Stream<Option> moved(VisitToServe visit, RisksOfVisit risks) {
    Optional<RosterEntry> usual =
        draft.roster().stream()
            .filter(who -> who.technicianId().equals(visit.visit().plannedTechnicianId()))
            .filter(who -> who.technicianId().equals(visit.visit().technicianId()))
            .findFirst();
    if (usual.isEmpty() || visit.moveAtMostDays() == 0) {
      return Stream.of();
    }
    return timesBeside(visit, usual.get())
        .map(
            at ->
                new Option(
                    Proposal.MOVE,
                    usual.get().technicianId(),
                    at,
                    true,
                    List.of(),
                    loss(visit, risks.moved() == null ? risks.now() : risks.moved()),
                    days(visit, at) * MOVED_DAY,
                    0));
  }

  private long days(VisitToServe visit, Instant at) {
    return Math.abs(
        java.time.temporal.ChronoUnit.DAYS.between(
            visit.visit().scheduledOn(), calendar.dayOf(at)));
  }

  /** On the days nearest to the one agreed, at the time agreed or near it. */
  private Stream<Instant> timesBeside(VisitToServe visit, RosterEntry usual) {
    LocalDate day = visit.visit().scheduledOn();
    List<LocalDate> days = new ArrayList<>();
    for (int beside = 1; beside <= visit.moveAtMostDays(); beside++) {
      days.add(day.plusDays(beside));
      days.add(day.minusDays(beside));
    }
    LocalTime time = visit.demand().time();
    return days.stream()
        .filter(one -> one.isAfter(calendar.dayOf(draft.asOf()).plusDays(1)))
        .filter(one -> !one.isBefore(visit.notBefore()))
        .filter(one -> isSameKindOfDay(one, day))
        .filter(one -> usual.awayOn(one).isEmpty() && usual.mayUseAllSkillsOn(one))
        .limit(DAYS_OFFERED)
        .flatMap(
            one ->
                NearbyTimes.of(time)
                    .map(hour -> calendar.at(one, hour))
                    .filter(at -> isFree(visit, usual, at)));
  }

  private boolean isFree(VisitToServe visit, RosterEntry usual, Instant at) {
    return SendingRule.refusal(
            usual, visit.demand().movedTo(at, calendar.dayOf(at), calendar.timeOf(at), true))
        .isEmpty();
  }

  private static boolean isSameKindOfDay(LocalDate one, LocalDate other) {
    return isWeekend(other) || !isWeekend(one);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() > 5;
  }

  private static Option left(VisitToServe visit, RisksOfVisit risks) {
    return new Option(
        Proposal.LEAVE,
        null,
        visit.visit().scheduledAt(),
        false,
        List.of(),
        loss(visit, risks.unknown()),
        0,
        0);
  }

  /** In cents a year; 0 while nobody knows. */
  static long loss(VisitToServe visit, BigDecimal probability) {
    return probability == null
        ? 0
        : probability.multiply(BigDecimal.valueOf(visit.worth())).longValue();
  }

  private long collidingLater(VisitToServe visit, RosterEntry who) {
    return visit.later().stream()
        .filter(at -> who.bookedAt(visit.id(), at, draft.length()).isPresent())
        .count();
  }

  SubstituteCandidate candidate(VisitToServe visit, RosterEntry who) {
    return candidate(visit, who, calendar);
  }

  /** How well somebody fits a visit. */
  static SubstituteCandidate candidate(
      VisitToServe visit, RosterEntry who, CompanyCalendar calendar) {
    var familiarity = visit.known().get(who.technicianId());
    Set<String> shared = new HashSet<>(who.skillsOn(visit.demand().on()));
    shared.retainAll(visit.demand().skillsWanted());
    return new SubstituteCandidate(
        who.technicianId(),
        who.externalId(),
        who.name(),
        familiarity == null ? 0 : familiarity.visits(),
        familiarity == null ? null : familiarity.lastOn(),
        visit.customer() != null
            && visit.customer().branch() != null
            && visit.customer().branch().equals(who.branch()),
        shared,
        visit.demand().skillsWanted().size(),
        who.bookingsOn(visit.demand().on(), calendar::dayOf));
  }
}
