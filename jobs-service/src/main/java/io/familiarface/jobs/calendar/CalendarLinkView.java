package io.familiarface.jobs.calendar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link, as whoever may revoke it sees it: without the key. */
@Schema(name = "CalendarLink")
record CalendarLinkView(
    UUID id,
    String externalId,
    UUID technicianId,
    UUID customerId,
    Instant createdAt,
    String createdBy) {

  static CalendarLinkView of(CalendarLink link) {
    return new CalendarLinkView(
        link.id,
        link.externalId,
        link.technicianId,
        link.customerId,
        link.createdAt,
        link.createdBy);
  }

  /** A link just made. */
  @Schema(name = "MadeCalendarLink")
  record Made(
      UUID id,
      String externalId,
      UUID technicianId,
      UUID customerId,
      @Schema(
              description =
                  "What to give to the calendar. It is shown this once: only its hash is kept.")
          String url,
      Instant createdAt,
      String createdBy) {

    static Made of(CalendarLink link, String url) {
      return new Made(
          link.id,
          link.externalId,
          link.technicianId,
          link.customerId,
          url,
          link.createdAt,
          link.createdBy);
    }
  }
}
