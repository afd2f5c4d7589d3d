package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What was paid of a document, as books have it. */
public record DocumentPayment(UUID documentId, Money amount, LocalDate paidOn, String reference) {}
