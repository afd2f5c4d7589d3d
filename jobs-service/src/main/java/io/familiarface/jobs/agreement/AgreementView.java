package io.familiarface.jobs.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.rest.Money;
import io.familiarface.rest.etag.ETags;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

/** An agreement as it stands now. */
@Schema(name = "Agreement")
record AgreementView(
    UUID id,
    String externalId,
    @Nested @JsonUnwrapped WithCustomer customer,
    String program,
    @Nested @JsonUnwrapped Rhythm rhythm,
    @Schema(description = Terms.CHECKLIST) List<String> checklist,
    @Schema(nullable = true, description = "Of a visit; null while nobody knows it.")
        @Nested("price")
        Money price,
    @Schema(description = "Who usually comes now.") UUID technicianId,
    @Schema(
            nullable = true,
            description =
                "Who takes over with the next visit that will be planned: once a pause ends, or where"
                    + " somebody stood in at the last one.")
        UUID nextTechnicianId,
    AgreementState state,
    Instant cancelledAt,
    @JsonIgnore long version) {

  /** Who signed it. */
  record WithCustomer(UUID customerId, String customerExternalId) {}

  /** How often and when somebody comes. */
  record Rhythm(
      String recurrence,
      @Schema(
              description =
                  "True while nobody has said how often to come: it was guessed from the dates of"
                      + " past visits. A patch that names the recurrence says it.")
          boolean recurrenceGuessed,
      @Schema(
              nullable = true,
              description =
                  "Which months the rule passes over, for they have no such day, and how to say the"
                      + " last day instead; null where it passes over none.")
          String recurrenceWarning,
      BigDecimal visitIntervalDays,
      LocalDate startsOn,
      @Schema(
              nullable = true,
              description =
                  "The last day that the rule can ask for; null while it has no end and goes on by"
                      + " itself.")
          LocalDate endsOn,
      @Schema(
              implementation = String.class,
              examples = "10:00:00",
              nullable = true,
              description = "null: nobody has said one.")
          LocalTime visitAt,
      @Schema(nullable = true, description = Terms.WINDOW) Integer windowMinutes,
      LocalDate plannedUntil,
      @Schema(description = "The first day of a pause, in which nobody comes; null without one.")
          LocalDate pausedFrom,
      @Schema(description = "The last day of the pause; null until it is ended.")
          LocalDate pausedUntil) {}

  /** The ETag, which covers what the customer is called. */
  String tag() {
    return ETags.covering(id, version, this);
  }

  /** A row of the database with what it doesn't hold. */
  AgreementView withWarning() {
    Rhythm warned =
        new Rhythm(
            rhythm.recurrence,
            rhythm.recurrenceGuessed,
            Recurrence.warning(rhythm.recurrence, rhythm.startsOn).orElse(null),
            rhythm.visitIntervalDays,
            rhythm.startsOn,
            rhythm.endsOn,
            rhythm.visitAt,
            rhythm.windowMinutes,
            rhythm.plannedUntil,
            rhythm.pausedFrom,
            rhythm.pausedUntil);
    return new AgreementView(
        id,
        externalId,
        customer,
        program,
        warned,
        checklist,
        price,
        technicianId,
        nextTechnicianId,
        state,
        cancelledAt,
        version);
  }
}
