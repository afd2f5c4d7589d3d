package io.familiarface.customers.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** The event {@code feedback.given}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FeedbackGiven(
    UUID feedbackId,
    UUID customerId,
    Instant at,
    String kind,
    Integer csat,
    Integer nps,
    long revision) {}
