package io.familiarface.jobs.planning;

import static java.time.temporal.ChronoUnit.DAYS;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Recurrence;
import io.familiarface.jobs.agreement.Terms;
import io.familiarface.jobs.visit.Schedule;
import io.familiarface.jobs.visit.UsualTechnicians;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitPublisher;
import io.familiarface.jobs.visit.VisitState;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes the visits that agreements ask for: from now on, as far as the horizon. */
@ApplicationScoped
class Planner {
  private final Visits visits;
  private final UsualTechnicians usualTechnicians;
  private final VisitPublisher publisher;
  private final CompanyCalendar calendar;
  private final PlanningSettings settings;

  Planner(
      Visits visits,
      UsualTechnicians usualTechnicians,
      VisitPublisher publisher,
      CompanyCalendar calendar,
      PlanningSettings settings) {
    this.visits = visits;
    this.usualTechnicians = usualTechnicians;
    this.publisher = publisher;
    this.calendar = calendar;
    this.settings = settings;
  }

  /** Plans an agreement that has no visits yet. */
  void planFirst(Agreement agreement) {
    plan(agreement, calendar.today(), Set.of(), visit -> {});
  }

  /** Plans what is not planned yet; slots that a visit stands for are left alone. */
  void extend(Agreement agreement) {
    LocalDate today = calendar.today();
    LocalDate next = agreement.plannedUntil().plusDays(1);
    LocalDate from = next.isBefore(today) ? today : next;
    plan(agreement, from, visits.slotsFrom(agreement.id(), from), visit -> {});
  }

  /**
   * Withdraws the visits to come that only the rule made, and plans by the rule as it is now. The
   * window and the checklist that somebody gave one of them go on to the one in its place.
   *
   * @param before the terms that made those visits
   * @param ours whether we want it so, and not the customer
   */
  void replan(Agreement agreement, Terms before, boolean ours) {
    visits.writeAdded();
    LocalDate today = calendar.today();
    Optional<Visit> handOver = usualTechnicians.handOverOfNext(agreement);
    List<VisitPublisher.Change> withdrawn = new ArrayList<>();
    Map<LocalDate, Visit> replaced = new HashMap<>();
    for (Visit visit : toCome(agreement)) {
      if (isOfRule(visit, handOver, before.visitAt())) {
        if (visit.hasOwn(before)) {
          agreement
              .rule()
              .slotOf(visit.scheduledOn(), today)
              .ifPresent(slot -> replaced.putIfAbsent(slot, visit));
        }
        visit.withdraw();
        withdrawn.add(new VisitPublisher.Change(visit, null));
      }
    }
    publisher.changed(withdrawn, "visit.withdrawn");
    handOverLater(agreement, handOver);
    standAnew(agreement, today);
    Map<LocalDate, Visit> made = new HashMap<>();
    planMissing(
        agreement,
        visit -> {
          visit.keepOwn(replaced.get(visit.slotOn()), before);
          made.put(visit.slotOn(), visit);
        });
    for (VisitPublisher.Change change : withdrawn) {
      // Each takes the place of one: nobody is introduced at one visit in the place of two.
      Optional<Visit> inPlace =
          agreement.rule().slotOf(change.visit().scheduledOn(), today).map(made::remove);
      inPlace.ifPresent(visit -> publisher.replaced(change.visit(), visit, ours));
      if (ours && inPlace.isEmpty()) {
        publisher.calledOff(change.visit());
      }
    }
  }

  /**
   * Withdraws the visits that only the rule made in the pause, and plans those that are missing.
   *
   * @param ours whether we want it so, and not the customer
   */
  void followPause(Agreement agreement, boolean ours) {
    visits.writeAdded();
    Optional<Visit> handOver = usualTechnicians.handOverOfNext(agreement);
    List<VisitPublisher.Change> withdrawn = new ArrayList<>();
    for (Visit visit : toCome(agreement)) {
      if (isOfRule(visit, handOver, agreement.visitTime())
          && agreement.isPausedOn(visit.scheduledOn())) {
        visit.withdraw();
        withdrawn.add(new VisitPublisher.Change(visit, null));
      }
    }
    publisher.changed(withdrawn, "visit.withdrawn");
    if (ours) {
      withdrawn.forEach(change -> publisher.calledOff(change.visit()));
    }
    handOverLater(agreement, handOver);
    planMissing(agreement);
  }

  /** The planned visits of an agreement that are to come, today's at no time in particular too. */
  private List<Visit> toCome(Agreement agreement) {
    Instant earliest = calendar.startOf(calendar.today()).minusMillis(1);
    return visits.plannedAfter(agreement.id(), earliest).stream()
        .filter(visit -> isToCome(visit.scheduledOn(), visit.scheduledAt(), visit.timeSaid()))
        .toList();
  }

  /** At no time in particular it may be until the end of its day. */
  private boolean isToCome(LocalDate day, Instant at, boolean timed) {
    return timed ? at.isAfter(calendar.now()) : !day.isBefore(calendar.today());
  }

  private void handOverLater(Agreement agreement, Optional<Visit> handOver) {
    handOver
        .filter(visit -> visit.state() == VisitState.WITHDRAWN)
        .ifPresent(visit -> usualTechnicians.handOverLater(agreement, visit));
  }

  /**
   * Whether nobody has touched it: moved to another hour of its day, it was agreed on by itself.
   *
   * @param handOver at which somebody else comes without anybody's having touched it
   */
  private boolean isOfRule(Visit visit, Optional<Visit> handOver, LocalTime time) {
    boolean handsOver = handOver.filter(one -> one.id().equals(visit.id())).isPresent();
    return (handsOver ? visit.isWhereTheRulePutIt() : visit.isUntouched())
        && (visit.timeSaid()
            ? time != null && visit.scheduledAt().equals(calendar.at(visit.scheduledOn(), time))
            : time == null);
  }

  /**
   * When a visit is.
   *
   * @param agreed null when nobody has said at what time of the day
   */
  private Instant at(LocalDate day, LocalTime agreed) {
    return calendar.at(day, Objects.requireNonNullElse(agreed, settings.defaultVisitTime()));
  }

  /** Plans those days of the rule that no visit stands for. */
  void planMissing(Agreement agreement) {
    planMissing(agreement, visit -> {});
  }

  private void planMissing(Agreement agreement, Consumer<Visit> withOwn) {
    visits.writeAdded();
    LocalDate today = calendar.today();
    plan(agreement, today, visits.slotsFrom(agreement.id(), today), withOwn);
  }

  /**
   * The visits that stay, for somebody has touched them, and those just made stand for the nearest
   * days of the new rule: or else each interval would have a second visit.
   */
  private void standAnew(Agreement agreement, LocalDate today) {
    Recurrence rule = agreement.rule();
    LocalDate since = today.minusDays(rule.intervalDays().longValue());
    Map<LocalDate, Visit> standing = new HashMap<>();
    for (Visit visit : visits.standingSince(agreement.id(), since)) {
      rule.slotOf(visit.scheduledOn(), today)
          .filter(slot -> !slot.isBefore(today))
          .ifPresent(slot -> standing.merge(slot, visit, (a, b) -> nearer(slot, a, b)));
      if (!visit.slotOn().isBefore(today)) {
        visit.standFor(null);
      }
    }
    standing.values().forEach(visit -> visit.standFor(null));
    // A day is given to one before it is taken from another, if they are written in one go.
    visits.flush();
    standing.forEach((slot, visit) -> visit.standFor(slot));
    visits.flush();
  }

  private static Visit nearer(LocalDate slot, Visit a, Visit b) {
    long distanceOfA = Math.abs(DAYS.between(slot, a.scheduledOn()));
    return distanceOfA <= Math.abs(DAYS.between(slot, b.scheduledOn())) ? a : b;
  }

  private void plan(
      Agreement agreement, LocalDate from, Collection<LocalDate> claimed, Consumer<Visit> withOwn) {
    LocalDate until = calendar.today().plusDays(settings.horizonDays());
    Set<LocalDate> slots = Set.copyOf(claimed);
    for (LocalDate day : agreement.rule().between(from, until)) {
      Instant at = at(day, agreement.visitTime());
      if (isToCome(day, at, agreement.visitTime() != null)
          && !slots.contains(day)
          && !agreement.isPausedOn(day)) {
        add(agreement, day, at, withOwn);
      }
    }
    agreement.plannedUntil(until);
  }

  private void add(Agreement agreement, LocalDate day, Instant at, Consumer<Visit> withOwn) {
    Visit visit =
        Visit.generated(agreement, new Schedule(day, at, day), usualTechnicians.at(agreement, at));
    withOwn.accept(visit);
    boolean handsOverBefore = usualTechnicians.handOver(agreement, visit);
    visits.add(visit);
    publisher.created(visit, "visit.planned");
    if (handsOverBefore) {
      visits.writeAdded();
      usualTechnicians.replan(agreement, at);
    }
  }

  /**
   * Plans the next visit since a day, however far it lies, beside those that are planned. None
   * while the agreement is paused for nobody knows how long.
   *
   * @param before only if it is due before this day; null for any
   */
  void planNext(Agreement agreement, LocalDate from, LocalDate before) {
    Set<LocalDate> slots = Set.copyOf(visits.slotsFrom(agreement.id(), from));
    LocalDate resumed =
        agreement.pausedUntil() == null ? from : agreement.pausedUntil().plusDays(1);
    long twoIntervals = twoIntervals(agreement);
    Stream.of(from, resumed.isBefore(from) ? from : resumed)
        .flatMap(since -> agreement.rule().between(since, since.plusDays(twoIntervals)).stream())
        .filter(day -> !slots.contains(day) && !agreement.isPausedOn(day))
        .filter(day -> before == null || day.isBefore(before))
        .findFirst()
        .ifPresent(day -> add(agreement, day, at(day, agreement.visitTime()), visit -> {}));
  }

  /**
   * Plans the last visit before a day that lies beyond what is planned. None where the agreement is
   * paused then, or its rule asks for none between.
   */
  void planLastBefore(Agreement agreement, LocalDate day) {
    LocalDate planned = agreement.plannedUntil().plusDays(1);
    LocalDate near = day.minusDays(twoIntervals(agreement));
    LocalDate from = planned.isAfter(near) ? planned : near;
    if (from.isBefore(day)) {
      List<LocalDate> due =
          agreement.rule().between(from, day.minusDays(1)).stream()
              .filter(one -> !agreement.isPausedOn(one))
              .toList();
      if (!due.isEmpty()) {
        LocalDate last = due.get(due.size() - 1);
        if (!visits.slotsFrom(agreement.id(), last).contains(last)) {
          add(agreement, last, at(last, agreement.visitTime()), visit -> {});
        }
      }
    }
  }

  private static long twoIntervals(Agreement agreement) {
    return 4 * agreement.rule().reach() + 31;
  }
}
