package io.familiarface.customers.letter;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class LetterTemplate {

  @Id UUID id;
  @Version long version;
  String externalId;
  String name;

  @Enumerated(EnumType.STRING)
  TemplateKind kind;

  String language;
  String body;
  int revision;
  Instant changedAt;
  String changedBy;

  protected LetterTemplate() {}

  static LetterTemplate create(NewTemplate details, String caller, Instant now) {
    var template = new LetterTemplate();
    template.id = Ids.next();
    template.update(details, caller, now);
    return template;
  }

  /** Takes over what it is from now on, as the next revision; says whether anything changed. */
  boolean update(NewTemplate details, String caller, Instant now) {
    if (revision > 0 && details.equals(details())) {
      return false;
    }
    externalId = details.externalId();
    name = details.name().strip();
    kind = details.kind();
    language = details.language();
    body = details.body();
    revision++;
    changedAt = Instants.toMicros(now);
    changedBy = caller;
    return true;
  }

  NewTemplate details() {
    return new NewTemplate(externalId, name, kind, language, body);
  }
}
