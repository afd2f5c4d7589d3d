package io.familiarface.jobs.jobsheet;

import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.ChecklistItem;
import io.familiarface.jobs.visit.IntroductionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a technician reads before ringing the bell. What matters to the customer stands first; only
 * then who, where and when.
 */
@Schema(name = "JobSheet")
public record JobSheet(
    Matters whatMatters, Who who, Where where, When when, Job job, Freshness freshness) {

  /** What is particular about this person, most important first. */
  @Schema(name = "JobSheetMatters")
  public record Matters(
      List<Trait> pinnedTraits,
      List<Promise> standingPromises,
      List<Promise> brokenPromises,
      String burnedBefore,
      List<Trait> otherTraits) {

    /** As many as a printed page has room for. */
    private static final int OTHERS_PRINTED = 10;

    /** The other traits that are printed. */
    public List<Trait> printedTraits() {
      return otherTraits.subList(0, Math.min(OTHERS_PRINTED, otherTraits.size()));
    }

    /** How many are not. */
    public int traitsLeftOut() {
      return otherTraits.size() - printedTraits().size();
    }

    public static final Matters UNKNOWN =
        new Matters(List.of(), List.of(), List.of(), null, List.of());
  }

  @Schema(name = "JobSheetTrait")
  public record Trait(
      String category,
      String text,
      String standing,
      String said,
      String heardBy,
      Instant heardAt) {}

  @Schema(name = "JobSheetPromise")
  public record Promise(String kind, String text, String madeBy, Instant madeAt) {}

  @Schema(name = "JobSheetWho")
  public record Who(
      UUID customerId, String customerExternalId, String name, String likesToBeCalled) {}

  @Schema(name = "JobSheetWhere")
  public record Where(String branch, String address, String phone) {}

  @Schema(name = "JobSheetWhen")
  public record When(
      Instant scheduledAt,
      @Schema(description = "When to arrive, as was said; null if nobody has said it.")
          ArrivalWindow arrivalWindow,
      @Schema(examples = "Monday 6 January 2025, between 10:00 and 12:00") String companyTime) {}

  /**
   * @param insteadOf whom the customer is used to, if somebody else comes
   * @param lastVisit the visit before this one, if there was one
   * @param introductions who introduces whom at it, or before it
   * @param checklist what is to be done, in its order
   */
  @Schema(name = "JobSheetJob")
  public record Job(
      UUID visitId,
      String visitExternalId,
      String program,
      String technician,
      String insteadOf,
      ChangeReason changeReason,
      @Schema(description = "null: nobody knows, so ask.") Boolean customerTold,
      @Schema(description = "null: nobody knows.") Boolean introduced,
      LastVisit lastVisit,
      List<Introduced> introductions,
      List<ChecklistItem> checklist) {}

  /**
   * @param here whether both are at this visit; else they were at one before
   * @param companyTime when both are there, {@code comesOn} the first day of the successor
   */
  @Schema(name = "JobSheetIntroduction")
  public record Introduced(
      UUID id,
      @Schema(description = "Whether both are at this visit; else at one before it.") boolean here,
      String leaver,
      String successor,
      @Schema(examples = "Monday 6 January 2025, 10:00") String companyTime,
      LocalDate comesOn,
      IntroductionState state) {}

  @Schema(name = "JobSheetLastVisit")
  public record LastVisit(LocalDate on, String technician) {}

  /**
   * How old the customer's part may be: it is our copy, so that the sheet is there when others are
   * away.
   *
   * @param companyTime when the customer's record last changed, where the company works
   */
  @Schema(name = "JobSheetFreshness")
  public record Freshness(
      boolean customerKnown,
      @Schema(description = "When the customer's record last changed.") Instant changedAt,
      @Schema(examples = "Friday 3 January 2025, 16:30") String companyTime,
      @Schema(description = "When we heard of that.") Instant heardAt) {}
}
