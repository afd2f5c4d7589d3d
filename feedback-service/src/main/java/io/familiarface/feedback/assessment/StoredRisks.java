package io.familiarface.feedback.assessment;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.feedback.sql.Where;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.engine.Band;
import io.familiarface.risk.state.CustomerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The newest assessments, for lists. Whoever has gone is not at risk any more. */
@ApplicationScoped
public class StoredRisks {
  private static final String COLUMNS =
      """
      select r.customer_id, c.external_id, c.name, c.branch, r.assessed_at, r.probability, r.band,
             r.flagged, r.standing, r.reason_codes[1] as top_code, r.top_reason
      from customer_risk r left join customer_copy c on c.id = r.customer_id
      """;

  private final Sql sql;

  StoredRisks(Sql sql) {
    this.sql = sql;
  }

  /** One line of the list. */
  public record Line(
      UUID customerId,
      String externalId,
      String name,
      String branch,
      Instant asOf,
      double probability,
      Band band,
      boolean flagged,
      CustomerStatus standing,
      String topCode,
      String topReason) {}

  /** Which are asked for; null for no matter. */
  public record Filter(Band band, Boolean flagged, String branch, Double minProbability) {}

  /** Those most likely to leave first. */
  public List<Line> highestFirst(Filter filter, PageRequest page) {
    Where where = where(filter);
    page.after().ifPresent(key -> after(where, key));
    return sql.list(
        COLUMNS + where.text() + " order by r.probability desc, r.customer_id limit ?",
        StoredRisks::read,
        where.parameters(page.limit() + 1));
  }

  /** In the order of customers. */
  public List<Line> byCustomer(Filter filter, PageRequest page) {
    Where where = where(filter);
    page.after().ifPresent(key -> where.and("r.customer_id > ?", key.uuid(0)));
    return sql.list(
        COLUMNS + where.text() + " order by r.customer_id limit ?",
        StoredRisks::read,
        where.parameters(page.limit() + 1));
  }

  /** Customers of whom something was known at an instant, in the order of customers. */
  public List<Line> knownAt(Instant asOf, String branch, PageRequest page) {
    Where where = new Where().and("r.first_at <= ?", asOf).andIf("c.branch = ?", branch);
    page.after().ifPresent(key -> where.and("r.customer_id > ?", key.uuid(0)));
    return sql.list(
        COLUMNS + where.text() + " order by r.customer_id limit ?",
        StoredRisks::read,
        where.parameters(page.limit() + 1));
  }

  private static Where where(Filter filter) {
    return new Where()
        .and("r.standing not in ('CANCELLED', 'LAPSED')")
        .andIf("r.band = ?", filter.band())
        .and(filter.flagged() == null ? "true" : filter.flagged() ? "r.flagged" : "not r.flagged")
        .andIf("c.branch = ?", filter.branch())
        .andIf("r.probability >= ?", filter.minProbability());
  }

  private static void after(Where where, Key key) {
    double probability = key.number(0).doubleValue();
    where.and(
        "r.probability < ? or (r.probability = ? and r.customer_id > ?)",
        probability,
        probability,
        key.uuid(1));
  }

  private static Line read(Row row) throws SQLException {
    Instant asOf = row.instant("assessed_at");
    return new Line(
        row.uuid("customer_id"),
        row.text("external_id"),
        row.text("name"),
        row.text("branch"),
        asOf,
        row.number("probability"),
        asOf == null ? Band.LOW : Band.valueOf(row.text("band")),
        row.bool("flagged"),
        asOf == null ? CustomerStatus.PROSPECT : CustomerStatus.valueOf(row.text("standing")),
        row.text("top_code"),
        row.text("top_reason"));
  }
}
