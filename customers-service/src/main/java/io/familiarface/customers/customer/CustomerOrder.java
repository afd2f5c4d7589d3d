package io.familiarface.customers.customer;

import io.familiarface.rest.page.Key;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An order of the list that an index gives; the id settles ties. */
enum CustomerOrder {
  OLDEST_FIRST("createdAt", "created_at", false),
  NEWEST_FIRST("-createdAt", "created_at", true),
  BY_NAME("name", "lower(name)", false),
  BY_NAME_BACKWARDS("-name", "lower(name)", true);

  private final String parameter;
  private final String column;
  private final boolean descending;

  CustomerOrder(String parameter, String column, boolean descending) {
    this.parameter = parameter;
    this.column = column;
    this.descending = descending;
  }

  static Optional<CustomerOrder> named(String parameter) {
    return Arrays.stream(values()).filter(order -> order.parameter.equals(parameter)).findAny();
  }

  /** What comes after the row with the parameters {@code :last} and {@code :lastId}. */
  String afterLast() {
    return "(%s, id) %s (%s, :lastId)"
        .formatted(column, descending ? "<" : ">", byName() ? "lower(:last)" : ":last");
  }

  String orderBy() {
    String direction = descending ? " desc" : "";
    return column + direction + ", id" + direction;
  }

  Key keyOf(CustomerView customer) {
    return Key.of(byName() ? customer.name() : customer.createdAt(), customer.id());
  }

  Object last(Key key) {
    return byName() ? key.text(0) : key.instant(0);
  }

  private boolean byName() {
    return column.toLowerCase(Locale.ROOT).contains("name");
  }
}
