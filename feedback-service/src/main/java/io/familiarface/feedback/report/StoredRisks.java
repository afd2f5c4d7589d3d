package io.familiarface.feedback.report;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.feedback.assessment.CustomerRisks;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.engine.Band;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The newest assessments, for lists. Whoever has gone is not at risk any more. */
@ApplicationScoped
class StoredRisks {
  private static final String SELECT =
      """
      select r.customer_id, c.external_id, c.name, c.branch, r.assessed_at as as_of, r.probability,
             coalesce(r.band, 'LOW') as band, r.flagged, r.reason_codes[1] as top_code, r.top_reason
      from %s r left join %s c on c.id = r.customer_id
      """
          .formatted(CustomerRisks.TABLE, CustomerCopies.TABLE);

  private final Database database;

  StoredRisks(Database database) {
    this.database = database;
  }

  /** One line of the list. */
  record Line(
      UUID customerId,
      String externalId,
      String name,
      String branch,
      Instant asOf,
      double probability,
      Band band,
      boolean flagged,
      String topCode,
      String topReason) {}

  /** Those most likely to leave first. */
  List<Line> highestFirst(RiskFilter filter, PageRequest page) {
    ListQuery query = query(filter);
    page.after()
        .ifPresent(
            key ->
                query
                    .where(
                        """
                        (r.probability < :last
                          or (r.probability = :last and r.customer_id > :lastCustomer))\
                        """)
                    .bind("last", key.number(0))
                    .bind("lastCustomer", key.uuid(1)));
    return query.list(Line.class, "r.probability desc, r.customer_id", page.limit() + 1);
  }

  /** In the order of customers. */
  List<Line> byCustomer(RiskFilter filter, PageRequest page) {
    return byCustomer(query(filter), page);
  }

  /** Customers of whom something was known at an instant, in the order of customers. */
  List<Line> knownAt(Instant asOf, String branch, PageRequest page) {
    return byCustomer(
        database
            .list(SELECT)
            .where("r.first_at <= :asOf", "asOf", asOf)
            .where("c.branch = :branch", "branch", branch),
        page);
  }

  private static List<Line> byCustomer(ListQuery query, PageRequest page) {
    UUID after = page.after().map(key -> key.uuid(0)).orElse(null);
    return query
        .where("r.customer_id > :after", "after", after)
        .list(Line.class, "r.customer_id", page.limit() + 1);
  }

  private ListQuery query(RiskFilter filter) {
    ListQuery query =
        database
            .list(SELECT)
            .where("r.standing not in ('CANCELLED', 'LAPSED')")
            .where("r.band = :band", "band", filter.band())
            .where("c.branch = :branch", "branch", filter.branch())
            .where("r.probability >= :least", "least", filter.minProbability());
    return filter.flagged() == null
        ? query
        : query.where(filter.flagged() ? "r.flagged" : "not r.flagged");
  }
}
