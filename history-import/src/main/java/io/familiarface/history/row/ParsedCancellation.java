package io.familiarface.history.row;

import java.time.LocalDate;

/** What one line says of a customer's leaving; reason and words may be null. */
public record ParsedCancellation(LocalDate on, String reason, String words) {}
