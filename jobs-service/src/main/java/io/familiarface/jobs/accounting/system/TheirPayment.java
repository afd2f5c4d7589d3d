package io.familiarface.jobs.accounting.system;

import io.familiarface.rest.Money;
import java.time.LocalDate;

/**
 * What the system says was paid.
 *
 * @param reference by which it knows the payment of this document
 * @param number of the invoice, if it names that
 * @param externalId of the invoice, if it names that
 */
record TheirPayment(
    String reference, String number, String externalId, Money amount, LocalDate paidOn) {}
