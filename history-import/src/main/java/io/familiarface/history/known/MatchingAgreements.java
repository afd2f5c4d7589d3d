package io.familiarface.history.known;

import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.value.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the agreements of one customer of a file among those held: by the visits that they share,
 * or else by their program. A file that begins later does not know that the customer came back, and
 * one with a column for programs may follow one without.
 */
final class MatchingAgreements {
  private final Notes notes;
  private final ZoneId zone;

  MatchingAgreements(Notes notes, ZoneId zone) {
    this.notes = notes;
    this.zone = zone;
  }

  void match(Own.Customer customer) {
    List<There.Agreement> held =
        customer.match.agreements.stream().filter(agreement -> agreement.key != null).toList();
    byVisits(customer.agreements, held);
    for (Own.Agreement agreement : List.copyOf(customer.agreements)) {
      if (agreement.match != null) {
        cameBack(customer, agreement);
      }
    }
    for (Own.Agreement agreement : customer.agreements) {
      if (agreement.match == null && agreement.hasNews()) {
        match(agreement, held);
      }
      if (agreement.match != null && !agreement.isNamed()) {
        notSaid(agreement, held);
      }
    }
  }

  private static void byVisits(List<Own.Agreement> own, List<There.Agreement> held) {
    while (true) {
      Own.Agreement bestOwn = null;
      There.Agreement bestHeld = null;
      long most = 0;
      for (Own.Agreement o : own) {
        for (There.Agreement h : held) {
          long shared = o.match != null || h.match != null ? 0 : 2 * shared(o, h);
          shared += shared > 0 && o.key.equals(h.key) ? 1 : 0;
          if (shared > most) {
            most = shared;
            bestOwn = o;
            bestHeld = h;
          }
        }
      }
      if (bestOwn == null) {
        return;
      }
      pair(bestOwn, bestHeld);
    }
  }

  private static long shared(Own.Agreement own, There.Agreement held) {
    return own.visits.stream()
        .filter(visit -> visit.match != null && visit.match.agreement == held)
        .count();
  }

  /** Visits long after the end of what is held are another agreement's, which may be held too. */
  private void cameBack(Own.Customer customer, Own.Agreement agreement) {
    List<Own.Visit> later =
        agreement.visits.stream()
            .filter(v -> v.match == null && !agreement.match.isAlive(v.day))
            .toList();
    if (later.isEmpty()) {
      return;
    }
    Own.Visit first = later.get(0);
    var line = agreement.line.deepCopy();
    line.put("startsOn", first.day.toString());
    if (first.line.has("technicianExternalId")) {
      line.set("technicianExternalId", first.line.get("technicianExternalId"));
    }
    var back = new Own.Agreement(first.origin, line);
    back.visits.addAll(later);
    agreement.visits.removeAll(later);
    if (agreement.cancellation != null && !agreement.cancellation.on(zone).isBefore(first.day)) {
      back.cancellation = agreement.cancellation;
      agreement.cancellation = null;
    }
    customer.agreements.add(back);
    notes.add(Note.CAME_BACK, first.origin, customer.name() + " was visited on " + first.day);
  }

  private void match(Own.Agreement own, List<There.Agreement> held) {
    LocalDate first = own.news().get(0).day;
    List<There.Agreement> alive =
        held.stream()
            .filter(h -> h.match == null && h.isAlive(first))
            .sorted(Comparator.comparing((There.Agreement h) -> h.startsOn).reversed())
            .toList();
    List<There.Agreement> ofProgram =
        alive.stream()
            .filter(h -> Names.plain(h.program).equals(Names.plain(own.program())))
            .toList();
    if (!ofProgram.isEmpty()) {
      pair(own, ofProgram.get(0));
      return;
    }
    // A program that nobody had named gets its name, and visits without one go to what runs.
    List<There.Agreement> unnamed = alive.stream().filter(h -> !isNamed(h)).toList();
    if (own.isNamed() && !unnamed.isEmpty()) {
      pair(own, unnamed.get(0));
    } else if (!own.isNamed() && !alive.isEmpty()) {
      pair(own, alive.stream().max(Comparator.comparingInt(h -> h.visits.size())).orElseThrow());
    }
  }

  private static boolean isNamed(There.Agreement held) {
    return !Names.plain(held.program).equals(Names.plain(AgreementTerms.NO_PROGRAM));
  }

  private void notSaid(Own.Agreement own, List<There.Agreement> held) {
    List<There.Agreement> others = new ArrayList<>(held);
    others.removeIf(h -> !h.isAlive(own.startsOn()));
    if (others.size() < 2) {
      return;
    }
    for (Own.Visit visit : own.news()) {
      notes.add(Note.PROGRAM_NOT_SAID, visit.origin, visit.day + ", " + own.match.program);
    }
  }

  private static void pair(Own.Agreement own, There.Agreement held) {
    own.match = held;
    held.match = own;
  }
}
