package io.familiarface.feedback.retention;

/** Two groups of customers who were about as likely to leave. */
record Comparison(Arm called, Arm heldBack) {}
