package io.familiarface.rest.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of the audit trail as an admin reads it.
 *
 * @param action what was done, such as {@code trait.added}, or {@code read}
 * @param entityType of what it was done to; of a read, what was looked at, such as {@code card}
 * @param personId the customer whom it concerns; null for none
 * @param before the state before; null for something new, for a read, and once a person was erased
 * @param after the state after; null for something removed, for a read, and once a person was
 *     erased
 */
public record AuditEntryView(
    UUID id,
    Instant at,
    String actor,
    String action,
    String entityType,
    UUID entityId,
    UUID personId,
    @Schema(implementation = Object.class) @JsonRawValue String before,
    @Schema(implementation = Object.class) @JsonRawValue String after) {}
