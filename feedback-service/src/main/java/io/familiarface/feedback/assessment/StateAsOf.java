package io.familiarface.feedback.assessment;

import io.familiarface.risk.state.CustomerState;
import java.time.Instant;

/** A customer's state as the engine reads it, and the instant it is read at. */
public record StateAsOf(CustomerState state, Instant asOf) {}
