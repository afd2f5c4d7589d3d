package io.familiarface.history.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Finds the visits of a file among those held. What makes a visit the same is its id, or else its
 * day and its technician; its program may have got a name since, and its customer a number.
 */
final class VisitMatcher {
  private final TechnicianMatcher technicians;

  VisitMatcher(TechnicianMatcher technicians) {
    this.technicians = technicians;
  }

  /** Each finds one that no other has; the surest ways of telling first. */
  void match(List<ImportedVisit> imported, List<ExistingVisit> existing) {
    Map<LocalDate, Set<ExistingVisit>> byDay = new HashMap<>();
    Map<String, ExistingVisit> byKey = new HashMap<>();
    for (ExistingVisit visit : existing) {
      byDay.computeIfAbsent(visit.scheduledOn(), d -> new LinkedHashSet<>()).add(visit);
      byDay.computeIfAbsent(visit.completedOn(), d -> new LinkedHashSet<>()).add(visit);
      if (visit.key != null) {
        byKey.put(visit.key, visit);
      }
    }
    for (ImportedVisit visit : imported) {
      ExistingVisit found = byKey.get(visit.key());
      if (found != null
          && found.match == null
          && visit.match == null
          && (visit.hints.idGiven() || isSameComing(visit, found))) {
        pair(visit, found);
      }
    }
    for (BiPredicate<ImportedVisit, ExistingVisit> same : ways()) {
      for (ImportedVisit visit : imported) {
        if (visit.match == null) {
          byDay.getOrDefault(visit.day(), Set.of()).stream()
              .filter(found -> found.match == null && same.test(visit, found))
              .findFirst()
              .ifPresent(found -> pair(visit, found));
        }
      }
    }
  }

  private List<BiPredicate<ImportedVisit, ExistingVisit>> ways() {
    List<BiPredicate<ImportedVisit, ExistingVisit>> ways = new ArrayList<>();
    ways.add((o, t) -> isSameComing(o, t) && mayBeOne(o, t) && isSameProgram(o, t));
    ways.add((o, t) -> isSameComing(o, t) && mayBeOne(o, t));
    ways.add((o, t) -> o.key().equals(t.key));
    // The only one that we made for that day: its technician or its outcome was corrected since.
    ways.add((o, t) -> !o.hints.idGiven() && t.keyMade && t.key != null && isPast(o) && t.isPast());
    return ways;
  }

  private boolean isSameComing(ImportedVisit imported, ExistingVisit existing) {
    return existing.isOn(imported.day())
        && technicians.isSame(imported.line.technicianExternalId(), existing)
        && (imported.line.outcome().equals(existing.line.outcome())
            || !isPast(imported)
            || !existing.isPast());
  }

  /** Two ids of the company's imported are two visits. */
  private static boolean mayBeOne(ImportedVisit imported, ExistingVisit existing) {
    return !imported.hints.idGiven() || existing.keyMade;
  }

  private static boolean isSameProgram(ImportedVisit imported, ExistingVisit existing) {
    return existing.agreement.isOf(imported.agreement.line.program());
  }

  private static boolean isPast(ImportedVisit imported) {
    return !imported.line.isPlanned();
  }

  private static void pair(ImportedVisit imported, ExistingVisit existing) {
    imported.match = existing;
    existing.match = imported;
  }

  /** How many visits of the one are visits of the other too. */
  long shared(List<ImportedVisit> imported, List<ExistingVisit> existing) {
    Map<LocalDate, List<ExistingVisit>> byDay =
        existing.stream()
            .filter(visit -> visit.match == null)
            .collect(Collectors.groupingBy(ExistingVisit::scheduledOn));
    return imported.stream()
        .filter(visit -> visit.match == null)
        .filter(
            o -> byDay.getOrDefault(o.day(), List.of()).stream().anyMatch(t -> isSameComing(o, t)))
        .count();
  }
}
