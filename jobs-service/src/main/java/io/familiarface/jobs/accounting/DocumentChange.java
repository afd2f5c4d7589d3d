package io.familiarface.jobs.accounting;

import java.time.Instant;

/**
 * One change of a document.
 *
 * @param at when it was written down
 * @param by who did: a person, or {@code system} for what visits, cases or time decided
 * @param action such as {@code document.issued} or {@code document.paid}
 * @param before the document before; null when it was issued
 * @param after the document from then on
 */
record DocumentChange(
    Instant at, String by, String action, DocumentView before, DocumentView after) {}
