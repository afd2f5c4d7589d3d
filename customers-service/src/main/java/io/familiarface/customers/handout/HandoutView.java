package io.familiarface.customers.handout;

import java.time.Instant;
import java.util.UUID;

/**
 * A handout as others see it; what it says is read as a page or a PDF.
 *
 * @param n the how manieth of this customer, counted from 1
 * @param templateVersion which revision of the template it was made from
 * @param acknowledgedAt when the customer had it in hand; null until then
 */
public record HandoutView(
    UUID id,
    UUID customerId,
    int n,
    String template,
    UUID templateId,
    int templateVersion,
    String language,
    Instant madeAt,
    String madeBy,
    Instant acknowledgedAt,
    String handedBy) {

  static HandoutView of(Handout handout) {
    return new HandoutView(
        handout.id,
        handout.customerId,
        handout.n,
        handout.template,
        handout.templateId,
        handout.templateVersion,
        handout.language,
        handout.madeAt,
        handout.madeBy,
        handout.acknowledgedAt,
        handout.handedBy);
  }
}
