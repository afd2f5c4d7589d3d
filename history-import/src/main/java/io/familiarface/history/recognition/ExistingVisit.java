package io.familiarface.history.recognition;

import io.familiarface.history.line.VisitLine;
import io.familiarface.history.value.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A visit that is held. */
final class ExistingVisit {
  private static final Pattern MADE_OF_A_DAY = Pattern.compile(".*\\.\\d{8}([-.]\\d+)?");

  final VisitLine line;

  /** Null for a visit that was completed here, and that no line has named yet. */
  final String key;

  final ExistingAgreement agreement;

  /** Whether the key is not the company's own. */
  final boolean keyMade;

  /** Whether it was completed here, at another time than it was scheduled for or arrived at. */
  final boolean completedHere;

  ImportedVisit match;
  private final String technicianName;
  private final LocalDate scheduledOn;
  private final LocalDate completedOn;

  ExistingVisit(ListedItem.Visit item, ExistingAgreement agreement, ZoneId zone) {
    this.agreement = agreement;
    line = item.line();
    key = line.externalId();
    keyMade = key == null || MADE_OF_A_DAY.matcher(key).matches();
    technicianName = Names.folded(item.technicianName());
    scheduledOn = LocalDate.ofInstant(line.scheduledAt(), zone);
    completedOn =
        item.completedAt() == null ? scheduledOn : LocalDate.ofInstant(item.completedAt(), zone);
    // One that came in with an arrival counts as completed then.
    completedHere =
        item.completedAt() != null
            && !item.completedAt().equals(line.scheduledAt())
            && !item.completedAt().equals(line.arrivedAt());
  }

  String technicianKey() {
    return line.technicianExternalId();
  }

  String technicianName() {
    return technicianName;
  }

  boolean isPast() {
    return !line.isPlanned();
  }

  boolean isOn(LocalDate day) {
    return day.equals(scheduledOn) || day.equals(completedOn);
  }

  LocalDate scheduledOn() {
    return scheduledOn;
  }

  LocalDate completedOn() {
    return completedOn;
  }
}
