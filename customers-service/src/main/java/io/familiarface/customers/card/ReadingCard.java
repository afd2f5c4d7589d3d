package io.familiarface.customers.card;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.feedback.CustomerSentiment;
import io.familiarface.customers.interaction.Interactions;
import io.familiarface.customers.interaction.LatestMood;
import io.familiarface.customers.promise.PromiseView;
import io.familiarface.customers.promise.Promises;
import io.familiarface.customers.trait.Traits;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts a card together from what is held here alone, so that it is there when others are down. */
@ApplicationScoped
class ReadingCard {
  private final Database database;
  private final VisitsOnCard visits;
  private final FreshnessOfCopies freshness;

  ReadingCard(Database database, VisitsOnCard visits, FreshnessOfCopies freshness) {
    this.database = database;
    this.visits = visits;
    this.freshness = freshness;
  }

  /** The card; empty when there is no such customer, or no longer. */
  Optional<Card> of(UUID customerId) {
    RoundTrip trip = database.roundTrip().bind("customer", customerId);
    var header = Customers.header(trip);
    var traits = Traits.ofCustomer(trip);
    var promises = Promises.ofCustomer(trip);
    var burnedBefore = Customers.burnedBefore(trip);
    var mood = Interactions.latestMood(trip);
    var risk = CustomerSentiment.risk(trip);
    var flag = CustomerSentiment.flag(trip);
    var complaints = CustomerSentiment.openComplaints(trip);
    var scores = CustomerSentiment.scores(trip);
    var who = visits.ask(trip);
    trip.send();
    return header
        .first()
        .map(
            person -> {
              var promised =
                  Card.PromiseLists.of(promises.all().stream().map(Promises.Row::view).toList());
              var felt = mood.first().orElse(null);
              return new Card(
                  person,
                  traits.all(),
                  promised,
                  burnedBefore.first().orElse(null),
                  felt,
                  new Card.Sentiment(
                      risk.first().orElse(null), flag.first().orElse(null), complaints.all()),
                  visits.from(who),
                  new Card.TwoViews(
                      visits.ourView(who),
                      theirView(
                          scores.first().orElseThrow(),
                          felt,
                          promised.brokenPromises(),
                          complaints.all().size())),
                  freshness.now());
            });
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
