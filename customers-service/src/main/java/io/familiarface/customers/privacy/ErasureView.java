package io.familiarface.customers.privacy;

import io.familiarface.rest.privacy.ErasureState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the erasure of a person is.
 *
 * @param customerId who it was; nothing else is known of them
 * @param state DONE once every service has forgotten them
 * @param services by service, whether it has forgotten them; PENDING as well while it is away
 */
public record ErasureView(
    UUID id,
    String externalId,
    UUID customerId,
    String reason,
    Instant requestedAt,
    String requestedBy,
    ErasureState state,
    @Schema(example = "{\"customers\": \"DONE\", \"jobs\": \"DONE\", \"feedback\": \"PENDING\"}")
        Map<String, ErasureState> services) {

  static ErasureView of(ErasureRow row) {
    Map<String, ErasureState> services = new LinkedHashMap<>();
    services.put("customers", ErasureState.DONE);
    services.put("jobs", state(row.jobsErasedAt()));
    services.put("feedback", state(row.feedbackErasedAt()));
    return new ErasureView(
        row.id(),
        row.externalId(),
        row.customerId(),
        row.reason(),
        row.requestedAt(),
        row.requestedBy(),
        services.containsValue(ErasureState.PENDING) ? ErasureState.PENDING : ErasureState.DONE,
        services);
  }

  private static ErasureState state(Instant erasedAt) {
    return erasedAt == null ? ErasureState.PENDING : ErasureState.DONE;
  }
}
