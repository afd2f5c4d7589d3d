package io.familiarface.customers.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A template as others see it.
 *
 * @param revision which of its versions this is, counted from 1
 */
public record TemplateView(
    UUID id,
    String externalId,
    String name,
    TemplateKind kind,
    String language,
    String body,
    int revision,
    Instant changedAt,
    String changedBy) {

  static TemplateView of(LetterTemplate template) {
    return new TemplateView(
        template.id,
        template.externalId,
        template.name,
        template.kind,
        template.language,
        template.body,
        template.revision,
        template.changedAt,
        template.changedBy);
  }
}
