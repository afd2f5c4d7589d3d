package io.familiarface.customers.interaction;

import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RecordingInteraction {

  private final Database database;
  private final Customers customers;
  private final Interactions interactions;
  private final WalkThrough walkThrough;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  RecordingInteraction(
      Database database,
      Customers customers,
      Interactions interactions,
      WalkThrough walkThrough,
      BusinessTime time,
      Caller caller,
      AuditTrail audit,
      Event<CustomerChanged> changed) {
    this.database = database;
    this.customers = customers;
    this.interactions = interactions;
    this.walkThrough = walkThrough;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
    this.changed = changed;
  }

  @Transactional
  Interaction record(Ref customer, NewInteraction details) {
    RoundTrip trip = Customers.bind(database.roundTrip(), customer);
    var locked = trip.query(Customers.lockOf(Customers.EXISTING), UUID.class);
    var taken = Interactions.withExternalId(trip, details.externalId());
    trip.send();
    UUID customerId = locked.first().orElseThrow(() -> customers.unknown(customer));
    requireFree(taken.get(), details.externalId());
    walkThrough.requireKnown(details.explainedSteps());
    var at = time.ofFact(details.at(), "/at");
    var talk = Interaction.create(customerId, details, caller.name(), at);
    interactions.persistAndFlush(talk);
    var view = InteractionView.of(talk);
    audit.changed("interaction.recorded", "interaction", talk.id, customerId, null, view);
    changed.fire(CustomerChanged.at(talk.at, customerId));
    return talk;
  }

  /** Nobody else can take it meanwhile: the customer is locked. */
  private static void requireFree(Optional<UUID> other, String externalId) {
    if (other.isPresent()) {
      throw CommonProblem.externalIdTaken("talk with this customer", externalId);
    }
  }
}
