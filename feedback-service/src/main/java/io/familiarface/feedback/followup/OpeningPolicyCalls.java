package io.familiarface.feedback.followup;

import io.familiarface.feedback.assessment.CustomerLocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens the calls that a policy, or what a customer said, asks for. Run again it changes nothing:
 * each call names its cause, and a cause asks once.
 */
@ApplicationScoped
class OpeningPolicyCalls {
  private final CallReasons reasons;
  private final FollowUps followUps;
  private final ExpectedLosses losses;
  private final CustomerLocks locks;
  private final Turns turns;
  private final CallPolicySettings policy;
  private final BusinessCalendar calendar;
  private final Clock clock;

  OpeningPolicyCalls(
      CallReasons reasons,
      FollowUps followUps,
      ExpectedLosses losses,
      CustomerLocks locks,
      Turns turns,
      CallPolicySettings policy,
      BusinessCalendar calendar,
      Clock clock) {
    this.reasons = reasons;
    this.followUps = followUps;
    this.losses = losses;
    this.locks = locks;
    this.turns = turns;
    this.policy = policy;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Runs in a transaction, in one copy of this service at a time.
   *
   * @param historyIsComingIn then nobody is called out of courtesy: what is said last is not known
   */
  void open(boolean historyIsComingIn) {
    Instant now = clock.instant();
    List<CallReason> due = unheard(reasons.due(now), now);
    int room = policy.courtesyCallsAWeek() - followUps.courtesySince(calendar.weekStart(now));
    List<CallReason> courtesy =
        historyIsComingIn || room <= 0 ? List.of() : unheard(reasons.courtesy(now), now);
    List<CallReason> all = new ArrayList<>(due);
    all.addAll(courtesy);
    if (all.isEmpty()) {
      return;
    }
    Set<UUID> customers =
        all.stream().map(CallReason::customerId).collect(Collectors.toCollection(HashSet::new));
    customers.retainAll(locks.lock(customers));
    Map<UUID, ExpectedLoss> atStake = losses.of(customers, now);
    Set<UUID> busy = new HashSet<>(followUps.toBeCalled(customers));
    Turns.Round owners = turns.begin();
    for (CallReason reason : due) {
      if (customers.contains(reason.customerId())
          && (isUrgent(reason) || busy.add(reason.customerId()))) {
        busy.add(reason.customerId());
        open(reason, atStake, owners, now);
      }
    }
    courtesy.stream()
        .filter(reason -> customers.contains(reason.customerId()))
        .sorted(
            Comparator.comparingDouble(
                    (CallReason reason) -> atStake.get(reason.customerId()).expectedLoss())
                .reversed())
        .filter(reason -> busy.add(reason.customerId()))
        .limit(room)
        .forEach(reason -> open(reason, atStake, owners, now));
  }

  /** Whoever speaks to us is called, whatever else they are to be called about. */
  private static boolean isUrgent(CallReason reason) {
    return reason.kind() == FollowUpKind.CALL_ME || reason.kind() == FollowUpKind.CASE_ANSWER;
  }

  /** Those that have not asked before, each once. */
  private List<CallReason> unheard(Collection<CallReason> found, Instant now) {
    Map<String, CallReason> byCause = new LinkedHashMap<>();
    found.forEach(reason -> byCause.putIfAbsent(reason.cause(), reason));
    Set<String> known = followUps.known(byCause.keySet());
    List<String> hurried =
        byCause.values().stream()
            .filter(reason -> reason.kind() == FollowUpKind.CALL_ME)
            .map(CallReason::cause)
            .filter(known::contains)
            .toList();
    if (!hurried.isEmpty()) {
      followUps.hurry(hurried, calendar.after(calendar.dayOf(now), 0));
    }
    byCause.keySet().removeAll(known);
    return List.copyOf(byCause.values());
  }

  private void open(
      CallReason reason, Map<UUID, ExpectedLoss> atStake, Turns.Round owners, Instant now) {
    String owner = reason.owner() == null ? owners.next() : reason.owner();
    followUps.persist(
        FollowUp.create(reason, atStake.get(reason.customerId()), reason.dueOn(), owner, now));
  }
}
