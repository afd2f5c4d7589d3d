package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.WaitingRemedy;
import io.familiarface.jobs.accounting.export.PreflightView.Finding;
import io.familiarface.jobs.accounting.export.PreflightView.Kind;
import io.familiarface.jobs.accounting.export.PreflightView.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Looks at what would go out next, as the accounting system would. */
final class Preflight {
  /** At most so many remedies stand among the findings. */
  static final int REMEDIES_SHOWN = 100;

  private static final int SHOWN = 20;

  private final ExportSettings settings;
  private final Set<String> taken;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Map<UUID, String>> byName = new TreeMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<String>> unmappedPrograms = new TreeMap<>();
  private final Map<String, List<String>> unmappedRates = new TreeMap<>();
  private final Map<String, List<String>> unknown = new TreeMap<>();
  private long documents;

  Preflight(ExportSettings settings, Collection<String> taken) {
    this.settings = settings;
    this.taken = Set.copyOf(taken);
  }

  PreflightView of(Iterator<ExportedDocument> waiting) {
    waiting.forEachRemaining(this::look);
    byName.forEach(this::doubled);
    unknown.forEach(
        (customer, numbers) ->
            add(
                Kind.CUSTOMER_UNKNOWN,
                customer,
                numbers,
                "We have no name of this customer. It goes out as 'Customer' and its id."));
    unmappedPrograms.forEach(
        (program, numbers) ->
            add(
                Kind.ACCOUNT_NOT_MAPPED,
                program,
                numbers,
                "It goes to account %s as all that has none of its own. Set"
                        .formatted(settings.account())
                    + " familiar.accounting.export.accounts for this program if it has one."));
    unmappedRates.forEach(
        (rate, numbers) ->
            add(
                Kind.TAX_CODE_NOT_MAPPED,
                rate,
                numbers,
                "It goes out as '%s'. Set familiar.accounting.export.tax-codes for this rate."
                    .formatted(settings.taxCodeOf(new BigDecimal(rate)))));
    return new PreflightView(
        documents,
        findings.stream().allMatch(each -> each.severity() == Severity.WARNING),
        List.copyOf(findings));
  }

  /**
   * What has been promised and is in no document.
   *
   * @param waiting one more than is shown, where there are more
   */
  void lookAt(List<WaitingRemedy> waiting) {
    waiting.stream().limit(REMEDIES_SHOWN).forEach(this::look);
    if (waiting.size() > REMEDIES_SHOWN) {
      add(
          Kind.REMEDY_WAITS,
          "more",
          List.of(),
          "More remedies wait than the %d that stand here. They come to stand here as these are credited or paid out."
              .formatted(REMEDIES_SHOWN));
    }
  }

  private void look(WaitingRemedy remedy) {
    String what =
        "%s %s of the remedy of complaint %s "
            .formatted(
                remedy.openAmount().toPlainString(), remedy.currency(), remedy.complaintId());
    if (remedy.misnamed()) {
      add(
          Kind.REMEDY_NOT_CREDITED,
          remedy.invoice(),
          List.of(),
          what
              + "are not credited: customer %s has no invoice %s. Credit the right one by hand."
                  .formatted(remedy.customerId(), remedy.invoice()));
    } else {
      add(
          Kind.REMEDY_WAITS,
          remedy.complaintId().toString(),
          List.of(),
          what
              + ("wait for an invoice in that currency which can bear them: customer %s has none."
                      + " If none will come, pay them out.")
                  .formatted(remedy.customerId()));
    }
  }

  private void look(ExportedDocument exported) {
    documents++;
    String number = exported.document().number();
    Buyer buyer = exported.buyer();
    if (taken.contains(number)) {
      add(
          Kind.NUMBER_TAKEN,
          number,
          List.of(number),
          "The accounting system has a document of this number. If it is the same, confirm it there;"
              + " if it is another, give that one another number.");
    }
    if (!buyer.isKnown()) {
      note(unknown, buyer.id().toString(), number);
    } else {
      String key = buyer.name().strip().toLowerCase(Locale.ROOT);
      names.putIfAbsent(key, buyer.name());
      byName.computeIfAbsent(key, any -> new LinkedHashMap<>()).putIfAbsent(buyer.id(), number);
    }
    for (DocumentLine line : exported.document().lines()) {
      if (!settings.accounts().containsKey(line.bookedAs())) {
        note(unmappedPrograms, line.bookedAs(), number);
      }
      if (!settings.namesTax(line.tax().rate())) {
        note(unmappedRates, line.tax().rate().stripTrailingZeros().toPlainString(), number);
      }
    }
  }

  private static void note(Map<String, List<String>> unmapped, String subject, String number) {
    List<String> numbers = unmapped.computeIfAbsent(subject, any -> new ArrayList<>());
    if (numbers.size() < SHOWN) {
      numbers.add(number);
    }
  }

  private void doubled(String key, Map<UUID, String> customers) {
    if (customers.size() > 1) {
      add(
          Kind.CUSTOMER_DOUBLED,
          names.get(key),
          customers.values().stream().limit(SHOWN).toList(),
          "%d customers have this name, by which accounting would take them for one. Merge them"
                  .formatted(customers.size())
              + " if they are one, or tell their names apart.");
    }
  }

  private void add(Kind kind, String subject, List<String> numbers, String words) {
    findings.add(
        new Finding(
            kind, kind.stops() ? Severity.ERROR : Severity.WARNING, subject, numbers, words));
  }
}
