package io.familiarface.history.recognition;

import io.familiarface.history.Destination;
import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.CancellationLine;
import io.familiarface.history.line.ImportLine;
import io.familiarface.history.line.LineJson;
import io.familiarface.history.line.TechnicianLine;
import io.familiarface.history.line.VisitLine;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.spool.LineFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Writes what is new of one name after the other, under the keys by which it is held. */
final class LineWriter {
  private final TechnicianMatcher technicians;
  private final ExternalIdMatcher externalIds;
  private final Notes notes;
  private final UnsentListener unsent;
  private final Map<Destination, LineFile> files;

  LineWriter(
      TechnicianMatcher technicians,
      ExternalIdMatcher externalIds,
      Notes notes,
      UnsentListener unsent,
      Map<Destination, LineFile> files) {
    this.technicians = technicians;
    this.externalIds = externalIds;
    this.notes = notes;
    this.unsent = unsent;
    this.files = files;
  }

  void write(long origin, TechnicianLine line) throws IOException {
    String key = line.externalId();
    if (technicians.isExistingWithoutKey(key)) {
      notes.add(Note.TECHNICIAN_TWICE, origin, line.name() + " is " + key + " now");
    }
    String known = technicians.key(key);
    if (technicians.isExisting(known)) {
      unsent.unchanged(Destination.TECHNICIANS);
    } else {
      add(origin, new TechnicianLine(known, line.name()));
    }
  }

  void write(NameGroup group, ImportedCustomer customer) throws IOException {
    ExistingCustomer match = customer.match;
    if (match == null
        && !customer.agreements.isEmpty()
        && customer.agreements.stream().noneMatch(ImportedAgreement::hasNewVisits)) {
      for (ImportedAgreement agreement : customer.agreements) {
        writeKnown(customer, agreement);
      }
      return;
    }
    String key = match == null ? newKey(group, customer) : match.key;
    var line = customer.line.withKey(key);
    write(customer.origin, line, match == null ? null : match.line);
    for (ImportedAgreement agreement : customer.agreements) {
      writeKnown(customer, agreement);
      if (agreement.match != null || agreement.hasNewVisits()) {
        write(group, customer, key, agreement);
      }
    }
  }

  private static String newKey(NameGroup group, ImportedCustomer customer) {
    String spare = customer.hints.spareKey();
    boolean taken = group.existingKeys.contains(customer.key()) && spare != null;
    return group.free(taken ? spare : customer.key());
  }

  /** Visits that are held stay with the agreement and the customer that they are held under. */
  private void writeKnown(ImportedCustomer customer, ImportedAgreement agreement)
      throws IOException {
    for (ImportedVisit visit : agreement.visits) {
      ExistingVisit match = visit.match;
      if (match == null) {
        continue;
      }
      if (match.agreement != agreement.match) {
        notes.add(Note.KNOWN_ELSEWHERE, visit.origin, customer.name() + " on " + visit.day());
      }
      if (match.agreement.key == null) {
        continue;
      }
      boolean keepsTime = match.completedHere || !visit.hints.timeGiven();
      boolean keeps = match.isPast() && match.isOn(visit.day()) && keepsTime;
      VisitLine line =
          visit.line.under(
              match.key == null ? visit.key() : match.key,
              match.agreement.key,
              keeps ? match.line.scheduledAt() : visit.line.scheduledAt(),
              visit.hints.settled() ? null : visit.line.permanence(),
              technicians::key);
      // One that has no key yet is adopted by the service, by its day and technician.
      write(visit.origin, line, match.key == null ? null : match.line);
    }
  }

  private void write(
      NameGroup group, ImportedCustomer customer, String customerKey, ImportedAgreement agreement)
      throws IOException {
    ExistingAgreement match = agreement.match;
    String key =
        match != null ? match.key : group.free(under(customerKey, customer, agreement.key()));
    AgreementLine terms = agreement.line;
    var line =
        new AgreementLine(
            key,
            customerKey,
            match == null || agreement.programGiven ? terms.program() : match.line.program(),
            terms.recurrence(),
            terms.recurrenceGuessed(),
            terms.startsOn(),
            terms.price(),
            technicians.key(terms.technicianExternalId()));
    write(agreement.origin, line, match == null ? null : match.line);
    for (ImportedVisit visit : agreement.newVisits()) {
      String visitKey =
          visit.hints.idGiven()
              ? visit.key()
              : group.free(under(customerKey, customer, visit.key()));
      VisitLine said = visit.line;
      write(
          visit.origin,
          said.under(visitKey, key, said.scheduledAt(), said.permanence(), technicians::key),
          null);
    }
    if (agreement.cancellation != null) {
      CancellationLine cancelled = agreement.cancellation.line();
      add(
          agreement.cancellation.origin(),
          new CancellationLine(
              key, cancelled.cancelledAt(), cancelled.reason(), cancelled.words()));
    }
  }

  /** What is under the customer's key in the file is under the one by which they are held. */
  private static String under(String customerKey, ImportedCustomer customer, String key) {
    return key.startsWith(customer.key() + ".")
        ? customerKey + key.substring(customer.key().length())
        : key;
  }

  /**
   * @param match null for what is new among those of its name
   */
  private void write(long origin, ImportLine line, ImportLine match) throws IOException {
    if (match == null && !externalIds.nothingExists()) {
      externalIds.addImported(origin, line);
    } else {
      writeMerged(origin, line, match);
    }
  }

  /**
   * @param match what is held of it, or null for what is new
   */
  void writeMerged(long origin, ImportLine line, ImportLine match) throws IOException {
    Optional<? extends ImportLine> merged =
        match == null ? Optional.of(line) : LineMerger.merge(line, match);
    if (merged.isPresent()) {
      add(origin, merged.get());
    } else {
      unsent.unchanged(line.destination());
    }
  }

  private void add(long origin, ImportLine line) throws IOException {
    files.get(line.destination()).add(origin, LineJson.write(line));
  }
}
