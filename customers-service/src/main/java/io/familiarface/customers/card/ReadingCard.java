package io.familiarface.customers.card;

import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.feedback.HerView;
import io.familiarface.customers.feedback.HerViews;
import io.familiarface.customers.interaction.Interactions;
import io.familiarface.customers.interaction.LatestMood;
import io.familiarface.customers.keeping.PromiseState;
import io.familiarface.customers.promise.PromiseView;
import io.familiarface.customers.promise.Promises;
import io.familiarface.customers.question.Questions;
import io.familiarface.customers.trait.Traits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Puts a card together from what is held here alone, so that it is there when others are down. */
@ApplicationScoped
class ReadingCard {

  private final DataSource database;
  private final VisitsOnCard visits;
  private final FreshnessOfCopies freshness;

  ReadingCard(DataSource database, VisitsOnCard visits, FreshnessOfCopies freshness) {
    this.database = database;
    this.visits = visits;
    this.freshness = freshness;
  }

  /** The card; empty when there is no such customer, or no longer. */
  Optional<Card> of(UUID customerId) {
    Questions questions = new Questions();
    var head = questions.ask(Head.OF_CUSTOMER, customerId);
    var traits = questions.ask(Traits.OF_CUSTOMER, customerId);
    var promised = questions.ask(Promises.OF_CUSTOMER, customerId);
    var mood = questions.ask(Interactions.LAST_MOOD, customerId);
    var risk = questions.ask(HerViews.RISK, customerId);
    var flag = questions.ask(HerViews.FLAG, customerId);
    var complaints = questions.ask(HerViews.OPEN_COMPLAINTS, customerId);
    var scores = questions.ask(HerViews.SCORES, customerId);
    var asked = visits.ask(questions, customerId);
    questions.send(database);
    return head.first()
        .map(
            who -> {
              List<PromiseView> broken = in(PromiseState.BROKEN, promised.all());
              LatestMood felt = mood.first().orElse(null);
              VisitsOnCard.Part part = visits.from(asked);
              return new Card(
                  customerId,
                  who.externalId(),
                  who.kind(),
                  who.name(),
                  who.preferredName(),
                  who.hasPhoto() ? CustomerView.photoOf(customerId) : null,
                  who.status(),
                  who.branch(),
                  traits.all(),
                  in(PromiseState.STANDING, promised.all()),
                  broken,
                  who.burnedBefore(),
                  felt,
                  risk.first().orElse(null),
                  flag.first().orElse(null),
                  complaints.all(),
                  part.usualTechnicians(),
                  part.comingVisits(),
                  part.recentChanges(),
                  new Card.TwoViews(
                      part.ourView(),
                      theirView(
                          scores.first().orElseThrow(), felt, broken, complaints.all().size())),
                  freshness.now());
            });
  }

  private static List<PromiseView> in(PromiseState state, List<PromiseView> promised) {
    return promised.stream().filter(promise -> promise.state() == state).toList();
  }

  private static Card.TheirView theirView(
      HerView.Scores scores, LatestMood felt, List<PromiseView> broken, int openComplaints) {
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
