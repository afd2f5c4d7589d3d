package io.familiarface.history.company;

import java.time.LocalDate;

/** What one line says of a customer's leaving; reason and words may be null. */
record SeenCancellation(LocalDate on, String reason, String words) {}
