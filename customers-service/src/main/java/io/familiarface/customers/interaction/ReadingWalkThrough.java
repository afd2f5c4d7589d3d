package io.familiarface.customers.interaction;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReadingWalkThrough {

  private final Database database;
  private final WalkThrough walkThrough;

  ReadingWalkThrough(Database database, WalkThrough walkThrough) {
    this.database = database;
    this.walkThrough = walkThrough;
  }

  WalkThroughView of(UUID customerId) {
    RoundTrip trip = database.roundTrip().bind("customer", customerId);
    var first = Interactions.firstContact(trip);
    var explained = Interactions.explainedSteps(trip);
    trip.send();
    List<ExplainedStep> told =
        explained.all().stream().sorted(Comparator.comparing(ExplainedStep::at)).toList();
    return new WalkThroughView(
        customerId,
        first.first().orElse(null),
        told,
        walkThrough.notIn(told.stream().map(ExplainedStep::code).toList()));
  }
}
