package io.familiarface.customers.customer;

import io.familiarface.customers.search.Likeness;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who may be the same customer.
 *
 * @param reasons why, the strongest first
 * @param text the same in words
 */
public record SimilarCustomer(
    UUID id,
    String externalId,
    String name,
    String preferredName,
    String phone,
    String email,
    Address address,
    List<Likeness> reasons,
    String text) {

  /** Whoever is alike in more comes first. */
  static final Comparator<SimilarCustomer> MOST_ALIKE_FIRST =
      Comparator.<SimilarCustomer>comparingInt(similar -> -similar.reasons.size())
          .thenComparing(similar -> similar.reasons.get(0))
          .thenComparing(SimilarCustomer::id);

  static SimilarCustomer of(CustomerView customer, Set<Likeness> alike) {
    List<Likeness> reasons = List.copyOf(alike);
    return new SimilarCustomer(
        customer.id(),
        customer.externalId(),
        customer.name(),
        customer.preferredName(),
        customer.phone(),
        customer.email(),
        customer.address(),
        reasons,
        String.join(" ", reasons.stream().map(Likeness::text).toList()));
  }
}
