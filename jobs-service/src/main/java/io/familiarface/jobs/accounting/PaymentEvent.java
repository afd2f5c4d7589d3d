package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.time.LocalDate;
import java.util.UUID;

/** A payment as the feed {@code accounting} tells it, with what is owed afterwards. */
record PaymentEvent(
    UUID paymentId,
    UUID customerId,
    String document,
    Money amount,
    LocalDate paidOn,
    Money owed,
    DocumentState state) {}
