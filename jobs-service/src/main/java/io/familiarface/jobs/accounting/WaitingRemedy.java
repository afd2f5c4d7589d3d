package io.familiarface.jobs.accounting;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A delivered remedy of which something is credited nowhere yet.
 *
 * @param invoice the number that it names, or null
 * @param misnamed the customer has no invoice of that number: it waits in vain; else it waits for
 *     their next one in its currency
 * @param openAmount what is still to be credited
 */
public record WaitingRemedy(
    UUID complaintId,
    UUID customerId,
    String invoice,
    boolean misnamed,
    BigDecimal openAmount,
    String currency) {}
