package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.export.ReconciliationView.Difference;
import io.familiarface.jobs.accounting.export.ReconciliationView.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares documents one by one, by number, amount, currency, customer and day. */
final class Reconciliation {
  private static final int SHOWN = 1_000;

  private final Map<String, TheirDocument> theirs = new LinkedHashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private final int theirCount;
  private int differing;
  private int ours;
  private int matching;

  Reconciliation(List<TheirDocument> list) {
    theirCount = list.size();
    for (TheirDocument one : list) {
      TheirDocument before = theirs.putIfAbsent(one.number(), one);
      if (before != null) {
        add(
            one.number(),
            Kind.TWICE_THERE,
            null,
            before.total().toPlainString() + " and " + one.total().toPlainString(),
            "It was booked twice. Void one of the two in the accounting system.");
      }
    }
  }

  ReconciliationView with(Iterator<ExportedDocument> exported) {
    exported.forEachRemaining(this::compare);
    theirs
        .values()
        .forEach(
            one ->
                add(
                    one.number(),
                    Kind.MISSING_HERE,
                    null,
                    one.total().toPlainString(),
                    "We have not sent such a document in these days. See where it came from."));
    return new ReconciliationView(ours, theirCount, matching, List.copyOf(differences), differing);
  }

  private void compare(ExportedDocument exported) {
    ours++;
    DocumentView document = exported.document();
    TheirDocument their = theirs.remove(document.number());
    if (their == null) {
      add(
          document,
          Kind.MISSING_THERE,
          document.amounts().total().amount().toPlainString(),
          null,
          "It went out and is not in their list. Send its export again, and confirm it.");
      return;
    }
    int before = differing;
    if (document.amounts().total().amount().compareTo(their.total()) != 0) {
      add(
          document,
          Kind.AMOUNT_DIFFERS,
          document.amounts().total().amount().toPlainString(),
          their.total().toPlainString(),
          "What was issued does not change. Correct it there, or credit it here.");
    }
    if (their.currency() != null && !their.currency().equals(document.currency())) {
      add(
          document,
          Kind.CURRENCY_DIFFERS,
          document.currency(),
          their.currency(),
          "Correct the currency there.");
    }
    if (their.customer() != null && !exported.buyer().isCalled(their.customer())) {
      add(
          document,
          Kind.CUSTOMER_DIFFERS,
          exported.buyer().name(),
          their.customer(),
          "See whether both are the same customer under two names; merge them if so.");
    }
    if (their.issuedOn() != null && !their.issuedOn().equals(document.issuedOn())) {
      add(
          document,
          Kind.DATE_DIFFERS,
          document.issuedOn().toString(),
          their.issuedOn().toString(),
          "Correct the day there: it decides the month that the income is of.");
    }
    if (differing == before) {
      matching++;
    }
  }

  private void add(
      DocumentView document, Kind kind, String ourWord, String theirWord, String whatToDo) {
    add(document.number(), kind, ourWord, theirWord, whatToDo);
  }

  private void add(String number, Kind kind, String ourWord, String theirWord, String whatToDo) {
    differing++;
    if (differences.size() < SHOWN) {
      differences.add(new Difference(number, kind, ourWord, theirWord, whatToDo));
    }
  }
}
