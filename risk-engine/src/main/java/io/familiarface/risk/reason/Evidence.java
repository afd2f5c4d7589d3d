package io.familiarface.risk.reason;

import java.time.Instant;
import java.util.UUID;

/**
 * What a reason rests on.
 *
 * @param type {@code visit}, {@code promise}, {@code complaint}, {@code feedback}, {@code
 *     interaction}, {@code request}, {@code surprise}, {@code invoice}, {@code customer} or {@code
 *     agreement}
 */
public record Evidence(String type, UUID id, Instant at) {}
