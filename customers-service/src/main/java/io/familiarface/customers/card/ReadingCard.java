package io.familiarface.customers.card;

import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.feedback.HerView;
import io.familiarface.customers.feedback.HerViews;
import io.familiarface.customers.interaction.InteractionView;
import io.familiarface.customers.interaction.Interactions;
import io.familiarface.customers.keeping.PromiseState;
import io.familiarface.customers.promise.PromiseView;
import io.familiarface.customers.promise.Promises;
import io.familiarface.customers.trait.Traits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts a card together from what is held here alone, so that it is there when others are down. */
@ApplicationScoped
class ReadingCard {

  private final Customers customers;
  private final Traits traits;
  private final Promises promises;
  private final Interactions interactions;
  private final HerViews herViews;
  private final VisitsOnCard visits;
  private final FreshnessOfCopies freshness;

  ReadingCard(
      Customers customers,
      Traits traits,
      Promises promises,
      Interactions interactions,
      HerViews herViews,
      VisitsOnCard visits,
      FreshnessOfCopies freshness) {
    this.customers = customers;
    this.traits = traits;
    this.promises = promises;
    this.interactions = interactions;
    this.herViews = herViews;
    this.visits = visits;
    this.freshness = freshness;
  }

  Card of(UUID customerId) {
    CustomerView customer = customers.view(customerId).orElseThrow();
    List<PromiseView> promised = promises.of(customerId);
    List<PromiseView> broken = in(PromiseState.BROKEN, promised);
    InteractionView talk = interactions.lastWithMood(customerId).orElse(null);
    HerView herView = herViews.of(customerId);
    VisitsOnCard.Part part = visits.of(customerId);
    return new Card(
        customerId,
        customer.externalId(),
        customer.kind(),
        customer.name(),
        customer.preferredName(),
        customer.photo(),
        customer.status(),
        customer.branch(),
        traits.of(customerId),
        in(PromiseState.STANDING, promised),
        broken,
        customer.burnedBefore(),
        mood(talk),
        herView.risk(),
        herView.flag(),
        herView.openComplaints(),
        part.usualTechnicians(),
        part.comingVisits(),
        part.recentChanges(),
        new Card.TwoViews(part.ourView(), theirView(herView, talk, broken)),
        freshness.now());
  }

  private static List<PromiseView> in(PromiseState state, List<PromiseView> promised) {
    return promised.stream().filter(promise -> promise.state() == state).toList();
  }

  private static Card.LatestMood mood(InteractionView talk) {
    return talk == null
        ? null
        : new Card.LatestMood(talk.mood(), talk.at(), talk.channel(), talk.id());
  }

  private static Card.TheirView theirView(
      HerView herView, InteractionView talk, List<PromiseView> broken) {
    return new Card.TheirView(
        herView.scores().lastCsat(),
        herView.scores().lastCsatAt(),
        herView.scores().averageCsat(),
        herView.scores().lastNps(),
        talk == null ? null : talk.mood(),
        broken.size(),
        broken.stream().mapToInt(promise -> promise.breaches().size()).sum(),
        herView.openComplaints().size());
  }
}
