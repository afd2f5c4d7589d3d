package io.familiarface.jobs.jobsheet;

import io.familiarface.jobs.customer.CustomerState;
import java.util.List;
import java.util.function.Predicate;

/** What matters to a customer, out of all that is known: the pinned and the promised first. */
final class CustomerPart {
  private CustomerPart() {}

  static JobSheet.Matters whatMatters(CustomerState customer) {
    return new JobSheet.Matters(
        traits(customer, CustomerState.Trait::isPinned),
        promises(customer, "STANDING"),
        promises(customer, "BROKEN"),
        customer.burnedBefore() == null ? null : customer.burnedBefore().what(),
        traits(customer, trait -> !trait.isPinned()));
  }

  private static List<JobSheet.Trait> traits(
      CustomerState customer, Predicate<CustomerState.Trait> which) {
    return customer.traits().stream()
        .filter(which)
        .map(
            trait ->
                new JobSheet.Trait(
                    trait.category(),
                    trait.text(),
                    trait.standing(),
                    trait.said(),
                    trait.heardBy(),
                    trait.heardAt()))
        .toList();
  }

  private static List<JobSheet.Promise> promises(CustomerState customer, String state) {
    return customer.promises().stream()
        .filter(promise -> state.equals(promise.state()))
        .map(
            promise ->
                new JobSheet.Promise(
                    promise.kind(), promise.text(), promise.madeBy(), promise.madeAt()))
        .toList();
  }
}
