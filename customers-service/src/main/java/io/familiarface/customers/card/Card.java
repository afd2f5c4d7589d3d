package io.familiarface.customers.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.customers.care.Care;
import io.familiarface.customers.care.CareFacts;
import io.familiarface.customers.customer.BurnedBefore;
import io.familiarface.customers.customer.CustomerHeader;
import io.familiarface.customers.decision.Effect;
import io.familiarface.customers.decision.PromiseState;
import io.familiarface.customers.feedback.CustomerSentiment;
import io.familiarface.customers.interaction.LatestMood;
import io.familiarface.customers.interaction.Mood;
import io.familiarface.customers.interaction.WalkThroughStep;
import io.familiarface.customers.promise.PromiseView;
import io.familiarface.customers.trait.TraitView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A customer on one page. The order of the fields is the order in which they matter; the parts are
 * told as one flat object.
 *
 * @param care how much care they need, and why
 * @param whatNotToDo what would make it worse, in words
 * @param traits what is particular about them, pinned ones first
 * @param notYetExplained what of the company's walk-through nobody has told them of
 */
@Schema(name = "Card")
public record Card(
    @JsonUnwrapped CustomerHeader customer,
    @JsonUnwrapped Care care,
    List<TraitView> traits,
    BurnedBefore burnedBefore,
    @JsonUnwrapped PromiseLists promises,
    @JsonUnwrapped Sentiment sentiment,
    LatestMood mood,
    List<WalkThroughStep> notYetExplained,
    List<String> whatNotToDo,
    @JsonUnwrapped Visits visits,
    TwoViews views,
    List<Freshness> freshness) {

  static Card of(
      CustomerHeader customer,
      List<TraitView> traits,
      PromiseLists promises,
      BurnedBefore burnedBefore,
      LatestMood mood,
      List<WalkThroughStep> notYetExplained,
      Sentiment sentiment,
      Visits visits,
      TwoViews views,
      List<Freshness> freshness,
      Instant now) {
    var facts =
        new CareFacts(
            mood,
            burnedBefore,
            sentiment.openComplaints(),
            sentiment.risk(),
            sentiment.flag(),
            now);
    return new Card(
        customer,
        Care.of(facts),
        traits,
        burnedBefore,
        promises,
        sentiment,
        mood,
        notYetExplained,
        WhatNotToDo.of(customer, traits, promises, sentiment),
        visits,
        views,
        freshness);
  }

  /**
   * What was promised.
   *
   * @param standingPromises what we still owe them
   * @param brokenPromises what we failed them in, newest first
   */
  public record PromiseLists(List<PromiseView> standingPromises, List<PromiseView> brokenPromises) {
    static PromiseLists of(List<PromiseView> all) {
      return new PromiseLists(in(PromiseState.STANDING, all), in(PromiseState.BROKEN, all));
    }

    private static List<PromiseView> in(PromiseState state, List<PromiseView> all) {
      return all.stream().filter(promise -> promise.state() == state).toList();
    }
  }

  /** What feedback-service told of how they feel. */
  public record Sentiment(
      List<CustomerSentiment.Complaint> openComplaints,
      CustomerSentiment.Risk risk,
      CustomerSentiment.Flag flag) {}

  /** Who comes to them, and who came instead. */
  public record Visits(
      List<UsualTechnician> usualTechnicians,
      List<ComingVisit> comingVisits,
      List<TechnicianChange> recentTechnicianChanges,
      Faces faces) {}

  /**
   * How many different people they had to meet.
   *
   * @param window how far back, ISO 8601
   * @param faces how many different technicians came
   * @param usualProvider the share of the visits by whoever came most; null without a visit
   * @param met who they were, most visits first; at most ten
   */
  public record Faces(
      String window, int faces, int visits, Double usualProvider, String text, List<Face> met) {}

  /** A technician who came, and how often. */
  @Schema(name = "FaceOnCard")
  public record Face(Person technician, int visits, Instant firstAt, Instant lastAt) {}

  /** A technician, with the name as far as it is known here. */
  public record Person(UUID technicianId, String name, List<String> skills) {}

  /** Whom the customer knows as theirs, for each running agreement. */
  public record UsualTechnician(UUID agreementId, String program, Person technician) {}

  /**
   * A visit to come, and who is to come.
   *
   * @param anyTime nobody has said at what time of that day
   * @param isTechnicianAway whoever is to come is away on that day: somebody else will have to
   * @param customerTold whether they were told that somebody else comes; null where nobody has said
   */
  public record ComingVisit(
      UUID visitId,
      Instant scheduledAt,
      boolean anyTime,
      Person technician,
      boolean isUsualTechnician,
      boolean isTechnicianAway,
      Boolean customerTold) {}

  /**
   * Somebody other than the then usual technician came; null where nobody has said.
   *
   * @param effect what it did to a promise of the same technician
   */
  public record TechnicianChange(
      UUID visitId,
      Instant at,
      Person from,
      Person to,
      String reason,
      String permanence,
      Boolean customerTold,
      Boolean introduced,
      Effect effect) {}

  /** What we are proud of beside what they feel: a manager sees the two come apart. */
  public record TwoViews(OurView ours, TheirView theirs) {}

  /**
   * Our view.
   *
   * @param onTimeShare 0 to 1, of the visits of which it is known
   * @param differentTechnicians how many different people came
   */
  public record OurView(
      long visitsCompleted,
      long visitsMissed,
      Double onTimeShare,
      long differentTechnicians,
      Instant lastVisitAt) {}

  /**
   * Their view.
   *
   * @param brokenPromises how many of our promises were broken
   * @param timesBroken how often they were broken, all in all
   */
  public record TheirView(
      Integer lastCsat,
      Instant lastCsatAt,
      BigDecimal averageCsat,
      Integer lastNps,
      Mood mood,
      int brokenPromises,
      int timesBroken,
      int openComplaints) {}

  /**
   * How far a part of the card can be relied on.
   *
   * @param parts which fields
   * @param feed where they come from; null for what is known here first hand
   * @param asOf when that was last heard of; null if never
   * @param behind events that we know of and have not taken in
   * @param upToDate false when we lag behind, or have not heard for a while
   */
  public record Freshness(
      List<String> parts, String feed, Instant asOf, long behind, boolean upToDate) {}
}
