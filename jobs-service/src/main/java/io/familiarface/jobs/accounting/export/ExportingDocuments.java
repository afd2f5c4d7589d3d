package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.rest.Ids;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sends out what accounting has not seen yet, and takes its answer back. */
@ApplicationScoped
class ExportingDocuments {
  /** So many documents go out at once; a receipt says whether more wait. */
  static final int MOST = 5000;

  private final Exports exports;
  private final OutgoingDocuments documents;
  private final CompanyCalendar calendar;
  private final Caller caller;

  ExportingDocuments(
      Exports exports, OutgoingDocuments documents, CompanyCalendar calendar, Caller caller) {
    this.exports = exports;
    this.documents = documents;
    this.calendar = calendar;
    this.caller = caller;
  }

  @Transactional
  ExportView export(NewExport request) {
    List<UUID> again = again(request.since());
    UUID id = Ids.next();
    List<DocumentView> sent = documents.send(id, again, MOST);
    Exports.Row export =
        new Exports.Row(
            id,
            request.format(),
            request.since(),
            Instants.toMicros(calendar.now()),
            caller.name(),
            sent.size(),
            totals(sent),
            documents.count(documents.waiting()),
            null,
            null,
            null,
            null);
    exports.insert(export, sent.stream().map(DocumentView::id).toList());
    return export.view();
  }

  private List<UUID> again(String since) {
    if (since.equals(Exports.LAST)) {
      return List.of();
    }
    Exports.Row last =
        exports
            .find(UUID.fromString(since))
            .orElseThrow(
                () ->
                    JobsProblem.UNKNOWN_EXPORT.at(
                        "/since",
                        "There has been no export %s. GET /v1/accounting/exports lists them."
                            .formatted(since)));
    return exports.madeAfter(last);
  }

  private static String totals(Collection<DocumentView> sent) {
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (DocumentView document : sent) {
      BigDecimal total = document.amounts().total().amount();
      totals.merge(
          document.currency(), document.isInvoice() ? total : total.negate(), BigDecimal::add);
    }
    return totals.entrySet().stream()
        .map(each -> each.getValue().toPlainString() + " " + each.getKey())
        .collect(Collectors.joining("\n"));
  }

  @Transactional
  ExportView confirm(String named, NewConfirmation answer) {
    Exports.Row export = exports.lock(named);
    UUID id = export.id();
    if (export.confirmedAt() != null) {
      throw JobsProblem.ALREADY_CONFIRMED.because(
          "This export was confirmed at %s by %s."
              .formatted(export.confirmedAt(), export.confirmedBy()));
    }
    Set<String> sent =
        documents.withIds(exports.documentsOf(id)).stream()
            .map(DocumentView::number)
            .collect(Collectors.toSet());
    Map<String, String> words = answers(answer, sent);
    documents.answered(words);
    int rejected = answer.rejected().size();
    exports.confirm(
        id, Instants.toMicros(calendar.now()), caller.name(), words.size() - rejected, rejected);
    return exports.get(id.toString()).view();
  }

  /** Why each was refused, by its number; null of those that were accepted. */
  private static Map<String, String> answers(NewConfirmation answer, Set<String> sent) {
    Map<String, String> words = new HashMap<>();
    answer.rejected().forEach(one -> put(words, one.number(), one.words(), sent, "/rejected"));
    if (answer.accepted() == null) {
      Set<String> others = new HashSet<>(sent);
      others.removeAll(words.keySet());
      others.forEach(number -> words.put(number, null));
    } else {
      answer.accepted().forEach(number -> put(words, number, null, sent, "/accepted"));
    }
    return words;
  }

  private static void put(
      Map<String, String> words, String number, String why, Set<String> sent, String pointer) {
    if (!sent.contains(number)) {
      throw JobsProblem.NOT_IN_THE_EXPORT.at(
          pointer, "%s was not sent with this export. Nothing was changed.".formatted(number));
    }
    if (words.containsKey(number)) {
      throw JobsProblem.CONTRADICTION.at(
          pointer, "%s is named twice. Nothing was changed.".formatted(number));
    }
    words.put(number, why);
  }
}
