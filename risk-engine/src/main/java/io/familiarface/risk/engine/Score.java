package io.familiarface.risk.engine;

import io.familiarface.risk.state.CustomerStatus;
import java.time.Instant;

/** The short answer: an {@link Assessment} without its words. */
public record Score(
    Instant asOf, CustomerStatus standing, double probability, Band band, boolean flagged) {}
