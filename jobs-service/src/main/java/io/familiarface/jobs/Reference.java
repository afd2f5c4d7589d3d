package io.familiarface.jobs;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.database.ListQuery;
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

  /**
   * Narrows a list to the rows whose column is the thing referred to; an unknown key finds nothing.
   *
   * @param idByKey the owner's SQL, with %s for the parameter that is the key
   */
  public static void narrow(ListQuery list, String column, Ref ref, String idByKey) {
    if (ref != null) {
      String parameter = column.replace('.', '_');
      ref.id().ifPresent(id -> list.where(column + " = :" + parameter, parameter, id));
      ref.externalId()
          .ifPresent(
              key ->
                  list.where(column + " = (" + idByKey.formatted(parameter) + ")", parameter, key));
    }
  }

  @Override
  public String toString() {
    return id != null ? id.toString() : externalId;
  }
}
