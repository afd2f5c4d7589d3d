package io.familiarface.customers.customer;

import io.familiarface.customers.search.Comparison;
import io.familiarface.customers.search.Likeness;
import io.familiarface.customers.search.SearchDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who may be the same customer as another. */
@ApplicationScoped
class SimilarCustomers {
  /** Nobody reads through more. */
  private static final int AT_MOST = 20;

  private final CustomerLists lists;
  private final CustomerSearch search;

  SimilarCustomers(CustomerLists lists, CustomerSearch search) {
    this.lists = lists;
    this.search = search;
  }

  /** The most alike first; needs a running transaction. */
  List<SimilarCustomer> to(UUID customerId) {
    return search
        .document(customerId)
        .map(document -> similar(customerId, document))
        .orElseGet(List::of);
  }

  /** The same for one who was just added, and cannot be found before the commit. */
  @Transactional
  List<SimilarCustomer> to(CustomerView added) {
    return similar(added.id(), CustomerDocument.of(added));
  }

  private List<SimilarCustomer> similar(UUID customerId, SearchDocument document) {
    var comparison = new Comparison(document);
    Map<UUID, Set<Likeness>> alike = new HashMap<>();
    search
        .withAnyOf(comparison.patterns(), customerId)
        .forEach(
            (other, found) -> {
              Set<Likeness> reasons = EnumSet.noneOf(Likeness.class);
              reasons.addAll(comparison.with(found));
              if (!reasons.isEmpty()) {
                alike.put(other, reasons);
              }
            });
    return lists.views(List.copyOf(alike.keySet())).values().stream()
        .map(view -> SimilarCustomer.of(view, alike.get(view.id())))
        .sorted(SimilarCustomer.MOST_ALIKE_FIRST)
        .limit(AT_MOST)
        .toList();
  }
}
