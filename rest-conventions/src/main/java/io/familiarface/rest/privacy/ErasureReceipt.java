package io.familiarface.rest.privacy;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * Whether a service has forgotten a person.
 *
 * @param erasedAt when it did; null while it has not
 */
public record ErasureReceipt(
    @NotNull UUID customerId, @NotNull ErasureState state, Instant erasedAt) {}
