package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

@Schema(name = "Agreement")
record AgreementView(
    UUID id,
    String externalId,
    UUID customerId,
    String customerExternalId,
    String program,
    String recurrence,
    @Schema(
            description =
                "True while nobody has said how often to come: it was guessed from the dates of past"
                    + " visits. A patch that names the recurrence says it.")
        boolean recurrenceGuessed,
    BigDecimal visitIntervalDays,
    LocalDate startsOn,
    @Schema(implementation = String.class, examples = "10:00:00") LocalTime visitAt,
    @Schema(nullable = true, description = "Of a visit; null while nobody knows it.")
        @Nested("price")
        Money price,
    @Schema(description = "Who usually comes now.") UUID technicianId,
    LocalDate plannedUntil,
    AgreementState state,
    Instant cancelledAt) {

  static AgreementView of(Agreement a) {
    Terms terms = a.terms();
    return new AgreementView(
        a.id,
        a.externalId,
        a.customerId,
        a.customerExternalId,
        terms.program(),
        terms.recurrence(),
        a.recurrenceGuessed,
        a.visitIntervalDays,
        a.startsOn,
        terms.visitAt(),
        terms.price(),
        a.usualTechnicianId,
        a.plannedUntil,
        a.isActive() ? AgreementState.ACTIVE : AgreementState.CANCELLED,
        a.cancelledAt);
  }
}
