package io.familiarface.feedback.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.rest.page.Key;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened.
 *
 * @param key tells it apart from all else that happened to the customer
 */
@Schema(name = "TimelineEntry")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TimelineEntry(
    @Schema(examples = "visit/0197b1c2-0000-7000-8000-000000000001") String key,
    Instant at,
    TimelineEntryType type,
    @Schema(description = "The visit, promise, complaint … that it is about.") UUID id,
    @Schema(examples = "Carlos Diaz came instead of Ben Ortiz, who was away.") String text,
    @Schema(description = "The customer's own words, where any were left.") String said,
    @Schema(description = "Who came or was promised; null for all else.") Who technician,
    @Schema(description = "Whether somebody else came than the agreement would have sent.")
        boolean change,
    @Schema(description = "Satisfaction, 1 to 5, where it was given.") Integer csat) {

  /** In order of time; what happened at one instant, in the order of types. */
  static final Comparator<TimelineEntry> ORDER =
      Comparator.comparing(TimelineEntry::at)
          .thenComparing(TimelineEntry::type)
          .thenComparing(TimelineEntry::key);

  @Schema(name = "TimelineTechnician")
  public record Who(UUID id, @Schema(examples = "Carlos Diaz") String name) {}

  static TimelineEntry of(String key, Instant at, TimelineEntryType type, UUID id, String text) {
    return new TimelineEntry(key, at, type, id, text, null, null, false, null);
  }

  TimelineEntry by(Who who, boolean isChange) {
    return new TimelineEntry(key, at, type, id, text, said, who, isChange, csat);
  }

  TimelineEntry marked(Integer mark) {
    return new TimelineEntry(key, at, type, id, text, said, technician, change, mark);
  }

  TimelineEntry saying(String words) {
    return new TimelineEntry(key, at, type, id, text, words, technician, change, csat);
  }

  Key position() {
    return Key.of(at, type.ordinal(), key);
  }

  boolean comesAfter(Key position) {
    int byTime = at.compareTo(position.instant(0));
    if (byTime != 0) {
      return byTime > 0;
    }
    int byType = Long.compare(type.ordinal(), position.whole(1));
    return byType != 0 ? byType > 0 : key.compareTo(position.text(2)) > 0;
  }
}
