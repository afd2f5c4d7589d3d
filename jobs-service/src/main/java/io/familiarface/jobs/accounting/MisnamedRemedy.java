package io.familiarface.jobs.accounting;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A delivered remedy that is credited nowhere: the customer has no invoice of the number it names.
 *
 * @param invoice the number it names
 * @param openAmount what is still to be credited
 */
public record MisnamedRemedy(
    UUID complaintId, UUID customerId, String invoice, BigDecimal openAmount, String currency) {}
