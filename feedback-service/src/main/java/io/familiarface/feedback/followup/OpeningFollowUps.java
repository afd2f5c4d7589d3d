package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings flags and calls together: drops the calls whose flag has ended, and opens as many as the
 * company can still make this week; then the calls that something else asks for. Run again it
 * changes nothing, and of several copies of this service one at a time does it.
 */
@ApplicationScoped
class OpeningFollowUps {
  private static final String ONE_AT_A_TIME =
      "select pg_try_advisory_xact_lock(hashtext('follow-ups'))";

  private static final int REORDERED_AT_ONCE = 500;

  private final Database database;
  private final FollowUps followUps;
  private final WaitingFlags flags;
  private final OpeningPolicyCalls policyCalls;
  private final Turns turns;
  private final HoldOut holdOut;
  private final CallEffects effects;
  private final ExpectedLosses losses;
  private final ComingChanges changes;
  private final FollowUpSettings settings;
  private final CallPolicySettings policy;
  private final BusinessCalendar calendar;
  private final Clock clock;

  OpeningFollowUps(
      Database database,
      FollowUps followUps,
      WaitingFlags flags,
      OpeningPolicyCalls policyCalls,
      Turns turns,
      HoldOut holdOut,
      CallEffects effects,
      ExpectedLosses losses,
      ComingChanges changes,
      FollowUpSettings settings,
      CallPolicySettings policy,
      BusinessCalendar calendar,
      Clock clock) {
    this.database = database;
    this.followUps = followUps;
    this.flags = flags;
    this.policyCalls = policyCalls;
    this.turns = turns;
    this.holdOut = holdOut;
    this.effects = effects;
    this.losses = losses;
    this.changes = changes;
    this.settings = settings;
    this.policy = policy;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Scheduled(
      every = "${familiar.follow-ups.every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void update() {
    QuarkusTransaction.requiringNew().run(() -> alone(this::updateFlagged));
    // In a transaction of its own, which locks customers first.
    QuarkusTransaction.requiringNew().run(() -> alone(policyCalls::openDue));
  }

  /** While a history comes in it is not known yet what was said last, so nobody is called. */
  @Scheduled(
      every = "${familiar.follow-ups.policy.every:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void openCourtesy() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                alone(
                    () -> {
                      if (!flags.historyIsComingIn()) {
                        policyCalls.openCourtesy();
                      }
                    }));
  }

  private void alone(Runnable work) {
    boolean mine = database.sql(ONE_AT_A_TIME).one(Boolean.class);
    if (mine) {
      work.run();
    }
  }

  private void updateFlagged() {
    Instant now = clock.instant();
    followUps.dropEnded(now);
    followUps.dropNeedless(policy.lowSatisfaction(), calendar.today(now), now);
    pullForward(now);
    reorder(now);
    int room = settings.weeklyCapacity() - followUps.taken(calendar.weekStart(now));
    if (room > 0 && !flags.historyIsComingIn()) {
      open(flags.mostFirst(now, room), now);
    }
  }

  /** Whoever is to be told of a coming change is called before it. */
  private void pullForward(Instant now) {
    List<FollowUp> open = followUps.lockOpenConcerns();
    Map<UUID, ComingChange> coming =
        changes.of(open.stream().map(followUp -> followUp.customerId).toList(), now);
    for (FollowUp followUp : open) {
      ComingChange change = coming.get(followUp.customerId);
      if (change != null) {
        followUp.moveBeforeChange(earlier(followUp.dueOn, change, now));
      }
    }
  }

  /** What calling changes has become known, or is not any more: the open ones follow. */
  private void reorder(Instant now) {
    List<FollowUp> others =
        followUps.lockOrderedByOther(effects.gains().order(), REORDERED_AT_ONCE);
    Map<UUID, ExpectedLoss> atStake =
        others.isEmpty()
            ? Map.of()
            : losses.of(others.stream().map(followUp -> followUp.customerId).toList(), now);
    others.forEach(followUp -> followUp.reorder(atStake.get(followUp.customerId)));
  }

  private void open(List<WaitingFlag> waiting, Instant now) {
    if (waiting.isEmpty()) {
      return;
    }
    List<UUID> customers = waiting.stream().map(WaitingFlag::customerId).toList();
    Map<UUID, ComingChange> coming = changes.of(customers, now);
    Turns.Round owners = turns.begin();
    Map<UUID, HoldOut.Group> groups =
        holdOut.groups(
            customers.stream().filter(customer -> !coming.containsKey(customer)).toList());
    List<FollowUp> opened = new ArrayList<>();
    for (WaitingFlag flag : waiting) {
      FollowUp followUp = followUp(flag, coming.get(flag.customerId()), owners.next(), now);
      HoldOut.Group group = groups.get(flag.customerId());
      if (group != null) {
        followUp.countFor(group.experiment(), group.stratum(), group.heldBack());
      }
      opened.add(followUp);
    }
    followUps.persist(opened);
  }

  private FollowUp followUp(WaitingFlag flag, ComingChange coming, String owner, Instant now) {
    FollowUpKind kind = coming == null ? FollowUpKind.CONCERN : FollowUpKind.COMING_CHANGE;
    return FollowUp.create(flag, kind, dueOn(coming, now), owner, now);
  }

  /** In a few business days, but before somebody else stands at the door. */
  private LocalDate dueOn(ComingChange coming, Instant now) {
    LocalDate usual = calendar.after(calendar.dayOf(now), settings.dueInBusinessDays());
    return coming == null ? usual : earlier(usual, coming, now);
  }

  private LocalDate earlier(LocalDate due, ComingChange coming, Instant now) {
    LocalDate before =
        calendar.lastBefore(calendar.dayOf(coming.scheduledAt()), calendar.dayOf(now));
    return before.isBefore(due) ? before : due;
  }
}
