package io.familiarface.customers.interaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A talk with a customer as others see it. */
public record InteractionView(
    UUID id,
    String externalId,
    UUID customerId,
    Instant at,
    Channel channel,
    Direction direction,
    Mood mood,
    String heldBy,
    String explained,
    String asked,
    String answered,
    List<String> explainedSteps) {

  static InteractionView of(Interaction talk) {
    return new InteractionView(
        talk.id,
        talk.externalId,
        talk.customerId,
        talk.at,
        talk.channel,
        talk.direction,
        talk.mood,
        talk.heldBy,
        talk.explained,
        talk.asked,
        talk.answered,
        talk.explainedSteps);
  }
}
