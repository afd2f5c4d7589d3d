package io.familiarface.jobs.visit;

/** The two ways to read a diary. */
enum VisitOrder {
  EARLIEST_FIRST("asc", ">"),
  LATEST_FIRST("desc", "<");

  private final String direction;
  private final String beyond;

  VisitOrder(String direction, String beyond) {
    this.direction = direction;
    this.beyond = beyond;
  }

  /** SQL: by the column that is the time and the one that is the id. */
  String by(String at, String id) {
    return "%s %s, %s %2$s".formatted(at, direction, id);
  }

  String afterKey(String at, String id) {
    return "(%s, %s) %s (:afterAt, :afterId)".formatted(at, id, beyond);
  }
}
