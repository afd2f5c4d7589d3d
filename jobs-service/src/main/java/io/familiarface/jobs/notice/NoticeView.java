package io.familiarface.jobs.notice;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.technician.TechnicianPhotos;
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
    @Schema(description = "Null for a step of a project.") UUID visitId,
    @Schema(description = "Null for a visit.") UUID projectId,
    Integer step,
    UUID customerId,
    String customerExternalId,
    String customerName,
    @Schema(description = "LATE: nobody has told the customer, and the notice period has begun.")
        NoticeState state,
    @Schema(description = "Changed within the notice period: nobody could have told in time.")
        boolean unannounced,
    List<What> changes,
    @Schema(description = "Who comes, as far as the customer knows.") UUID knownTechnicianId,
    String knownTechnicianName,
    Instant knownAt,
    UUID technicianId,
    String technicianName,
    @Schema(description = "Two sentences on who comes; null if nobody has written any.")
        String introduction,
    @Schema(description = "Where the photo of whoever comes is read; null without one.")
        String photo,
    Instant scheduledAt,
    Instant madeAt,
    Instant dueAt,
    @Schema(description = "A visit at which the two can be introduced; null if none fits.")
        UUID introduceAtVisitId,
    Instant introduceAt,
    Instant sentAt,
    Instant toldAt,
    ToldHow told,
    String toldBy,
    @Schema(description = "Why a letter could not be sent, and what to do.") String failure,
    String subject,
    @Schema(description = "Ready to be read out or sent.") String text) {

  /** What is other than the customer knows. */
  @Schema(name = "NoticeChange")
  enum What {
    TECHNICIAN,
    TIME
  }

  static NoticeView of(NoticeRow row, CompanyCalendar calendar) {
    boolean other = row.isOtherTechnician();
    boolean moved = row.isMoved();
    List<What> changes = new ArrayList<>();
    if (other) {
      changes.add(What.TECHNICIAN);
    }
    if (moved) {
      changes.add(What.TIME);
    }
    NoticeText text =
        new NoticeText(
            row.customerPreferredName() != null ? row.customerPreferredName() : row.customerName(),
            other ? row.knownTechnicianName() : null,
            row.technicianName(),
            moved ? calendar.inWords(row.knownAt()) : null,
            calendar.inWords(row.scheduledAt()),
            other ? row.introduction() : null);
    return new NoticeView(
        row.id(),
        row.visitId(),
        row.projectId(),
        row.step(),
        row.customerId(),
        row.customerExternalId(),
        row.customerName(),
        row.shownAt(calendar.now()),
        row.madeAt().isAfter(row.dueAt()),
        changes,
        row.knownTechnicianId(),
        row.knownTechnicianName(),
        row.knownAt(),
        row.technicianId(),
        row.technicianName(),
        row.introduction(),
        TechnicianPhotos.pathOf(row.technicianId(), row.photoTag()),
        row.scheduledAt(),
        row.madeAt(),
        row.dueAt(),
        row.introduceAtVisitId(),
        row.introduceAt(),
        row.sentAt(),
        row.toldAt(),
        row.toldHow(),
        row.toldBy(),
        row.failure(),
        text.subject(),
        text.text());
  }

  /** The ETag: it covers the names and the text. */
  String tag(long version) {
    return ETags.covering(id, version, this);
  }
}
