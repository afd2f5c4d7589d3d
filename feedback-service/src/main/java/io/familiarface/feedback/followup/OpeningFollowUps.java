package io.familiarface.feedback.followup;

import io.familiarface.feedback.sql.Sql;
import io.familiarface.rest.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings flags and calls together: drops the calls whose flag has ended, and opens as many as the
 * company can still make this week. Run again it changes nothing, and of several copies of this
 * service one at a time does it.
 */
@ApplicationScoped
class OpeningFollowUps {
  private static final String ONE_AT_A_TIME =
      "select pg_try_advisory_xact_lock(hashtext('follow-ups')) as mine";

  private final Sql sql;
  private final FollowUpStore followUps;
  private final WaitingFlags flags;
  private final ComingChanges changes;
  private final FollowUpSettings settings;
  private final BusinessCalendar calendar;
  private final Clock clock;

  OpeningFollowUps(
      Sql sql,
      FollowUpStore followUps,
      WaitingFlags flags,
      ComingChanges changes,
      FollowUpSettings settings,
      BusinessCalendar calendar,
      Clock clock) {
    this.sql = sql;
    this.followUps = followUps;
    this.flags = flags;
    this.changes = changes;
    this.settings = settings;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Scheduled(
      every = "${familiar.follow-ups.every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void bringUpToDate() {
    QuarkusTransaction.requiringNew().run(this::inTurn);
  }

  private void inTurn() {
    boolean mine = sql.first(ONE_AT_A_TIME, row -> row.bool("mine")).orElseThrow();
    if (!mine) {
      return;
    }
    Instant now = clock.instant();
    followUps.dropEnded(now);
    pullForward(now);
    int room = settings.weeklyCapacity() - followUps.taken(calendar.weekStart(now));
    if (room > 0 && !flags.historyIsComingIn()) {
      open(flags.greatestLossFirst(now, room), now);
    }
  }

  /** Whoever is to be told of a coming change is called before it. */
  private void pullForward(Instant now) {
    List<FollowUp> open = followUps.lockOpenConcerns();
    Map<UUID, ComingChange> coming =
        changes.of(open.stream().map(FollowUp::customerId).toList(), now);
    for (FollowUp followUp : open) {
      ComingChange change = coming.get(followUp.customerId());
      if (change != null) {
        followUps.save(followUp.beforeChange(earlier(followUp.dueOn(), change, now)));
      }
    }
  }

  private void open(List<WaitingFlags.Waiting> waiting, Instant now) {
    if (waiting.isEmpty()) {
      return;
    }
    List<UUID> customers = waiting.stream().map(WaitingFlags.Waiting::customerId).toList();
    Map<UUID, ComingChange> coming = changes.of(customers, now);
    Turns turns = new Turns();
    List<FollowUp> opened = new ArrayList<>();
    for (WaitingFlags.Waiting flag : waiting) {
      opened.add(followUp(flag, coming.get(flag.customerId()), turns.next(), now));
    }
    followUps.open(opened);
  }

  private FollowUp followUp(
      WaitingFlags.Waiting flag, ComingChange coming, String owner, Instant now) {
    return new FollowUp(
        Ids.next(),
        flag.flagId(),
        flag.customerId(),
        coming == null ? Kind.CONCERN : Kind.COMING_CHANGE,
        State.OPEN,
        now,
        dueOn(coming, now),
        owner,
        flag.stake(),
        null,
        null,
        null,
        1);
  }

  /** In a few business days, but before somebody else stands at her door. */
  private LocalDate dueOn(ComingChange coming, Instant now) {
    LocalDate usual = calendar.after(calendar.dayOf(now), settings.dueInBusinessDays());
    return coming == null ? usual : earlier(usual, coming, now);
  }

  private LocalDate earlier(LocalDate due, ComingChange coming, Instant now) {
    LocalDate before =
        calendar.lastBefore(calendar.dayOf(coming.scheduledAt()), calendar.dayOf(now));
    return before.isBefore(due) ? before : due;
  }

  /** Whose turn it is: whoever has the fewest calls, in the order of the configuration. */
  private final class Turns {
    private final List<String> owners = settings.owners().orElse(List.of());
    private final Map<String, Integer> calls =
        owners.isEmpty() ? Map.of() : new HashMap<>(followUps.openOf(owners));

    String next() {
      if (owners.isEmpty()) {
        return null;
      }
      String owner =
          owners.stream()
              .min(Comparator.comparing(name -> calls.getOrDefault(name, 0)))
              .orElseThrow();
      calls.merge(owner, 1, Integer::sum);
      return owner;
    }
  }
}
