package io.familiarface.history.company;

import io.familiarface.history.Destination;
import io.familiarface.history.company.ImportLines.Agreement;
import io.familiarface.history.company.ImportLines.Cancellation;
import io.familiarface.history.company.ImportLines.Customer;
import io.familiarface.history.company.ImportLines.Money;
import io.familiarface.history.known.About;
import io.familiarface.history.known.Marks;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Price;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the import lines of one customer after the other. */
final class CustomerLines {
  private final LineFiles files;
  private final Notes notes;
  private final CompanyDays days;
  private final LocalDate lastDay;
  private final Agreements agreements;
  private final VisitLines visitLines;
  private final Map<String, Long> cadences = new TreeMap<>();

  /**
   * @param lastDay of the file: whoever stopped long before it is not planned for
   */
  CustomerLines(LineFiles files, Notes notes, CompanyDays days, LocalDate lastDay) {
    this.files = files;
    this.notes = notes;
    this.days = days;
    this.lastDay = lastDay;
    this.agreements = new Agreements(notes);
    this.visitLines = new VisitLines(files, notes, days);
  }

  /**
   * @param visits of one customer, by day
   */
  void write(Identity identity, List<SeenVisit> visits) throws IOException {
    String key = identity.key();
    SeenVisit first = visits.stream().filter(SeenVisit::isVisit).findFirst().orElse(null);
    if (first == null) {
      SeenVisit says = visits.get(0);
      notes.add(
          Note.CANCELLED_BEFORE_ANY_VISIT,
          says.line(),
          says.name() + " cancelled on " + says.cancellation().on());
      return;
    }
    Instant since = days.startOf(first.day());
    String name = latest(visits, SeenVisit::name).orElseThrow();
    String who = Names.folded(name);
    files.add(
        Destination.CUSTOMERS,
        first.line(),
        new Customer(
            key,
            visits.stream().anyMatch(visit -> visit.customer().company())
                ? "BUSINESS"
                : "HOUSEHOLD",
            name,
            latest(visits, visit -> visit.customer().email()).orElse(null),
            latest(visits, visit -> visit.customer().phone()).orElse(null),
            address(visits),
            latest(visits, visit -> visit.customer().branch()).orElse(null),
            first.day().isAfter(days.today()) ? null : since.toString(),
            About.customer(who, identity.given(), identity.spareKey(), marks(visits))));
    for (Agreements.Period period : agreements.of(key, visits)) {
      write(identity, who, period);
    }
  }

  private static Set<String> marks(List<SeenVisit> visits) {
    Set<String> marks = new LinkedHashSet<>();
    Set<Where> homes = new LinkedHashSet<>();
    for (SeenVisit visit : visits) {
      SeenCustomer customer = visit.customer();
      Optional.ofNullable(customer.phone()).map(Marks::phone).ifPresent(marks::add);
      Optional.ofNullable(customer.email()).map(Marks::email).ifPresent(marks::add);
      Optional.ofNullable(customer.where()).ifPresent(homes::add);
    }
    homes.stream()
        .map(AddressText::read)
        .filter(Objects::nonNull)
        .forEach(home -> marks.add(Marks.home(home.line1(), home.postalCode())));
    return marks;
  }

  private Where address(List<SeenVisit> visits) {
    Optional<SeenVisit> says =
        latest(visits, visit -> visit.customer().where() == null ? null : visit);
    Where where = says.map(visit -> AddressText.read(visit.customer().where())).orElse(null);
    if (says.isPresent() && where == null) {
      notes.add(
          Note.ADDRESS_TOO_SHORT,
          says.get().line(),
          says.get().name() + ", " + says.get().customer().where().line1());
    }
    return where;
  }

  private void write(Identity identity, String who, Agreements.Period period) throws IOException {
    VisitLines.Written written = visitLines.write(identity, who, period);
    SeenVisit first = period.visits().get(0);
    files.add(
        Destination.AGREEMENTS,
        first.line(),
        new Agreement(
            period.key(),
            identity.key(),
            period.program(),
            recurrence(period),
            true,
            period.startsOn().toString(),
            price(period),
            written.starter(),
            About.agreement(who, period.named())));
    if (period.cancellation() != null) {
      cancel(who, period, written);
    }
  }

  private String recurrence(Agreements.Period period) {
    List<LocalDate> visited =
        period.visits().stream().filter(visit -> visit.hasBeen()).map(SeenVisit::day).toList();
    SeenVisit first = period.visits().get(0);
    LocalDate start = period.startsOn();
    Optional<Cadence> guess = Cadence.of(visited);
    cadences.merge(guess.map(Cadence::words).orElse("unknown"), 1L, Long::sum);
    if (guess.isEmpty()) {
      notes.add(Note.CADENCE_UNKNOWN, first.line(), first.name() + ", " + period.program());
      return Cadence.MONTHLY.ruleUntil(start, start);
    }
    LocalDate last = visited.get(visited.size() - 1);
    if (period.cancellation() == null && guess.get().hasStoppedBy(last, lastDay)) {
      notes.add(
          Note.LAPSED,
          first.line(),
          "%s, %s, last on %s".formatted(first.name(), period.program(), last));
      return guess.get().ruleUntil(start, last);
    }
    return guess.get().rule(start);
  }

  private Money price(Agreements.Period period) {
    Optional<Price> priced = latest(period.visits(), SeenVisit::price);
    if (priced.isEmpty()) {
      SeenVisit first = period.visits().get(0);
      notes.add(Note.NO_PRICE, first.line(), first.name() + ", " + period.program());
      return null;
    }
    return Money.of(priced.get().amount(), priced.get().currency());
  }

  private void cancel(String who, Agreements.Period period, VisitLines.Written written)
      throws IOException {
    SeenVisit says = period.cancellation();
    if (says.cancellation().on().isAfter(days.today())) {
      notes.add(
          Note.CANCELLED_IN_FUTURE,
          says.line(),
          says.name() + " as of " + says.cancellation().on());
      return;
    }
    files.add(
        Destination.CANCELLATIONS,
        says.line(),
        new Cancellation(
            period.key(),
            days.cancellation(says.cancellation().on(), written.lastOn(says.cancellation().on()))
                .toString(),
            Optional.ofNullable(says.cancellation().reason()).orElse("OTHER"),
            says.cancellation().words(),
            About.cancellation(who)));
  }

  private static <T> Optional<T> latest(List<SeenVisit> visits, Function<SeenVisit, T> what) {
    return visits.stream().map(what).filter(Objects::nonNull).reduce((earlier, later) -> later);
  }

  /** How often agreements are visited, in words, with counts. */
  Map<String, Long> cadences() {
    return cadences;
  }
}
