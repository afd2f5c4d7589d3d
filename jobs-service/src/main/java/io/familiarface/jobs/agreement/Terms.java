package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
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
    @Schema(examples = "120", description = WINDOW) @Min(0) @Max(LONGEST_WINDOW) Integer windowMinutes,
    @Schema(examples = CHECKLIST_EXAMPLE, description = CHECKLIST) @Size(max = LONGEST_CHECKLIST) List<@NotBlank @Size(max = LONGEST_ITEM) String> checklist,
    @Schema(description = "Of a visit; null while nobody knows it.") @Valid Money price) {

  /** Half a day, in minutes. */
  public static final int LONGEST_WINDOW = 720;

  public static final int LONGEST_CHECKLIST = 30;

  public static final int LONGEST_ITEM = 200;

  static final String CHECKLIST =
      "What is to be done at each visit; each visit has a copy to tick.";
  static final String CHECKLIST_EXAMPLE = "[\"Bait stations refilled\"]";

  static final String WINDOW =
      "For how many minutes from the time of a visit on whoever comes may arrive; null while nobody"
          + " has said a window.";

  public Terms {
    checklist = checklist == null ? List.of() : checklist;
  }

  /** Whether these terms lead to the same visits as others. */
  boolean plansLike(Terms other) {
    return recurrence.equals(other.recurrence)
        && Objects.equals(visitAt, other.visitAt)
        && Objects.equals(windowMinutes, other.windowMinutes)
        && checklist.equals(other.checklist);
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
