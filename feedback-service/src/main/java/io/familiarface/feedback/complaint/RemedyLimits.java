package io.familiarface.feedback.complaint;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.recovery.Remedy;
import io.familiarface.rest.Money;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How much somebody may give to make good what was broken. */
@ApplicationScoped
class RemedyLimits {
  private static final List<String> GIVERS = List.of(Role.ADMIN, Role.MANAGER, Role.CSR);

  private final Map<String, BigDecimal> limits;
  private final String currency;
  private final Caller caller;

  RemedyLimits(ComplaintSettings settings, Caller caller) {
    this.limits = Map.copyOf(settings.remedyLimits());
    this.currency = settings.currency();
    this.caller = caller;
  }

  /** Whether the caller may give so much; null costs nothing that anyone could count. */
  boolean mayGive(Money amount) {
    return amount == null || roles().map(limits::get).anyMatch(limit -> isWithin(limit, amount));
  }

  /** Refuses an approval by whoever agreed on the remedy, or whose own limit is too low. */
  void requireApprover(Remedy remedy) {
    if (caller.name().equals(remedy.agreedBy())) {
      throw FeedbackProblem.APPROVAL_BY_ANOTHER.because(
          "You agreed on this remedy yourself: another person has to approve it.");
    }
    if (!mayGive(remedy.money())) {
      throw FeedbackProblem.ABOVE_YOUR_LIMIT.because(
          "%s %s is more than you may give. Ask somebody with a higher limit to approve it."
              .formatted(remedy.amount().toPlainString(), remedy.currency()));
    }
  }

  private boolean isWithin(BigDecimal limit, Money amount) {
    return limit == null
        || amount.currency().equals(currency) && amount.amount().compareTo(limit) <= 0;
  }

  private Stream<String> roles() {
    return GIVERS.stream().filter(caller::is);
  }
}
