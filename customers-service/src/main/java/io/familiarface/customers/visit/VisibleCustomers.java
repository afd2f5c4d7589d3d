package io.familiarface.customers.visit;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
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

  private final Database database;
  private final Customers customers;
  private final Caller caller;
  private final Clock clock;
  private final ZoneId zone;

  VisibleCustomers(
      Database database,
      Customers customers,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.database = database;
    this.customers = customers;
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
    RoundTrip trip = Customers.bind(database.roundTrip(), ref);
    var found = trip.query(visible(trip), UUID.class);
    trip.send();
    return found.first().orElseThrow(() -> refusal(ref));
  }

  /**
   * A query for the id of the customer whom a round trip binds as {@code :customer}, which finds
   * none where the caller may not look, or nobody is there.
   */
  public String visible(RoundTrip trip) {
    return caller
        .technicianId()
        .map(technician -> Customers.EXISTING + visitedBy(technician, trip))
        .orElse(Customers.EXISTING);
  }

  /** What is said of a customer whom {@link #visible} does not find. */
  public RuntimeException refusal(Ref ref) {
    return caller.technicianId().isPresent() ? notYours() : customers.unknown(ref);
  }

  private String visitedBy(UUID technician, RoundTrip trip) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    trip.bind("technician", technician)
        .bind("visitedFrom", today.minusDays(1).atStartOfDay(zone).toInstant())
        .bind("visitedUntil", today.plusDays(DAYS_AHEAD + 1L).atStartOfDay(zone).toInstant());
    return """

        and exists (
          select from visit_copy
          where customer_id = :customer and technician_id = :technician
            and scheduled_at >= :visitedFrom and scheduled_at < :visitedUntil
            and state <> 'WITHDRAWN')""";
  }

  private static RuntimeException notYours() {
    return CustomersProblem.NOT_YOUR_CUSTOMER.because(
        "You see the customers of your own visits, from yesterday to a week ahead. Ask the office"
            + " for any other.");
  }
}
