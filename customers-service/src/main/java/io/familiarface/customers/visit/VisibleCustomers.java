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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whom a caller may look at: a technician the customers of own visits and of those at which they
 * are to be introduced, yesterday to a week ahead; everybody else whom their role lets in, all.
 */
@ApplicationScoped
public class VisibleCustomers {

  private static final int DAYS_AHEAD = 7;

  private final Database database;
  private final Customers customers;
  private final Caller caller;
  private final AskingForOwnVisits ownVisits;
  private final Clock clock;
  private final ZoneId zone;

  VisibleCustomers(
      Database database,
      Customers customers,
      Caller caller,
      AskingForOwnVisits ownVisits,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.database = database;
    this.customers = customers;
    this.caller = caller;
    this.ownVisits = ownVisits;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The id of the customer meant. To be called outside of any transaction: jobs-service may have to
   * be asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none; for a technician
   *     403 in that case too, so that nobody can find out who is a customer
   */
  public UUID requireVisible(Ref ref) {
    return id(ref, this::visible)
        .or(() -> isExpected(ref) ? id(ref, trip -> Customers.EXISTING) : Optional.empty())
        .orElseThrow(() -> refusal(ref));
  }

  private Optional<UUID> id(Ref ref, Function<RoundTrip, String> query) {
    RoundTrip trip = Customers.bind(database.roundTrip(), ref);
    var found = trip.query(query.apply(trip), UUID.class);
    trip.send();
    return found.first();
  }

  /**
   * Whether a technician is to be at a customer's all the same whom {@link #visible} does not find:
   * jobs-service is asked, outside of any transaction.
   */
  public boolean isExpected(Ref ref) {
    return caller.technicianId().isPresent() && ownVisits.concern(ref);
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
        "You see the customers of your own visits, and of those at which you are introduced, from"
            + " yesterday to a week ahead. Ask the office for any other.");
  }
}
