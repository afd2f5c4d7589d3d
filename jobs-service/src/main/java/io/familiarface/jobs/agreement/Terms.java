package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The part of an agreement that may be agreed on anew. */
@Schema(name = "AgreementTerms")
public record Terms(
    @Schema(examples = "Monthly rodent control") @NotBlank @Size(max = 200) String program,
    @Schema(examples = "FREQ=MONTHLY", description = Recurrence.HOW_TO_SAY)
        @NotBlank @Size(max = 500) String recurrence,
    @Schema(
            implementation = String.class,
            examples = "10:00",
            nullable = true,
            description = "The company's local time of day; null while nobody has said one.")
        LocalTime visitAt,
    @Schema(description = "Of a visit; null while nobody knows it.") @Valid Money price) {

  /** Whether these terms lead to the same visits as others. */
  boolean plansLike(Terms other) {
    return recurrence.equals(other.recurrence) && Objects.equals(visitAt, other.visitAt);
  }

  /** Equal by what they mean: 89 and 89.00 are one price. */
  boolean isEquivalentTo(Terms other) {
    return program.equals(other.program) && plansLike(other) && isSamePrice(price, other.price);
  }

  private static boolean isSamePrice(Money one, Money other) {
    return one == null || other == null
        ? one == other
        : one.amount().compareTo(other.amount()) == 0
            && Objects.equals(one.currency(), other.currency());
  }
}
