package io.familiarface.customers.promise;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A promise in the words of another system: a line of an import. */
record PromiseLine(
    @NotBlank @Size(max = 100) String externalId,
    @NotBlank @Size(max = 100) String customerExternalId,
    @NotNull PromiseKind kind,
    @NotBlank @Size(max = 2000) String text,
    @NotBlank @Size(max = 200) String madeBy,
    @NotNull Instant madeAt,
    @Size(min = 1, max = 100) String technicianExternalId,
    Instant validUntil) {

  /**
   * @param known until when it binds us as far as that was known; what a line leaves out stays
   */
  NewPromise details(Instant known) {
    return new NewPromise(
        externalId,
        kind,
        text,
        madeBy,
        madeAt,
        null,
        technicianExternalId,
        validUntil == null ? known : validUntil);
  }
}
