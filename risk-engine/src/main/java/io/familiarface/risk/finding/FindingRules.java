package io.familiarface.risk.finding;

import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import java.util.ArrayList;
import java.util.List;

/** All rules, in one list. */
public final class FindingRules {

  private static final List<FindingRule> RULES =
      List.of(
          new RepeatedTechnicianChanges(),
          new BrokenPromise(),
          new ChangeWithoutNotice(),
          new ChangeWithoutIntroduction(),
          new MissedVisit(),
          new Surprise(),
          new OpenComplaint(),
          new CaseReopened(),
          new LowSatisfaction(),
          new FallingSatisfaction(),
          new BurnedByAnother(),
          new Distress(),
          new Silence());

  private final FindingSettings settings;

  public FindingRules(FindingSettings settings) {
    this.settings = settings;
  }

  public List<Finding> of(CustomerState customer, long now) {
    var situation = new RuleContext(customer, now, settings);
    var found = new ArrayList<Finding>();
    for (var rule : RULES) {
      rule.find(situation).ifPresent(found::add);
    }
    found.replaceAll(finding -> escalate(finding, found));
    return found;
  }

  /** How long a request for feedback may wait before it counts as unanswered. */
  public int answerWithinDays() {
    return settings.answerWithinDays();
  }

  /** Whether there is anything that a FLAG finding could rest on; cheap, and true too often. */
  public boolean mayFlag(CustomerState customer, long now) {
    var changes = customer.recentChanges();
    var first = changes.size() - settings.repeatedChanges();
    var breaches = customer.breaches();
    var reopenings = customer.reopenings();
    return first >= 0 && recent(changes.get(first).at(), settings.repeatedChangesDays(), now)
        || !breaches.isEmpty()
            && recent(breaches.get(breaches.size() - 1).at(), settings.brokenPromiseDays(), now)
        || !reopenings.isEmpty()
            && recent(reopenings.get(reopenings.size() - 1).at(), settings.reopenedDays(), now);
  }

  private static boolean recent(long at, int days, long now) {
    return at > EpochMicros.plusDays(now, -days);
  }

  /** A broken promise alone is to be watched; together with anything else it is a flag. */
  private static Finding escalate(Finding finding, List<Finding> all) {
    if (finding.code() != ReasonCode.PROMISE_BROKEN || all.size() < 2) {
      return finding;
    }
    return finding.asFlag(all.stream().mapToLong(Finding::newest).max().orElseThrow());
  }
}
