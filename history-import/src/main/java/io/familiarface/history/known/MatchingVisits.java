package io.familiarface.history.known;

import io.familiarface.history.value.Names;
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
final class MatchingVisits {
  private final KnownTechnicians technicians;

  MatchingVisits(KnownTechnicians technicians) {
    this.technicians = technicians;
  }

  /** Each finds one that no other has; the surest ways of telling first. */
  void match(List<Own.Visit> own, List<There.Visit> there) {
    Map<LocalDate, Set<There.Visit>> byDay = new HashMap<>();
    Map<String, There.Visit> byKey = new HashMap<>();
    for (There.Visit visit : there) {
      byDay.computeIfAbsent(visit.scheduledOn(), d -> new LinkedHashSet<>()).add(visit);
      byDay.computeIfAbsent(visit.completedOn(), d -> new LinkedHashSet<>()).add(visit);
      if (visit.key != null) {
        byKey.put(visit.key, visit);
      }
    }
    for (Own.Visit visit : own) {
      There.Visit found = byKey.get(visit.key);
      if (found != null
          && found.match == null
          && visit.match == null
          && (visit.is("given") || isSameComing(visit, found))) {
        pair(visit, found);
      }
    }
    for (BiPredicate<Own.Visit, There.Visit> same : ways()) {
      for (Own.Visit visit : own) {
        if (visit.match == null) {
          byDay.getOrDefault(visit.day, Set.of()).stream()
              .filter(found -> found.match == null && same.test(visit, found))
              .findFirst()
              .ifPresent(found -> pair(visit, found));
        }
      }
    }
  }

  private List<BiPredicate<Own.Visit, There.Visit>> ways() {
    List<BiPredicate<Own.Visit, There.Visit>> ways = new ArrayList<>();
    ways.add((o, t) -> isSameComing(o, t) && mayBeOne(o, t) && isSameProgram(o, t));
    ways.add((o, t) -> isSameComing(o, t) && mayBeOne(o, t));
    ways.add((o, t) -> o.key.equals(t.key));
    // The only one that we made for that day: its technician or its outcome was corrected since.
    ways.add((o, t) -> !o.is("given") && t.made && t.key != null && isPast(o) && t.isPast());
    return ways;
  }

  private boolean isSameComing(Own.Visit own, There.Visit there) {
    return there.isOn(own.day)
        && technicians.isSame(own.technician(), there)
        && (own.outcome().equals(there.state) || !isPast(own) || !there.isPast());
  }

  /** Two ids of the company's own are two visits. */
  private static boolean mayBeOne(Own.Visit own, There.Visit there) {
    return !own.is("given") || there.made;
  }

  private static boolean isSameProgram(Own.Visit own, There.Visit there) {
    return Names.plain(own.agreement.program()).equals(Names.plain(there.agreement.program));
  }

  private static boolean isPast(Own.Visit own) {
    return !own.outcome().equals("PLANNED");
  }

  private static void pair(Own.Visit own, There.Visit there) {
    own.match = there;
    there.match = own;
  }

  /** How many visits of the one are visits of the other too. */
  long shared(List<Own.Visit> own, List<There.Visit> there) {
    Map<LocalDate, List<There.Visit>> byDay =
        there.stream()
            .filter(visit -> visit.match == null)
            .collect(Collectors.groupingBy(There.Visit::scheduledOn));
    return own.stream()
        .filter(visit -> visit.match == null)
        .filter(
            o -> byDay.getOrDefault(o.day, List.of()).stream().anyMatch(t -> isSameComing(o, t)))
        .count();
  }
}
