package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.time.LocalDate;

/**
 * What of a document that was invoiced in advance is earned in a month.
 *
 * @param on the last day of the month
 */
public record EarnedAmount(LocalDate on, Money amount) {}
