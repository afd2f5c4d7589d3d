package io.familiarface.customers.care;

import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.feedback.CustomerSentiment;
import io.familiarface.customers.interaction.Interactions;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** A customer with what calls for care, and that somebody looked, in one round trip. */
@ApplicationScoped
class ReadingCustomer {
  private final Database database;
  private final Customers customers;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  ReadingCustomer(
      Database database, Customers customers, Caller caller, AuditTrail audit, Clock clock) {
    this.database = database;
    this.customers = customers;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the caller may see of a customer.
   *
   * @param tag the version, and with it the care that calls for a word, which changes without it
   */
  record Seen(CustomerWithCare customer, String tag) {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when there is no such customer
   */
  Seen read(Ref ref) {
    RoundTrip trip = Customers.bind(database.roundTrip(), ref);
    var looks = whoLooks(trip);
    var found = Customers.versioned(trip);
    var mood = Interactions.latestMood(trip);
    var complaints = CustomerSentiment.openComplaints(trip);
    var standing = CustomerSentiment.standing(trip);
    trip.send();
    return looks
        .first()
        .flatMap(id -> found.first())
        .map(
            customer ->
                seen(
                    customer,
                    new CareFacts(
                        mood.first().orElse(null),
                        customer.view().burnedBefore(),
                        complaints.all(),
                        standing.one().risk(),
                        standing.one().flag(),
                        clock.instant())))
        .orElseThrow(() -> customers.unknown(ref));
  }

  private Rows<UUID> whoLooks(RoundTrip trip) {
    return caller.is(Role.SERVICE)
        ? trip.query(Customers.EXISTING, UUID.class)
        : audit.read(trip, Customers.EXISTING, "customer");
  }

  private Seen seen(Customers.Versioned found, CareFacts facts) {
    CustomerView customer = found.view();
    String tag = ETags.tag(customer.id(), found.version());
    if (CustomerView.isForAccountingOnly(caller)) {
      // Who sees less has not seen that version.
      return new Seen(
          new CustomerWithCare(customer.asSeenBy(caller), null, null), tag + "-accounting");
    }
    Care care = Care.of(facts);
    return new Seen(
        new CustomerWithCare(customer, care.careLevel(), care.careReasons()),
        care.careReasons().isEmpty() ? tag : ETags.covering(customer.id(), found.version(), care));
  }
}
