package io.familiarface.customers.visit;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.database.Database;
import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whom a caller may look at: a technician the customers of own visits, yesterday to a week ahead;
 * everybody else whom their role lets in, all.
 */
@ApplicationScoped
public class VisibleCustomers {

  private static final int DAYS_AHEAD = 7;

  private final Customers customers;
  private final Database database;
  private final Caller caller;
  private final Clock clock;
  private final ZoneId zone;

  VisibleCustomers(
      Customers customers,
      Database database,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.customers = customers;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The id of the customer meant.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none; for a technician
   *     403 in that case too, so that nobody can find out who is a customer
   */
  public UUID requireVisible(Ref ref) {
    return caller
        .technicianId()
        .map(
            technician ->
                customers
                    .findId(ref)
                    .filter(customer -> isVisitedBy(technician, customer))
                    .orElseThrow(VisibleCustomers::notYours))
        .orElseGet(() -> customers.idOf(ref));
  }

  private boolean isVisitedBy(UUID technicianId, UUID customerId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return database
        .sql(
            """
            select 1 from visit_copy
            where customer_id = :customer and technician_id = :technician
              and scheduled_at >= :from and scheduled_at < :until
              and state <> 'WITHDRAWN'
            limit 1""")
        .bind("customer", customerId)
        .bind("technician", technicianId)
        .bind("from", today.minusDays(1).atStartOfDay(zone).toInstant())
        .bind("until", today.plusDays(DAYS_AHEAD + 1L).atStartOfDay(zone).toInstant())
        .exists();
  }

  private static RuntimeException notYours() {
    return CustomersProblem.NOT_YOUR_CUSTOMER.because(
        "You see the customers of your own visits, from yesterday to a week ahead. Ask the office"
            + " for any other.");
  }
}
