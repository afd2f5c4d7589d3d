package io.familiarface.history.recognition;

import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the agreements of one customer of a file among those existing: by the visits that they
 * share, or else by their program. A file that begins later does not know that the customer came
 * back, and one with a column for programs may follow one without.
 */
final class AgreementMatcher {
  private final Notes notes;
  private final ZoneId zone;

  AgreementMatcher(Notes notes, ZoneId zone) {
    this.notes = notes;
    this.zone = zone;
  }

  void match(ImportedCustomer customer) {
    List<ExistingAgreement> existing =
        customer.match.agreements.stream().filter(agreement -> agreement.key != null).toList();
    byVisits(customer.agreements, existing);
    for (ImportedAgreement agreement : List.copyOf(customer.agreements)) {
      if (agreement.match != null) {
        cameBack(customer, agreement);
      }
    }
    for (ImportedAgreement agreement : customer.agreements) {
      if (agreement.match == null && agreement.hasNewVisits()) {
        match(agreement, existing);
      }
      if (agreement.match != null && !agreement.programGiven) {
        notSaid(agreement, existing);
      }
    }
  }

  /** Of equally many visits in common, the same key decides. */
  private static void byVisits(List<ImportedAgreement> imported, List<ExistingAgreement> existing) {
    BestPairs.pair(
        imported,
        existing,
        (o, h) -> {
          long shared = o.match != null || h.match != null ? 0 : 2 * shared(o, h);
          return shared > 0 && o.key().equals(h.key) ? shared + 1 : shared;
        },
        AgreementMatcher::pair);
  }

  private static long shared(ImportedAgreement imported, ExistingAgreement existing) {
    return imported.visits.stream()
        .filter(visit -> visit.match != null && visit.match.agreement == existing)
        .count();
  }

  /** Visits long after the end of what is held are another agreement's, which may be held too. */
  private void cameBack(ImportedCustomer customer, ImportedAgreement agreement) {
    List<ImportedVisit> later =
        agreement.visits.stream()
            .filter(v -> v.match == null && !agreement.match.isAlive(v.day()))
            .toList();
    if (later.isEmpty()) {
      return;
    }
    ImportedVisit first = later.get(0);
    var back =
        new ImportedAgreement(
            first.origin,
            agreement.line.startingOn(
                first.day(),
                first.line.technicianExternalId() == null
                    ? agreement.line.technicianExternalId()
                    : first.line.technicianExternalId()),
            agreement.programGiven);
    back.visits.addAll(later);
    agreement.visits.removeAll(later);
    if (agreement.cancellation != null && !agreement.cancellation.on(zone).isBefore(first.day())) {
      back.cancellation = agreement.cancellation;
      agreement.cancellation = null;
    }
    customer.agreements.add(back);
    notes.add(Note.CAME_BACK, first.origin, customer.name() + " was visited on " + first.day());
  }

  private void match(ImportedAgreement imported, List<ExistingAgreement> existing) {
    LocalDate first = imported.newVisits().get(0).day();
    List<ExistingAgreement> alive =
        existing.stream()
            .filter(h -> h.match == null && h.isAlive(first))
            .sorted(Comparator.comparing((ExistingAgreement h) -> h.line.startsOn()).reversed())
            .toList();
    List<ExistingAgreement> ofProgram =
        alive.stream().filter(h -> h.isOf(imported.line.program())).toList();
    if (!ofProgram.isEmpty()) {
      pair(imported, ofProgram.get(0));
      return;
    }
    // A program that nobody had named gets its name, and visits without one go to what runs.
    List<ExistingAgreement> unnamed = alive.stream().filter(h -> !h.isNamed()).toList();
    if (imported.programGiven && !unnamed.isEmpty()) {
      pair(imported, unnamed.get(0));
    } else if (!imported.programGiven && !alive.isEmpty()) {
      pair(
          imported,
          alive.stream().max(Comparator.comparingInt(h -> h.visits.size())).orElseThrow());
    }
  }

  private void notSaid(ImportedAgreement imported, List<ExistingAgreement> existing) {
    List<ExistingAgreement> others = new ArrayList<>(existing);
    others.removeIf(h -> !h.isAlive(imported.line.startsOn()));
    if (others.size() < 2) {
      return;
    }
    for (ImportedVisit visit : imported.newVisits()) {
      notes.add(
          Note.PROGRAM_NOT_SAID, visit.origin, visit.day() + ", " + imported.match.line.program());
    }
  }

  private static void pair(ImportedAgreement imported, ExistingAgreement existing) {
    imported.match = existing;
    existing.match = imported;
  }
}
