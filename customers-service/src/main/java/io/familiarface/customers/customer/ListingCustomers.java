package io.familiarface.customers.customer;

import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

@ApplicationScoped
class ListingCustomers {

  private static final String OF_ALL = "select * from customer";

  /**
   * Finds the few of that name first, instead of going through all in order until it meets them.
   */
  private static final String OF_THAT_NAME =
      """
      with of_that_name as materialized (
        select * from customer where name_words @@ to_tsquery('simple', :words))
      select * from of_that_name""";

  private final EntityManager entities;

  ListingCustomers(EntityManager entities) {
    this.entities = entities;
  }

  Page<CustomerView> list(
      CustomerQuery query, PageRequest page, UnaryOperator<CustomerView> asSeenByCaller) {
    CustomerOrder order = query.order();
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (query.externalId != null) {
      conditions.add("external_id = :externalId");
      values.put("externalId", query.externalId);
    }
    if (query.branch != null) {
      conditions.add("branch = :branch");
      values.put("branch", query.branch);
    }
    // Written out and not bound, so that the partial index on those let go can be chosen.
    query.status().ifPresent(status -> conditions.add("status = '" + status.name() + "'"));
    query.words().ifPresent(words -> values.put("words", words));
    page.after()
        .ifPresent(
            key -> {
              conditions.add(order.afterLast());
              values.put("last", order.last(key));
              values.put("lastId", key.uuid(1));
            });
    return Page.of(
        rows(conditions, values, order, page.limit() + 1),
        page,
        order::keyOf,
        customer -> asSeenByCaller.apply(CustomerView.from(customer)));
  }

  @SuppressWarnings("unchecked")
  private List<Customer> rows(
      List<String> conditions, Map<String, Object> values, CustomerOrder order, int limit) {
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    var sql =
        """
        %s
        %s
        %s
        limit :limit"""
            .formatted(values.containsKey("words") ? OF_THAT_NAME : OF_ALL, where, order.orderBy());
    var select = entities.createNativeQuery(sql, Customer.class);
    values.forEach(select::setParameter);
    return select.setParameter("limit", limit).getResultList();
  }
}
