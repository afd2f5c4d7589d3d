package io.familiarface.customers.care;

import io.familiarface.customers.feedback.CustomerSentiment;
import io.familiarface.customers.interaction.Mood;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules, the gravest first: each answers with a reason, or with none. */
public enum CareRule {
  OPEN_COMPLAINT(CareRule::openComplaint),
  MOOD(CareRule::mood),
  RISK(CareRule::risk),
  BURNED_BEFORE(CareRule::burnedBefore);

  /** After so long a mood is one of another time. */
  static final Duration MOOD_LASTS = Duration.ofDays(90);

  private static final Set<Mood> DISTRESS = Set.of(Mood.DISTRESSED, Mood.ANGRY);
  private static final Set<String> STANDING_FLAGS = Set.of("RAISED", "ACKNOWLEDGED", "ACTED");

  private final Function<CareFacts, Optional<CareReason>> rule;

  CareRule(Function<CareFacts, Optional<CareReason>> rule) {
    this.rule = rule;
  }

  Optional<CareReason> on(CareFacts facts) {
    return rule.apply(facts);
  }

  private static Optional<CareReason> openComplaint(CareFacts facts) {
    return facts.openComplaints().stream()
        .max(
            Comparator.comparing(CareRule::isGrave)
                .thenComparing(CustomerSentiment.Complaint::receivedAt))
        .map(
            worst ->
                new CareReason(
                    OPEN_COMPLAINT,
                    isGrave(worst) ? CareLevel.HIGH : CareLevel.RAISED,
                    worst.reopened()
                        ? "A complaint that we thought was settled is open again."
                        : "A complaint is open.",
                    worst.receivedAt()));
  }

  private static boolean isGrave(CustomerSentiment.Complaint complaint) {
    return complaint.reopened() || "HIGH".equals(complaint.severity());
  }

  private static Optional<CareReason> mood(CareFacts facts) {
    return Optional.ofNullable(facts.mood())
        .filter(last -> last.at().plus(MOOD_LASTS).isAfter(facts.now()))
        .filter(last -> last.mood() == Mood.ANXIOUS || DISTRESS.contains(last.mood()))
        .map(
            last ->
                new CareReason(
                    MOOD,
                    DISTRESS.contains(last.mood()) ? CareLevel.HIGH : CareLevel.RAISED,
                    "They were "
                        + last.mood().name().toLowerCase(Locale.ROOT)
                        + " when we last spoke.",
                    last.at()));
  }

  private static Optional<CareReason> risk(CareFacts facts) {
    if (facts.flag() != null && STANDING_FLAGS.contains(facts.flag().state())) {
      return Optional.of(
          new CareReason(
              RISK,
              CareLevel.HIGH,
              "They are flagged as likely to leave.",
              facts.flag().raisedAt()));
    }
    return Optional.ofNullable(facts.risk())
        .filter(risk -> !"LOW".equals(risk.band()))
        .map(
            risk ->
                "HIGH".equals(risk.band())
                    ? new CareReason(RISK, CareLevel.HIGH, "They are likely to leave.", risk.asOf())
                    : new CareReason(
                        RISK, CareLevel.RAISED, "They are more likely to leave.", risk.asOf()));
  }

  private static Optional<CareReason> burnedBefore(CareFacts facts) {
    return Optional.ofNullable(facts.burnedBefore())
        .map(
            burned ->
                new CareReason(
                    BURNED_BEFORE,
                    CareLevel.RAISED,
                    "Another company let them down before us: " + burned.what(),
                    burned.heardAt()));
  }
}
