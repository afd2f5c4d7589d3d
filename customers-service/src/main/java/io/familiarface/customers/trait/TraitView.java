package io.familiarface.customers.trait;

import java.time.Instant;
import java.util.UUID;

/** A trait as others see it. */
public record TraitView(
    UUID id,
    String externalId,
    UUID customerId,
    Category category,
    boolean pinned,
    String text,
    String heardBy,
    Instant heardAt,
    Standing standing,
    String said) {

  static TraitView of(Trait trait) {
    return new TraitView(
        trait.id,
        trait.externalId,
        trait.customerId,
        trait.category,
        trait.pinned,
        trait.text,
        trait.heardBy,
        trait.heardAt,
        trait.standing,
        trait.said);
  }
}
