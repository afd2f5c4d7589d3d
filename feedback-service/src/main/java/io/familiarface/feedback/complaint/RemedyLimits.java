package io.familiarface.feedback.complaint;

import static java.util.Comparator.naturalOrder;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.recovery.Remedy;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much somebody may give a customer to make good what was broken: in one case with all its
 * rounds and, so that one is not made into two, in the other cases of the last days.
 */
@ApplicationScoped
class RemedyLimits {
  private static final List<String> GIVERS = List.of(Role.ADMIN, Role.MANAGER, Role.CSR);

  private final Map<String, BigDecimal> limits;
  private final Duration within;
  private final String currency;
  private final Caller caller;

  RemedyLimits(ComplaintSettings settings, Caller caller) {
    this.limits = Map.copyOf(settings.remedyLimits());
    this.within = settings.remedyLimitsWithin();
    this.currency = settings.currency();
    this.caller = caller;
  }

  /** From when on what was agreed in other cases of the customer counts as well. */
  Instant countedSince(Instant now) {
    return now.minus(within);
  }

  /**
   * What the caller may give; empty for any amount. Limits are in one currency: of another one
   * somebody who has a limit may give nothing.
   */
  Optional<BigDecimal> ofCaller(String of) {
    if (roles().anyMatch(role -> !limits.containsKey(role))) {
      return Optional.empty();
    }
    BigDecimal highest = roles().map(limits::get).max(naturalOrder()).orElse(BigDecimal.ZERO);
    BigDecimal limit = of.equals(currency) ? highest : BigDecimal.ZERO;
    return Optional.of(limit.setScale(2, RoundingMode.DOWN));
  }

  /** Refuses an approval by whoever agreed on the remedy, or whose own limit is too low. */
  void requireApprover(Remedy remedy) {
    if (caller.name().equals(remedy.agreedBy())) {
      throw FeedbackProblem.APPROVAL_BY_ANOTHER.because(
          "You agreed on this remedy yourself: another person has to approve it.");
    }
    ofCaller(remedy.currency())
        .filter(limit -> remedy.total().compareTo(limit) > 0)
        .ifPresent(limit -> refuse(remedy, limit));
  }

  /** Who may approve it where nobody is named. */
  String roleThatMayGive(Remedy remedy) {
    BigDecimal managers = limits.get(Role.MANAGER);
    boolean managerMay =
        managers == null
            || remedy.currency().equals(currency) && remedy.total().compareTo(managers) <= 0;
    return managerMay ? Role.MANAGER : Role.ADMIN;
  }

  private void refuse(Remedy remedy, BigDecimal limit) {
    throw FeedbackProblem.ABOVE_YOUR_LIMIT.because(
        "With this remedy %s is agreed in all, in this case and in the customer's other cases of %d"
                .formatted(words(remedy, remedy.total()), within.toDays())
            + " days; you may give %s. Ask somebody with a higher limit to approve it."
                .formatted(words(remedy, limit)));
  }

  private static String words(Remedy remedy, BigDecimal amount) {
    return amount.toPlainString() + " " + remedy.currency();
  }

  private Stream<String> roles() {
    return GIVERS.stream().filter(caller::is);
  }
}
