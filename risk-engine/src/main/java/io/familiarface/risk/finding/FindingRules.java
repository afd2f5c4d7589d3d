package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.ReferenceKind;
import io.familiarface.risk.state.TechnicianChange;
import java.util.ArrayList;
import java.util.List;

/** All rules, in one list. */
public final class FindingRules {

  private static final List<FindingRule> RULES =
      List.of(
          new RepeatedTechnicianChanges(),
          new BrokenPromise(),
          new UnpreparedChange(
              ReasonCode.CHANGE_WITHOUT_NOTICE,
              TechnicianChange::untold,
              "They were not told beforehand: %s."),
          new UnpreparedChange(
              ReasonCode.CHANGE_WITHOUT_INTRODUCTION,
              TechnicianChange::notIntroduced,
              "The new technician was not introduced to them: %s."),
          new RecentReferences(
              ReasonCode.MISSED_VISIT,
              FindingLevel.WATCH,
              ReferenceKind.MISSED_VISIT,
              FindingSettings::missedVisitDays,
              "Nobody came on %s."),
          new RecentReferences(
              ReasonCode.SURPRISE,
              FindingLevel.WATCH,
              ReferenceKind.SURPRISE,
              FindingSettings::surpriseDays,
              "Something moved or changed on %s without their having been told first."),
          new OpenComplaint(),
          new RecentReferences(
              ReasonCode.CASE_REOPENED,
              FindingLevel.FLAG,
              ReferenceKind.REOPENING,
              FindingSettings::reopenedDays,
              "A complaint that we had settled came back on %s."),
          new LowSatisfaction(),
          new FallingSatisfaction(),
          new BurnedByAnother(),
          new RecentReferences(
              ReasonCode.DISTRESS,
              FindingLevel.WATCH,
              ReferenceKind.BAD_MOOD,
              FindingSettings::distressDays,
              "They were distressed or angry on %s."),
          new Silence());

  private final FindingSettings settings;

  public FindingRules(FindingSettings settings) {
    this.settings = settings;
  }

  public List<Finding> of(CustomerState customer, long now) {
    var context = new RuleContext(customer, now, settings);
    var found = new ArrayList<Finding>();
    for (var rule : RULES) {
      rule.find(context).ifPresent(found::add);
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
    var reopenings = customer.references(ReferenceKind.REOPENING);
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
