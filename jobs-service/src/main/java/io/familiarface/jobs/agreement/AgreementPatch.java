package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The terms of an agreement as they are to be, and who wanted them so. */
@Schema(name = "AgreementTerms")
record AgreementPatch(
    @Schema(examples = "Monthly rodent control") @NotBlank @Size(max = 200) String program,
    @Schema(examples = "FREQ=MONTHLY", description = Recurrence.HOW_TO_SAY)
        @NotBlank @Size(max = 500) String recurrence,
    @Schema(
            implementation = String.class,
            examples = "10:00",
            nullable = true,
            description = "The company's local time of day; null while nobody has said one.")
        LocalTime visitAt,
    @Schema(examples = "120", description = Terms.WINDOW) @Min(0) @Max(Terms.LONGEST_WINDOW) Integer windowMinutes,
    @Schema(examples = Terms.CHECKLIST_EXAMPLE, description = Terms.CHECKLIST)
        @Size(max = Terms.LONGEST_CHECKLIST) List<@NotBlank @Size(max = Terms.LONGEST_ITEM) String> checklist,
    @Schema(description = "Of a visit; null while nobody knows it.") @Valid Money price,
    @Schema(
            nullable = true,
            description =
                "COMPANY: we want it so, and of each visit that is at another time then, or is"
                    + " not to be, the customer has to be told. Else they have agreed to it, and"
                    + " that they want fewer visits is a signal of their risk.")
        AskedBy askedBy) {

  static AgreementPatch of(Terms terms) {
    return new AgreementPatch(
        terms.program(),
        terms.recurrence(),
        terms.visitAt(),
        terms.windowMinutes(),
        terms.checklist(),
        terms.price(),
        null);
  }

  Terms terms() {
    return new Terms(program, recurrence, visitAt, windowMinutes, checklist, price);
  }
}
