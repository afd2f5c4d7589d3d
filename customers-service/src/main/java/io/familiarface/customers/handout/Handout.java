package io.familiarface.customers.handout;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.letter.Letters;
import io.familiarface.rest.Ids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class Handout {

  @Id UUID id;
  @Version long version;
  UUID customerId;
  int n;
  String template;
  UUID templateId;
  int templateVersion;
  String language;
  String page;
  Instant madeAt;
  String madeBy;
  Instant acknowledgedAt;
  String handedBy;

  protected Handout() {}

  static Handout make(UUID customerId, int n, Letters.Letter letter, String caller, Instant now) {
    var handout = new Handout();
    handout.id = Ids.next();
    handout.customerId = customerId;
    handout.n = n;
    handout.template = letter.template();
    handout.templateId = letter.templateId();
    handout.templateVersion = letter.revision();
    handout.language = letter.language();
    handout.page = letter.page();
    handout.madeAt = Instants.toMicros(now);
    handout.madeBy = caller;
    return handout;
  }

  void acknowledge(String by, Instant at) {
    if (acknowledgedAt != null) {
      throw CustomersProblem.ALREADY_ACKNOWLEDGED.because(
          "%s handed it over at %s.".formatted(handedBy, acknowledgedAt));
    }
    acknowledgedAt = Instants.toMicros(at);
    handedBy = by;
    if (acknowledgedAt.isBefore(madeAt)) {
      throw CommonProblem.INVALID_REQUEST.at("/at", "It was made only at " + madeAt + ".");
    }
  }
}
