package io.familiarface.customers.care;

import java.time.Instant;

/**
 * Why a customer needs more care than others.
 *
 * @param code which rule says so
 * @param level what it asks for
 * @param text the same in words
 * @param since since when it is so
 */
public record CareReason(CareRule code, CareLevel level, String text, Instant since) {}
