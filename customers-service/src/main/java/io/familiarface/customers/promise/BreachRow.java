package io.familiarface.customers.promise;

import io.familiarface.customers.decision.Breach;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

@Embeddable
record BreachRow(Instant at, UUID visitId) {

  static BreachRow from(Breach breach) {
    return new BreachRow(breach.at(), breach.visitId());
  }

  Breach breach() {
    return new Breach(at, visitId);
  }
}
