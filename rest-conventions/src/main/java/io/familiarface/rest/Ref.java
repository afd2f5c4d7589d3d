package io.familiarface.rest;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.Excerpt;
import io.familiarface.rest.text.Texts;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a path names a thing: by our UUID, or by the caller's own key as {@code ext:C000017}.
 *
 * <p>Exactly one of the two is present.
 */
@Schema(
    type = SchemaType.STRING,
    description = "An id (a UUID), or ext: followed by an external id.")
public record Ref(Optional<UUID> id, Optional<String> externalId) {
  private static final String EXTERNAL = "ext:";

  /** Called by JAX-RS for path parameters; anything that is neither form is no such resource. */
  public static Ref fromString(String text) {
    if (text.startsWith(EXTERNAL) && text.length() > EXTERNAL.length()) {
      return new Ref(Optional.empty(), Optional.of(externalId(text.substring(EXTERNAL.length()))));
    }
    return Uuids.parse(text)
        .map(Ref::of)
        .orElseThrow(
            () ->
                CommonProblem.NOT_FOUND.because(
                    "'"
                        + Excerpt.of(text)
                        + "' is neither an id (a UUID) nor ext: followed by an external id."));
  }

  private static String externalId(String given) {
    try {
      return Texts.externalId(given);
    } catch (IllegalArgumentException e) {
      throw CommonProblem.INVALID_REQUEST.because(e.getMessage());
    }
  }

  public static Ref of(UUID id) {
    return new Ref(Optional.of(id), Optional.empty());
  }

  @Override
  public String toString() {
    return id.map(UUID::toString).orElseGet(() -> EXTERNAL + externalId.orElseThrow());
  }
}
