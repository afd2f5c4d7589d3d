package io.familiarface.jobs.accounting;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.rest.Money;

/** What requests say of money, beyond its shape. */
final class Amounts {
  private Amounts() {}

  /** At {@code /amount}, once it is known to be there. */
  static void requireMoreThanNothing(Money amount) {
    requireMoreThanNothing(amount, "/amount/amount");
  }

  static void requireMoreThanNothing(Money amount, String pointer) {
    if (amount.amount().signum() == 0) {
      throw INVALID_REQUEST.at(pointer, "Give more than nothing.");
    }
  }
}
