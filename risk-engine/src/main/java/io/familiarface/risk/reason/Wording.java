package io.familiarface.risk.reason;

import io.familiarface.risk.signal.EpochMicros;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * How to speak of people and days: names are looked up when words are made, so that the engine
 * holds none.
 *
 * @param technicianName a technician's name, or null when not known
 */
public record Wording(Function<UUID, String> technicianName, ZoneId zone) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  public Wording {
    Objects.requireNonNull(technicianName, "technicianName");
    Objects.requireNonNull(zone, "zone");
  }

  public String technician(UUID id) {
    var name = id == null ? null : technicianName.apply(id);
    return name == null ? "another technician" : name;
  }

  /** The day of an instant in {@link EpochMicros}. */
  public String day(long micros) {
    return day(EpochMicros.instant(micros));
  }

  public String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }
}
