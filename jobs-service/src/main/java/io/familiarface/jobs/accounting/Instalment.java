package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** A part of an invoice that is to be paid by a day. */
public record Instalment(@NotNull LocalDate dueOn, @NotNull @Valid Money amount) {}
