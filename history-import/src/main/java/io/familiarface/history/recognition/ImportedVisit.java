package io.familiarface.history.recognition;

import io.familiarface.history.line.MatchHints;
import io.familiarface.history.line.VisitLine;
import java.time.LocalDate;

/** A visit of a file, and which of those held it is. */
final class ImportedVisit {
  final long origin;
  final VisitLine line;
  final MatchHints.ForVisit hints;
  final ImportedAgreement agreement;
  ExistingVisit match;

  ImportedVisit(
      long origin, VisitLine line, MatchHints.ForVisit hints, ImportedAgreement agreement) {
    this.origin = origin;
    this.line = line;
    this.hints = hints;
    this.agreement = agreement;
  }

  String key() {
    return line.externalId();
  }

  LocalDate day() {
    return hints.day();
  }
}
