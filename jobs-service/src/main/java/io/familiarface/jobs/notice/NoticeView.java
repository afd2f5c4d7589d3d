package io.familiarface.jobs.notice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.jobs.technician.TechnicianPhotos;
import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.ToldHow;
import io.familiarface.jobs.visit.VisitView;
import io.familiarface.rest.etag.ETags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer has to be told, by when, in what words, and whether somebody has. */
@Schema(name = "Notice")
record NoticeView(
    UUID id,
    @JsonUnwrapped About about,
    @Schema(description = "LATE: nobody has told the customer, and the notice period has begun.")
        NoticeState state,
    @Schema(description = "Changed within the notice period: nobody could have told in time.")
        boolean unannounced,
    List<What> changes,
    @JsonUnwrapped Known known,
    @JsonUnwrapped Comes comes,
    Instant madeAt,
    Instant dueAt,
    @JsonUnwrapped Meeting meeting,
    @JsonUnwrapped Telling telling,
    @JsonUnwrapped Letter letter) {

  /** What is other than the customer knows. */
  @Schema(name = "NoticeChange")
  enum What {
    TECHNICIAN,
    TIME,
    WINDOW,
    /** They meet whoever comes at another time than they were told, or do not. */
    MEETING,
    /** We do not come. */
    OFF
  }

  /** Which visit or step it is of, and whose. */
  record About(
      @Schema(description = "Null for a step of a project.") UUID visitId,
      @Schema(description = "Null for a visit.") UUID projectId,
      Integer step,
      UUID customerId,
      String customerExternalId,
      String customerName) {}

  /** How it is as far as the customer knows. */
  record Known(
      @Schema(description = "Who comes, as far as the customer knows.") UUID knownTechnicianId,
      String knownTechnicianName,
      Instant knownAt,
      @Schema(description = "Whether they were told no time of that day.") boolean knownAnyTime,
      @Schema(description = "Null where the customer was told of none.")
          ArrivalWindow knownArrivalWindow) {}

  /** How it is. */
  record Comes(
      UUID technicianId,
      String technicianName,
      @Schema(description = "Two sentences on who comes; null if nobody has written any.")
          String introduction,
      @Schema(description = "Where the photo of whoever comes is read; null without one.")
          String photo,
      Instant scheduledAt,
      @Schema(description = VisitView.ANY_TIME) boolean anyTime,
      @Schema(description = "When whoever comes may arrive; null if nobody has said it.")
          ArrivalWindow arrivalWindow) {}

  /** Where the two meet before. */
  record Meeting(
      @Schema(description = "The introduction that is arranged; null if none is.")
          UUID introductionId,
      @Schema(description = "The visit at which the two are introduced; null if none is arranged.")
          UUID introduceAtVisitId,
      Instant introduceAt) {}

  /** What has been done about it. */
  record Telling(
      Instant sentAt,
      Instant toldAt,
      ToldHow told,
      String toldBy,
      @Schema(description = "Why a letter could not be sent, and what to do.") String failure) {}

  /** What to say. */
  record Letter(
      String subject, @Schema(description = "Ready to be read out or sent.") String text) {}

  static NoticeView of(NoticeRow row, Letter letter, Instant now) {
    return new NoticeView(
        row.id(),
        new About(
            row.visitId(),
            row.projectId(),
            row.step(),
            row.customerId(),
            row.customerExternalId(),
            row.customerName()),
        row.shownAt(now),
        row.madeAt().isAfter(row.dueAt()),
        changes(row),
        new Known(
            row.knownTechnicianId(),
            row.knownTechnicianName(),
            row.knownAt(),
            !row.knownTimeSaid(),
            row.knownWindow()),
        new Comes(
            row.technicianId(),
            row.technicianName(),
            row.introduction(),
            TechnicianPhotos.pathOf(row.technicianId(), row.photoTag()),
            row.scheduledAt(),
            !row.timeSaid(),
            row.window()),
        row.madeAt(),
        row.dueAt(),
        new Meeting(row.introductionId(), row.introduceAtVisitId(), row.introduceAt()),
        new Telling(row.sentAt(), row.toldAt(), row.toldHow(), row.toldBy(), row.failure()),
        letter);
  }

  private static List<What> changes(NoticeRow row) {
    if (row.calledOff()) {
      return List.of(What.OFF);
    }
    List<What> changes = new ArrayList<>();
    if (row.isOtherTechnician()) {
      changes.add(What.TECHNICIAN);
    }
    if (row.isMoved()) {
      changes.add(What.TIME);
    }
    if (row.isOtherWindow()) {
      changes.add(What.WINDOW);
    }
    if (row.isOtherMeeting()) {
      changes.add(What.MEETING);
    }
    return changes;
  }

  /** The ETag: it covers the names and the text. */
  String tag(long version) {
    return ETags.covering(id, version, this);
  }
}
