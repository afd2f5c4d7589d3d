package io.familiarface.customers.visit;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
public class OwnCustomers {

  private static final int DAYS_AHEAD = 7;

  private final Customers customers;
  private final EntityManager entities;
  private final Caller caller;
  private final Clock clock;
  private final ZoneId zone;

  OwnCustomers(
      Customers customers,
      EntityManager entities,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.customers = customers;
    this.entities = entities;
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
  public UUID idOf(Ref ref) {
    return caller
        .technicianId()
        .map(
            technician ->
                customers
                    .find(ref)
                    .filter(customer -> isVisitedBy(technician, customer))
                    .orElseThrow(OwnCustomers::notYours))
        .orElseGet(() -> customers.idOf(ref));
  }

  private boolean isVisitedBy(UUID technicianId, UUID customerId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return !entities
        .createNativeQuery(
            """
            select 1 from visit_copy
            where customer_id = :customer and technician_id = :technician
              and scheduled_at >= :from and scheduled_at < :until
              and state <> 'WITHDRAWN'
            limit 1""")
        .setParameter("customer", customerId)
        .setParameter("technician", technicianId)
        .setParameter("from", today.minusDays(1).atStartOfDay(zone).toInstant())
        .setParameter("until", today.plusDays(DAYS_AHEAD + 1L).atStartOfDay(zone).toInstant())
        .getResultList()
        .isEmpty();
  }

  private static RuntimeException notYours() {
    return CustomersProblem.NOT_YOUR_CUSTOMER.because(
        "You see the customers of your own visits, from yesterday to a week ahead. Ask the office"
            + " for any other.");
  }
}
