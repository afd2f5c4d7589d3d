package io.familiarface.jobs;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.rest.Ref;
import java.util.Optional;
import java.util.UUID;

/** How a request body points at another thing: by our id or by the caller's own key. */
public record Reference(UUID id, String externalId) {

  /**
   * {@code what} is the field's stem: {@code "technician"} for technicianId, technicianExternalId.
   */
  public static Reference required(String what, UUID id, String externalId) {
    return optional(what, id, externalId)
        .orElseThrow(
            () ->
                INVALID_REQUEST.at(
                    "/" + what + "Id", "Give " + what + "Id or " + what + "ExternalId."));
  }

  public static Optional<Reference> optional(String what, UUID id, String externalId) {
    if (id != null && externalId != null) {
      throw INVALID_REQUEST.at(
          "/" + what + "ExternalId", "Give " + what + "Id or " + what + "ExternalId, not both.");
    }
    return id == null && externalId == null
        ? Optional.empty()
        : Optional.of(new Reference(id, externalId));
  }

  public static Reference of(Ref ref) {
    return new Reference(ref.id().orElse(null), ref.externalId().orElse(null));
  }

  @Override
  public String toString() {
    return id != null ? id.toString() : externalId;
  }
}
