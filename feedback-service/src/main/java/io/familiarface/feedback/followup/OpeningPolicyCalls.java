package io.familiarface.feedback.followup;

import io.familiarface.feedback.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Opens the calls that a policy, or what a customer said, asks for. Run again it changes nothing:
 * each call names its cause, and a cause asks once.
 */
@ApplicationScoped
class OpeningPolicyCalls {
  /** Calls in which a customer is asked what is wrong; another one would ask the same. */
  private static final Set<FollowUpKind> HEARS_WHAT_IS_WRONG =
      EnumSet.of(
          FollowUpKind.UNHAPPY,
          FollowUpKind.CALL_ME,
          FollowUpKind.CONCERN,
          FollowUpKind.COMING_CHANGE);

  private final CallReasons reasons;
  private final CourtesyReasons courtesy;
  private final FollowUps followUps;
  private final ExpectedLosses losses;
  private final Customers customers;
  private final Turns turns;
  private final CallPolicySettings policy;
  private final BusinessCalendar calendar;
  private final Clock clock;

  OpeningPolicyCalls(
      CallReasons reasons,
      CourtesyReasons courtesy,
      FollowUps followUps,
      ExpectedLosses losses,
      Customers customers,
      Turns turns,
      CallPolicySettings policy,
      BusinessCalendar calendar,
      Clock clock) {
    this.reasons = reasons;
    this.courtesy = courtesy;
    this.followUps = followUps;
    this.losses = losses;
    this.customers = customers;
    this.turns = turns;
    this.policy = policy;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** What customers said, and the check-ins of cases; runs in a transaction. */
  void openDue() {
    Instant now = clock.instant();
    List<CallReason> due = reasons.due(now);
    Candidates candidates = new Candidates(due, HEARS_WHAT_IS_WRONG, now);
    candidates.wanted.stream().filter(candidates::isToBeHeard).forEach(candidates::open);
    Set<UUID> askedForCall =
        due.stream()
            .filter(reason -> reason.kind() == FollowUpKind.CALL_ME)
            .map(CallReason::customerId)
            .filter(candidates.present::contains)
            .collect(Collectors.toSet());
    if (!askedForCall.isEmpty()) {
      followUps.flush();
      followUps.joinAlike(askedForCall, now);
    }
  }

  /**
   * As many as the company has set itself, by what is at stake or to be kept; in a transaction. The
   * calls of a week are spread over its business days, so that one that comes up on a Thursday has
   * its chance beside those of Monday.
   */
  void openCourtesy() {
    Instant now = clock.instant();
    int room =
        calendar.shareOfWeek(policy.courtesyCallsAWeek(), now)
            - followUps.courtesySince(calendar.weekStart(now));
    if (room <= 0) {
      return;
    }
    Candidates candidates =
        new Candidates(courtesy.due(now), EnumSet.allOf(FollowUpKind.class), now);
    Set<UUID> letGo = candidates.present.isEmpty() ? Set.of() : customers.letGo(candidates.present);
    candidates.wanted.stream()
        .filter(reason -> !letGo.contains(reason.customerId()))
        .sorted(Comparator.comparingDouble(candidates::priority).reversed())
        .filter(reason -> candidates.busy.add(reason.customerId()))
        .limit(room)
        .forEach(candidates::open);
  }

  /** Those who may be called, locked, with what is at stake. */
  private final class Candidates {
    final List<CallReason> wanted;
    final Set<UUID> present;
    final Set<UUID> busy;
    private final Map<UUID, ExpectedLoss> atStake;
    private final Turns.Round owners;
    private final Instant now;

    Candidates(List<CallReason> found, Set<FollowUpKind> covering, Instant now) {
      Set<UUID> named = found.stream().map(CallReason::customerId).collect(Collectors.toSet());
      this.present = customers.holdPresent(named);
      this.wanted = unheard(found, present);
      this.busy =
          present.isEmpty() ? Set.of() : new HashSet<>(followUps.toBeCalled(present, covering));
      this.atStake = present.isEmpty() ? Map.of() : losses.of(present, now);
      this.owners = present.isEmpty() ? null : turns.begin();
      this.now = now;
    }

    /** Whoever speaks to us is called, whatever else they are to be called about. */
    boolean isToBeHeard(CallReason reason) {
      return switch (reason.kind()) {
        case CASE_ANSWER -> true;
        case CALL_ME -> {
          busy.add(reason.customerId());
          yield true;
        }
        default -> busy.add(reason.customerId());
      };
    }

    double priority(CallReason reason) {
      return atStake.get(reason.customerId()).priority();
    }

    void open(CallReason reason) {
      String owner = reason.owner() == null ? owners.next() : reason.owner();
      followUps.persist(
          FollowUp.create(reason, atStake.get(reason.customerId()), reason.dueOn(), owner, now));
    }
  }

  /** Those that have not asked before, each once, of customers who are locked. */
  private List<CallReason> unheard(Collection<CallReason> found, Set<UUID> present) {
    Map<String, CallReason> byCause = new LinkedHashMap<>();
    found.stream()
        .filter(reason -> present.contains(reason.customerId()))
        .forEach(reason -> byCause.putIfAbsent(reason.cause(), reason));
    if (byCause.isEmpty()) {
      return List.of();
    }
    hurry(byCause);
    tellOfAnswers(byCause);
    Set<String> known = followUps.known(byCause.keySet());
    List<CallReason> again =
        byCause.values().stream()
            .filter(
                reason -> reason.kind() == FollowUpKind.UNHAPPY && known.contains(reason.cause()))
            .toList();
    if (!again.isEmpty()) {
      followUps.takeUpAgain(again);
    }
    byCause.keySet().removeAll(known);
    return List.copyOf(byCause.values());
  }

  /** Whoever is to be called about what they wrote is called once, however often they wrote. */
  private void tellOfAnswers(Map<String, CallReason> byCause) {
    List<CallReason> answers =
        byCause.values().stream()
            .filter(reason -> reason.kind() == FollowUpKind.CASE_ANSWER)
            .toList();
    if (!answers.isEmpty()) {
      Set<UUID> told = followUps.tellOfAnswers(answers);
      byCause
          .values()
          .removeIf(
              reason ->
                  reason.kind() == FollowUpKind.CASE_ANSWER && told.contains(reason.complaintId()));
    }
  }

  /** Of those who ask for a call, some are to be called for their low mark already. */
  private void hurry(Map<String, CallReason> byCause) {
    Map<String, CallReason> byMark =
        byCause.values().stream()
            .filter(reason -> reason.kind() == FollowUpKind.CALL_ME)
            .collect(
                Collectors.toMap(
                    reason -> CallCause.lowMark(reason.feedbackId()), Function.identity()));
    if (!byMark.isEmpty()) {
      followUps.hurry(byMark).forEach(mark -> byCause.remove(byMark.get(mark).cause()));
    }
  }
}
