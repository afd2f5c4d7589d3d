package io.familiarface.jobs.visit;

import java.util.Arrays;
import java.util.Optional;

/** The two ways to read a diary. */
enum VisitOrder {
  EARLIEST_FIRST("scheduledAt", "asc", ">"),
  LATEST_FIRST("-scheduledAt", "desc", "<");

  private final String name;
  private final String direction;
  private final String beyond;

  VisitOrder(String name, String direction, String beyond) {
    this.name = name;
    this.direction = direction;
    this.beyond = beyond;
  }

  /** As lists are asked for it. */
  static Optional<VisitOrder> named(String name) {
    return Arrays.stream(values()).filter(order -> order.name.equals(name)).findAny();
  }

  /** SQL: by the column that is the time and the one that is the id. */
  String by(String at, String id) {
    return "%s %s, %s %2$s".formatted(at, direction, id);
  }

  String afterKey(String at, String id) {
    return "(%s, %s) %s (:afterAt, :afterId)".formatted(at, id, beyond);
  }
}
