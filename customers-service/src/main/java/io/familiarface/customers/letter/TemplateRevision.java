package io.familiarface.customers.letter;

import java.time.Instant;

/** What a template said from some time on. */
public record TemplateRevision(int revision, String body, Instant changedAt, String changedBy) {}
