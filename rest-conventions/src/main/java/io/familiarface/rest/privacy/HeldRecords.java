package io.familiarface.rest.privacy;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that one service holds of a person.
 *
 * @param records by table, the rows about the person, as they are stored; a table without any is
 *     not named
 */
public record HeldRecords(
    @NotNull String service,
    @NotNull UUID customerId,
    @NotNull Instant exportedAt,
    @NotNull Map<String, List<Map<String, Object>>> records) {}
