package io.familiarface.customers.trait;

import io.familiarface.rest.Ids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class Trait {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  Category category;

  boolean pinned;
  String text;
  String heardBy;
  Instant heardAt;

  @Enumerated(EnumType.STRING)
  Standing standing;

  String said;

  protected Trait() {}

  static Trait create(UUID customerId, NewTrait details, String heardBy, Instant now) {
    var trait = new Trait();
    trait.id = Ids.next();
    trait.customerId = customerId;
    trait.heardBy = heardBy;
    trait.heardAt = Instants.toMicros(now);
    trait.update(details);
    return trait;
  }

  /** Takes over the details; what is left out of who heard it, and when, stays as it was. */
  boolean update(NewTrait details) {
    requireSense(details);
    NewTrait before = details();
    externalId = details.externalId();
    category = details.category();
    pinned = Boolean.TRUE.equals(details.pinned());
    text = details.text().strip();
    heardBy = details.heardBy() == null ? heardBy : details.heardBy();
    heardAt = details.heardAt() == null ? heardAt : Instants.toMicros(details.heardAt());
    standing =
        category == Category.EXPECTATION && details.standing() == null
            ? Standing.OPEN
            : details.standing();
    said = details.said();
    return !before.equals(details());
  }

  NewTrait details() {
    return new NewTrait(externalId, category, pinned, text, heardBy, heardAt, standing, said);
  }

  private static void requireSense(NewTrait details) {
    if (details.category() != Category.EXPECTATION && details.standing() != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/standing", "Only an EXPECTATION has a standing. Leave it out, or null.");
    }
    if (details.standing() == Standing.DECLINED_UP_FRONT
        && (details.said() == null || details.said().isBlank())) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/said", "Write down what was said when the expectation was declined.");
    }
  }
}
