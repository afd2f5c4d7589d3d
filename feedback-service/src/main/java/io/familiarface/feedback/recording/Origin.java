package io.familiarface.feedback.recording;

import java.time.Instant;
import java.util.UUID;

/**
 * Of whom something is written down, by whom and when.
 *
 * @param externalId the key of another system; null for none
 */
public record Origin(String externalId, UUID customerId, String by, Instant now) {}
