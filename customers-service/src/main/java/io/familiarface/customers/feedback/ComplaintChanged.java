package io.familiarface.customers.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** The event {@code complaint.changed}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ComplaintChanged(
    UUID complaintId,
    UUID customerId,
    String state,
    String severity,
    String cause,
    Instant receivedAt,
    Instant reopenedAt,
    long revision) {}
