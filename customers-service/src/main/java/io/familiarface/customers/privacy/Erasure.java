package io.familiarface.customers.privacy;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class Erasure {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;
  String reason;
  Instant requestedAt;
  String requestedBy;
  Instant jobsErasedAt;
  Instant feedbackErasedAt;

  protected Erasure() {}

  static Erasure request(
      UUID customerId, String externalId, String reason, String caller, Instant now) {
    var erasure = new Erasure();
    erasure.id = Ids.next();
    erasure.customerId = customerId;
    erasure.externalId = externalId;
    erasure.reason = reason;
    erasure.requestedBy = caller;
    erasure.requestedAt = Instants.toMicros(now);
    return erasure;
  }

  Instant erasedAt(String service) {
    return service.equals("jobs") ? jobsErasedAt : feedbackErasedAt;
  }

  void noteErased(String service, Instant at) {
    if (service.equals("jobs")) {
      jobsErasedAt = Instants.toMicros(at);
    } else {
      feedbackErasedAt = Instants.toMicros(at);
    }
  }

  ErasureView view() {
    return ErasureView.of(
        new ErasureRow(
            id,
            externalId,
            customerId,
            reason,
            requestedAt,
            requestedBy,
            jobsErasedAt,
            feedbackErasedAt));
  }
}
