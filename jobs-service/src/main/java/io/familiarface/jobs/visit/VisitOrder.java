package io.familiarface.jobs.visit;

/** The two ways to read a diary. */
enum VisitOrder {
  EARLIEST_FIRST("v.scheduled_at, v.id", ">"),
  LATEST_FIRST("v.scheduled_at desc, v.id desc", "<");

  private final String sql;
  private final String beyond;

  VisitOrder(String sql, String beyond) {
    this.sql = sql;
    this.beyond = beyond;
  }

  String sql() {
    return sql;
  }

  String afterKey() {
    return "(v.scheduled_at, v.id) " + beyond + " (:afterAt, :afterId)";
  }
}
