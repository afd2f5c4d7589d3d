package io.familiarface.history.plan;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.column.Mapping;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLine;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.row.SimilarNames;
import io.familiarface.history.value.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes customers of the lines that go by one id or one name: of a name, one or several who are
 * told apart.
 */
final class CustomerGroups {
  private static final int SAME_NAMES_AT_HAND = 50;

  private final Mapping mapping;
  private final String customerColumn;
  private final Notes notes;
  private final RejectedLines rejected;
  private final Set<String> oneCustomer = new HashSet<>();
  private final List<String> sameNames = new ArrayList<>();
  private long sameNameCount;

  /**
   * @param customerColumn as the file names it
   */
  CustomerGroups(
      HistoryOptions options, String customerColumn, Notes notes, RejectedLines rejected) {
    this.mapping = options.mapping();
    this.customerColumn = customerColumn;
    this.notes = notes;
    this.rejected = rejected;
    mapping.oneCustomer().forEach(name -> oneCustomer.add(Names.folded(name)));
  }

  /** By what a line belongs to others. */
  String keyOf(ParsedVisit visit) {
    return visit.customer().id() != null
        ? "id " + visit.customer().id()
        : "name " + mapping.sameCustomer(Names.folded(visit.name()));
  }

  /** Writes the customers of one group; none if there are no visits. */
  void write(List<ParsedVisit> visits, SimilarCustomerFinder similar, CustomerLines lines)
      throws IOException {
    if (visits.isEmpty()) {
      return;
    }
    String id = visits.get(0).customer().id();
    if (id != null) {
      noteSeveralNames(visits);
      writeOne(CustomerIdentity.given(id), visits, true, similar, lines);
      return;
    }
    String name = visits.get(0).name();
    String folded = mapping.sameCustomer(Names.folded(name));
    boolean isOne = oneCustomer.contains(folded) || mapping.sameCustomer().containsValue(folded);
    CustomerIdentities.Split split = CustomerIdentities.split(visits, isOne);
    List<String> keys = CustomerIdentities.keys(folded, split.people());
    for (int i = 0; i < keys.size(); i++) {
      CustomerIdentities.Person person = split.people().get(i);
      String spare = person.mark().isEmpty() ? null : CustomerIdentities.spareKey(folded, person);
      writeOne(
          new CustomerIdentity(keys.get(i), false, spare, isOne),
          person.visits(),
          keys.size() == 1,
          similar,
          lines);
    }
    for (CustomerIdentities.Joined joined : split.joined()) {
      notes.add(Note.JOINED, joined.one().line(), SameNameText.words(name, joined));
    }
    if (keys.size() > 1) {
      sameNameCount++;
      if (sameNames.size() < SAME_NAMES_AT_HAND) {
        sameNames.add(SameNameText.words(name, split.people()));
      }
    }
    for (ParsedVisit visit : split.unclear()) {
      reject(
          visit,
          "There are %d customers of this name, and the line has no phone, e-mail or address to tell which: fill one in, or a customer id."
              .formatted(keys.size()));
    }
  }

  private void noteSeveralNames(List<ParsedVisit> visits) {
    String name = visits.get(0).name();
    visits.stream()
        .filter(visit -> !Names.folded(visit.name()).equals(Names.folded(name)))
        .filter(visit -> !SimilarNames.areAlike(visit.name(), name))
        .findFirst()
        .ifPresent(
            other ->
                notes.add(
                    Note.ONE_ID_SEVERAL_NAMES,
                    other.line(),
                    "%s, and %s in line %d".formatted(other.name(), name, visits.get(0).line())));
  }

  private void writeOne(
      CustomerIdentity who,
      List<ParsedVisit> visits,
      boolean alone,
      SimilarCustomerFinder similar,
      CustomerLines lines)
      throws IOException {
    List<ParsedVisit> byDay = visits.stream().sorted(CustomerIdentities.BY_DAY).toList();
    DuplicateVisits repeats = DuplicateVisits.among(byDay);
    for (ParsedVisit visit : repeats.again()) {
      notes.add(Note.REPEATED_VISIT, visit.line(), visit.name() + " on " + visit.day());
    }
    for (ParsedVisit visit : repeats.contradicting()) {
      reject(
          visit,
          "Visit id %s stands in another line with another date: correct the id."
              .formatted(visit.visitId()));
    }
    Set<String> shared = new LinkedHashSet<>();
    ParsedVisit before = null;
    for (ParsedVisit visit : visits) {
      if (before == null || !before.customer().equals(visit.customer())) {
        shared.addAll(CustomerIdentities.marks(visit));
      }
      before = visit;
    }
    similar.add(visits.get(0).name(), who.key(), visits.get(0).line(), shared);
    lines.write(who, repeats.visits(), alone);
  }

  /** Keeps a line out. */
  void reject(ParsedVisit visit, String why) throws IOException {
    rejected.add(new RejectedLine(visit.line(), customerColumn, visit.name(), why));
  }

  /** Those of one name who were told apart, in words; the first of them. */
  List<String> sameNames() {
    return List.copyOf(sameNames);
  }

  long sameNameCount() {
    return sameNameCount;
  }
}
