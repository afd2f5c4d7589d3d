package io.familiarface.history.recognition;

import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.CancellationLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** An agreement of a file, and which of those held it is. */
final class ImportedAgreement {
  record Cancellation(long origin, CancellationLine line) {
    LocalDate on(ZoneId zone) {
      return LocalDate.ofInstant(line.cancelledAt(), zone);
    }
  }

  final long origin;
  final AgreementLine line;
  final boolean programGiven;
  final List<ImportedVisit> visits = new ArrayList<>();
  Cancellation cancellation;
  ExistingAgreement match;

  ImportedAgreement(long origin, AgreementLine line, boolean programGiven) {
    this.origin = origin;
    this.line = line;
    this.programGiven = programGiven;
  }

  String key() {
    return line.externalId();
  }

  /** The visits that nobody holds yet, by day. */
  List<ImportedVisit> newVisits() {
    return visits.stream().filter(visit -> visit.match == null).toList();
  }

  boolean hasNewVisits() {
    return visits.stream().anyMatch(visit -> visit.match == null);
  }
}
