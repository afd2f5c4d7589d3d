package io.familiarface.customers.customer;

import io.familiarface.customers.search.SearchField;
import io.familiarface.database.Database;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The customers as lists: in order, or as found by what somebody typed. */
@ApplicationScoped
class CustomerLists {
  /**
   * Finds the few of that name first, instead of going through all in order until it meets them.
   */
  private static final String OF_THAT_NAME =
      """
      with of_that_name as materialized (
        select * from customer where name_words @@ to_tsquery('simple', :words))
      """
          + Customers.SELECT.formatted("of_that_name");

  private final Database database;
  private final CustomerSearch search;

  CustomerLists(Database database, CustomerSearch search) {
    this.database = database;
    this.search = search;
  }

  /**
   * Those found by what was typed, best first.
   *
   * @param seen the fields that the caller may see, and so search
   */
  Page<ListedCustomer> found(
      String typed, CustomerFilter filter, PageRequest page, Set<SearchField> seen) {
    record Found(ListedCustomer customer, CustomerSearch.Match match) {}
    var matches = search.find(typed, filter, seen).stream();
    var after = page.after();
    var shown =
        matches
            .filter(
                match ->
                    after.isEmpty() || match.isAfter(after.get().whole(0), after.get().uuid(1)))
            .limit(page.limit() + 1)
            .toList();
    Map<UUID, CustomerView> views =
        views(shown.stream().map(CustomerSearch.Match::customerId).toList());
    return Page.of(
        shown.stream()
            .filter(match -> views.containsKey(match.customerId()))
            .map(
                match ->
                    new Found(
                        new ListedCustomer(
                            views.get(match.customerId()), match.relevance().field().shown()),
                        match))
            .toList(),
        page,
        found -> Key.of(found.match.relevance().rank(), found.match.customerId()),
        Found::customer);
  }

  Map<UUID, CustomerView> views(List<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return database
        .sql(Customers.SELECT.formatted("customer") + "where id = any(:ids)")
        .bind("ids", ids)
        .list(CustomerView.class)
        .stream()
        .collect(Collectors.toMap(CustomerView::id, Function.identity()));
  }

  Page<ListedCustomer> list(CustomerFilter filter, PageRequest page) {
    CustomerOrder order = filter.order();
    var words = filter.words();
    var list =
        database
            .list(words.isPresent() ? OF_THAT_NAME : Customers.SELECT.formatted("customer"))
            .where("id = any(:ids)", "ids", filter.ids())
            .where("external_id = any(:externalIds)", "externalIds", filter.externalIds())
            .where("branch = :branch", "branch", filter.branch);
    words.ifPresent(value -> list.bind("words", value));
    // Written out and not bound, so that the partial index on those let go can be chosen.
    filter.status().ifPresent(status -> list.where("status = '" + status.name() + "'"));
    page.after()
        .ifPresent(
            key ->
                list.where(order.afterLast())
                    .bind("last", order.last(key))
                    .bind("lastId", key.uuid(1)));
    return Page.of(
        list.list(CustomerView.class, order.orderBy(), page.limit() + 1),
        page,
        order::keyOf,
        customer -> new ListedCustomer(customer, null));
  }
}
