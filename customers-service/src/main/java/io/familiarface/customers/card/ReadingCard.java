package io.familiarface.customers.card;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.feedback.CustomerSentiment;
import io.familiarface.customers.interaction.Interactions;
import io.familiarface.customers.interaction.LatestMood;
import io.familiarface.customers.interaction.WalkThrough;
import io.familiarface.customers.promise.PromiseView;
import io.familiarface.customers.promise.Promises;
import io.familiarface.customers.trait.Traits;
import io.familiarface.customers.visit.VisibleCustomers;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Puts a card together from what is held here alone, so that it is there when others are down. */
@ApplicationScoped
class ReadingCard {
  private final Database database;
  private final VisibleCustomers visible;
  private final WalkThrough walkThrough;
  private final VisitsOnCard visits;
  private final FreshnessOfCopies freshness;
  private final Clock clock;
  private final Caller caller;
  private final AuditTrail audit;

  ReadingCard(
      Database database,
      VisibleCustomers visible,
      WalkThrough walkThrough,
      VisitsOnCard visits,
      FreshnessOfCopies freshness,
      Clock clock,
      Caller caller,
      AuditTrail audit) {
    this.database = database;
    this.visible = visible;
    this.walkThrough = walkThrough;
    this.visits = visits;
    this.freshness = freshness;
    this.clock = clock;
    this.caller = caller;
    this.audit = audit;
  }

  /**
   * The card. Whether the caller may see it, what is on it and that they looked is one round trip
   * and one transaction of the database; a second one for a technician who is to be introduced.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when there is no such customer, or none for
   *     this caller
   */
  Card of(Ref customer) {
    return read(customer, visible::visible)
        .or(
            () ->
                visible.isExpected(customer)
                    ? read(customer, trip -> Customers.EXISTING)
                    : Optional.empty())
        .orElseThrow(() -> visible.refusal(customer));
  }

  private Optional<Card> read(Ref customer, Function<RoundTrip, String> whom) {
    RoundTrip trip = Customers.bind(database.roundTrip(), customer);
    var seen = whoLooks(trip, whom.apply(trip));
    var introduced = Customers.introduced(trip);
    var traits = Traits.ofCustomer(trip);
    var promises = Promises.ofCustomer(trip);
    var learned = Interactions.learned(trip);
    var standing = CustomerSentiment.standing(trip);
    var complaints = CustomerSentiment.openComplaints(trip);
    var who = visits.ask(trip);
    var heard = freshness.ask(trip);
    trip.send();
    return seen.first()
        .flatMap(anybody -> introduced.first())
        .map(
            person -> {
              var promised =
                  Card.PromiseLists.of(promises.all().stream().map(Promises.Row::view).toList());
              var talks = learned.one();
              var told = standing.one();
              return Card.of(
                  person.header(),
                  traits.all(),
                  promised,
                  person.burnedBefore(),
                  talks.mood(),
                  walkThrough.notIn(talks.explainedSteps()),
                  new Card.Sentiment(complaints.all(), told.risk(), told.flag()),
                  visits.from(who),
                  new Card.TwoViews(
                      visits.ourView(who),
                      theirView(
                          told.scores(),
                          talks.mood(),
                          promised.brokenPromises(),
                          complaints.all().size())),
                  freshness.from(heard),
                  clock.instant());
            });
  }

  private Rows<UUID> whoLooks(RoundTrip trip, String person) {
    return caller.is(Role.SERVICE)
        ? trip.query(person, UUID.class)
        : audit.read(trip, person, "card");
  }

  private static Card.TheirView theirView(
      CustomerSentiment.Scores scores,
      LatestMood felt,
      List<PromiseView> broken,
      int openComplaints) {
    return new Card.TheirView(
        scores.lastCsat(),
        scores.lastCsatAt(),
        scores.averageCsat(),
        scores.lastNps(),
        felt == null ? null : felt.mood(),
        broken.size(),
        broken.stream().mapToInt(promise -> promise.breaches().size()).sum(),
        openComplaints);
  }
}
