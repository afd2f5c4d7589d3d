package io.familiarface.history.recognition;

import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.line.MatchHints;
import java.util.ArrayList;
import java.util.List;

/** A customer of a file, and which of those held it is. */
final class ImportedCustomer {
  final long origin;
  final CustomerLine line;
  final MatchHints.ForCustomer hints;
  final List<ImportedAgreement> agreements = new ArrayList<>();

  /** Null for somebody new. */
  ExistingCustomer match;

  /** Why nobody can tell who it is, or null. */
  String undecided;

  ImportedCustomer(long origin, CustomerLine line, MatchHints.ForCustomer hints) {
    this.origin = origin;
    this.line = line;
    this.hints = hints;
  }

  String key() {
    return line.externalId();
  }

  String name() {
    return line.name();
  }

  List<ImportedVisit> visits() {
    return agreements.stream().flatMap(agreement -> agreement.visits.stream()).toList();
  }
}
