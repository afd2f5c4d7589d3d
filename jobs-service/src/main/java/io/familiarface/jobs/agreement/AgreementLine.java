package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement of another system, one line of an import; what it leaves out stays as it is. */
@Schema(name = "AgreementLine")
record AgreementLine(
    @Schema(examples = "A000017") @NotBlank @Size(max = 100) String externalId,
    @Schema(examples = "C000017") @NotBlank @Size(max = 100) String customerExternalId,
    @Schema(examples = "Monthly rodent control") @NotBlank @Size(max = 200) String program,
    @Schema(examples = "FREQ=MONTHLY", description = Recurrence.HOW_TO_SAY)
        @NotBlank @Size(max = 500) String recurrence,
    @Schema(description = "True if nobody has said it, and it was found out from past visits.")
        Boolean recurrenceGuessed,
    @Schema(examples = "2025-01-06") @NotNull LocalDate startsOn,
    @Schema(description = "Of a visit; left out while nobody knows it.") @Valid Money price,
    @Schema(examples = "T0001") @Size(min = 1, max = 100) String technicianExternalId,
    @Schema(
            implementation = String.class,
            examples = "10:00",
            description = "The company's local time of day of a visit; as it was if left out.")
        LocalTime visitAt,
    @Schema(examples = "120", description = Terms.WINDOW + " As it was if left out.")
        @Min(0) @Max(Terms.LONGEST_WINDOW) Integer windowMinutes,
    @Schema(
            examples = Terms.CHECKLIST_EXAMPLE,
            description = Terms.CHECKLIST + " As it was if left out.")
        @Size(max = Terms.LONGEST_CHECKLIST) List<@NotBlank @Size(max = Terms.LONGEST_ITEM) String> checklist,
    @Schema(
            nullable = true,
            description =
                "Who wanted what this line changes, as where terms are changed. Left out, the"
                    + " customer has agreed to it, unless somebody else comes: of that they have to"
                    + " be told.")
        AskedBy askedBy) {

  boolean isRecurrenceGuessed() {
    return Boolean.TRUE.equals(recurrenceGuessed);
  }

  Terms terms() {
    return new Terms(program, recurrence, visitAt, windowMinutes, checklist, price);
  }

  /**
   * With what was agreed on before where the line says nothing.
   *
   * @param said whether somebody has said how often to come, which no guess outdoes
   */
  Terms terms(Terms before, boolean said) {
    return new Terms(
        program,
        said && isRecurrenceGuessed() ? before.recurrence() : recurrence,
        visitAt == null ? before.visitAt() : visitAt,
        windowMinutes == null ? before.windowMinutes() : windowMinutes,
        checklist == null ? before.checklist() : checklist,
        price == null ? before.price() : price);
  }
}
