package io.familiarface.jobs.agreement;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long an agreement goes on beyond its end, and at what price. */
@Schema(
    name = "Renewal",
    example =
        """
        {"endsOn": "{today+730}", "price": {"amount": "95.00", "currency": "USD"}}""")
record Renewal(
    @Schema(description = "The last day on which somebody is to come.") @NotNull LocalDate endsOn,
    @Schema(description = "Of a visit, from now on; as it was if left out.") @Valid Money price) {
  private static final int LONGEST_YEARS = 20;

  /** Refuses a day that gains the customer nothing, or that nobody can mean. */
  void requireBeyond(LocalDate end, LocalDate today) {
    if (!endsOn.isAfter(end) || endsOn.isBefore(today)) {
      throw JobsProblem.CONTRADICTION.at(
          "/endsOn",
          "This agreement ends on %s: renew it until a later day, not before today."
              .formatted(end));
    }
    if (endsOn.isAfter(today.plusYears(LONGEST_YEARS))) {
      throw JobsProblem.CONTRADICTION.at(
          "/endsOn",
          "An agreement is renewed for %d years at most. One that is to have no end gets a"
                  .formatted(LONGEST_YEARS)
              + " recurrence without UNTIL and COUNT by a PATCH.");
    }
  }

  Terms of(Terms before) {
    return new Terms(
        before.program(),
        RuleText.endingOn(before.recurrence(), endsOn),
        before.visitAt(),
        before.windowMinutes(),
        before.checklist(),
        price == null ? before.price() : price);
  }
}
