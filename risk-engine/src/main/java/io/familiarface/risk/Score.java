package io.familiarface.risk;

import java.time.Instant;

/** The short answer: an {@link Assessment} without its words. */
public record Score(
    Instant asOf, Standing standing, double probability, Band band, boolean flagged) {}
