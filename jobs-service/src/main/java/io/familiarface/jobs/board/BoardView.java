package io.familiarface.jobs.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.IntroductionState;
import io.familiarface.jobs.visit.VisitState;
import io.familiarface.jobs.visit.VisitView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some days of work, by technician and day.
 *
 * @param technicians those who work here then, by name; last, without a name, the visits to which
 *     nobody is assigned
 */
@Schema(name = "Board")
record BoardView(
    LocalDate from,
    int days,
    String branch,
    @Schema(description = "Planned changes of technician that the customer was not told of.")
        int unannouncedChanges,
    @Schema(description = "Visits that break a promise as they are planned.") int promisesAtStake,
    List<Row> technicians) {

  /** One technician's days. */
  @Schema(name = "BoardRow")
  record Row(
      @Schema(description = "null: nobody is assigned.") UUID technicianId,
      String technicianExternalId,
      String name,
      String branch,
      @Schema(description = "Where their photo is read; null without one.") String photo,
      List<Day> days) {}

  /**
   * @param present whether the technician works on this day, null where there is none
   */
  @Schema(name = "BoardDay")
  record Day(
      LocalDate on,
      Boolean present,
      List<Visit> visits,
      @Schema(description = "Where they introduce somebody, or are introduced.")
          List<Introduction> introductions) {}

  /** Two at one visit, so that the customer meets whoever comes next. */
  @Schema(name = "BoardIntroduction")
  record Introduction(
      UUID id,
      Instant scheduledAt,
      @Schema(description = VisitView.ANY_TIME) boolean anyTime,
      @Schema(description = "The visit at which both are.") UUID jointVisitId,
      @Schema(description = "The visit of whoever is introduced.") UUID visitId,
      UUID customerId,
      String customerName,
      UUID leaverId,
      String leaverName,
      UUID successorId,
      String successorName,
      IntroductionState state) {}

  /** A visit, with all that speaks against sending somebody else. */
  @Schema(name = "BoardVisit")
  record Visit(
      UUID id,
      String externalId,
      @Schema(description = "For the If-Match of what changes the visit.") String etag,
      Instant scheduledAt,
      @Schema(description = VisitView.ANY_TIME) boolean anyTime,
      @Schema(description = "When whoever comes was said to arrive; null if nobody has said it.")
          ArrivalWindow arrivalWindow,
      Instant arrivedAt,
      VisitState state,
      String program,
      @JsonUnwrapped Customer customer,
      @JsonUnwrapped WhoComes whoComes,
      @JsonUnwrapped Marks marks,
      List<Promise> promises,
      @Schema(description = "What feedback-service last said; null if nothing.")
          VisitView.Risk risk) {}

  /** Whose visit it is. */
  record Customer(UUID customerId, String customerExternalId, String customerName) {}

  /** Who comes, and what the customer knows of it. */
  record WhoComes(
      UUID technicianId,
      UUID plannedTechnicianId,
      @Schema(description = "Whom the customer expects.") String plannedTechnicianName,
      ChangeReason changeReason,
      @Schema(description = "null: nobody knows.") Boolean customerTold) {}

  /** What somebody has to see to. */
  record Marks(
      @Schema(description = "Somebody else comes than expected, and the customer was not told.")
          boolean unannouncedChange,
      @Schema(
              description =
                  "Nobody is assigned, or somebody who isn't there on this day, or of whose licences"
                      + " one by which they were chosen has ended by then.")
          boolean needsSubstitute,
      @Schema(
              description =
                  "Its technician is to be at another visit at the same time, or at a project on its"
                      + " day.")
          boolean doubleBooked,
      @Schema(description = "Its technician doesn't work at its time, or on its day.")
          boolean outsideHours) {}

  /**
   * @param broken whether the visit breaks it as it is planned
   */
  @Schema(name = "BoardPromise")
  record Promise(UUID id, String kind, String text, boolean broken) {}
}
