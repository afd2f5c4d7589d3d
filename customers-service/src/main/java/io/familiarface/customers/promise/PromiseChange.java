package io.familiarface.customers.promise;

import java.time.Instant;

/**
 * One change of a promise.
 *
 * @param at when it was written down
 * @param by who did: a person, or {@code system} for what visits or time decided
 * @param action {@code promise.made}, {@code promise.imported} or {@code promise.decided}
 * @param before the promise before; null when it was made
 * @param after the promise from then on
 */
public record PromiseChange(
    Instant at, String by, String action, PromiseView before, PromiseView after) {}
