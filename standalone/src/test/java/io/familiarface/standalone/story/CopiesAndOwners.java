package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.standalone.Service;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one service owns and what another keeps a copy of, side by side, row by row. */
final class CopiesAndOwners {
  private final RunningSystem system;

  CopiesAndOwners(RunningSystem system) {
    this.system = system;
  }

  /**
   * @param owned and
   * @param copied give the same rows, each as one text that begins with the id of a customer where
   *     it is about one
   */
  private record Pair(
      String what, Service owner, String owned, Service keeper, String copied, boolean ofCustomer) {
    static Pair ofCustomers(
        String what, Service owner, String owned, Service keeper, String copied) {
      return new Pair(what, owner, owned, keeper, copied, true);
    }

    static Pair ofTechnicians(Service keeper, String columns) {
      String rows = "select concat_ws('|', %s) from ".formatted(columns);
      return new Pair(
          "technicians",
          Service.JOBS,
          rows + "technician",
          keeper,
          rows + "technician_copy",
          false);
    }
  }

  private static final String RISK = "concat_ws('|', customer_id, round(probability::numeric, 2),";
  private static final String VISITS =
      """
      select concat_ws('|', customer_id, id, %s, technician_id, scheduled_at) from %s
      where state <> 'WITHDRAWN'\
      """;

  private static final List<Pair> PAIRS =
      List.of(
          Pair.ofTechnicians(Service.CUSTOMERS, "id, external_id, name, left_on"),
          Pair.ofTechnicians(Service.FEEDBACK, "id, external_id, name, branch, left_on"),
          Pair.ofCustomers(
              "customers",
              Service.CUSTOMERS,
              "select concat_ws('|', id, external_id, name) from customer",
              Service.JOBS,
              "select concat_ws('|', id, external_id, name) from customer_copy"),
          Pair.ofCustomers(
              "customers",
              Service.CUSTOMERS,
              "select concat_ws('|', id, external_id, name, branch, revision) from customer",
              Service.FEEDBACK,
              "select concat_ws('|', id, external_id, name, branch, revision) from customer_copy"),
          Pair.ofCustomers(
              "visits",
              Service.JOBS,
              VISITS.formatted("state, completed_at, on_time", "visit"),
              Service.CUSTOMERS,
              VISITS.formatted("state, completed_at, on_time", "visit_copy")),
          Pair.ofCustomers(
              "visits",
              Service.JOBS,
              VISITS.formatted(
                  "case when state = 'PLANNED' then 'PLANNED' else 'OVER' end", "visit"),
              Service.FEEDBACK,
              VISITS.formatted("state", "visit_copy")),
          Pair.ofCustomers(
              "agreements",
              Service.JOBS,
              "select concat_ws('|', customer_id, id, program, cancelled_at) from agreement",
              Service.CUSTOMERS,
              "select concat_ws('|', customer_id, id, program, cancelled_at) from agreement_copy"),
          Pair.ofCustomers(
              "agreements",
              Service.JOBS,
              "select concat_ws('|', customer_id, id, price_amount, cancelled_at) from agreement",
              Service.FEEDBACK,
              "select concat_ws('|', customer_id, id, price_amount, cancelled_at) from"
                  + " agreement_copy"),
          Pair.ofCustomers(
              "risk",
              Service.FEEDBACK,
              "select %s band, flagged) from customer_risk where probability is not null"
                  .formatted(RISK),
              Service.CUSTOMERS,
              "select %s band, flagged) from risk_copy".formatted(RISK)),
          Pair.ofCustomers(
              "risk",
              Service.FEEDBACK,
              "select %s band, flagged) from customer_risk where probability is not null"
                  .formatted(RISK),
              Service.JOBS,
              "select %s band, flagged) from risk_copy".formatted(RISK)),
          Pair.ofCustomers(
              "flags",
              Service.FEEDBACK,
              "select concat_ws('|', customer_id, id, state, raised_at, cleared_at) from flag",
              Service.CUSTOMERS,
              "select concat_ws('|', customer_id, id, state, raised_at, cleared_at) from"
                  + " flag_copy"),
          Pair.ofCustomers(
              "complaints",
              Service.FEEDBACK,
              "select concat_ws('|', customer_id, id, state, severity, received_at) from complaint",
              Service.CUSTOMERS,
              "select concat_ws('|', customer_id, id, state, severity, received_at) from"
                  + " complaint_copy"),
          Pair.ofCustomers(
              "feedback",
              Service.FEEDBACK,
              "select concat_ws('|', customer_id, id, kind, at, csat, nps) from feedback",
              Service.CUSTOMERS,
              "select concat_ws('|', customer_id, id, kind, at, csat, nps) from feedback_copy"));

  void areAlike() throws SQLException {
    Set<String> present =
        new TreeSet<>(
            system.rows(Service.CUSTOMERS, "select id from customer where status = 'ACTIVE'"));
    for (Pair pair : PAIRS) {
      assertThat(rows(pair.keeper(), pair.copied(), pair.ofCustomer() ? present : null))
          .as(
              "the copies of the %s of %s in %s",
              pair.what(), pair.owner().fullName(), pair.keeper().fullName())
          .isEqualTo(rows(pair.owner(), pair.owned(), pair.ofCustomer() ? present : null));
    }
  }

  private Set<String> rows(Service service, String query, Set<String> customers)
      throws SQLException {
    return system.rows(service, query).stream()
        .filter(row -> customers == null || customers.contains(row.split("\\|")[0]))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
