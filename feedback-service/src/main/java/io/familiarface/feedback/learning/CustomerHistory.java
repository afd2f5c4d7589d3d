package io.familiarface.feedback.learning;

import io.familiarface.feedback.risk.signal.Signal;
import java.util.List;
import java.util.UUID;

/** All that is known of a customer, sorted by {@link Signal#ORDER}. */
public record CustomerHistory(UUID customerId, List<Signal> signals) {}
