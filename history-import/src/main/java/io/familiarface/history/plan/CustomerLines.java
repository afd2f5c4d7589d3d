package io.familiarface.history.plan;

import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.CancellationLine;
import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.line.MatchHints;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.report.ClientReport;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.row.ParsedCustomer;
import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.value.Address;
import io.familiarface.history.value.AddressParser;
import io.familiarface.history.value.Contact;
import io.familiarface.history.value.ContactKeys;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Price;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the import lines of one customer after the other. */
final class CustomerLines {
  /** Nobody has more ways of being reached; a cell of that many numbers is something else. */
  private static final int MOST_WAYS = 21;

  private final Optional<ClientList> clients;
  private long found;
  private long notFound;
  private final PlannedLines lines;
  private final Notes notes;
  private final CompanyTime days;
  private final LocalDate lastDay;
  private final AgreementPeriods agreements;
  private final VisitLines visitLines;
  private final Map<String, Long> cadences = new TreeMap<>();

  /**
   * @param lastDay of the file: whoever stopped long before it is not planned for
   * @param clients how to reach customers, where the visits don't say it
   */
  CustomerLines(
      PlannedLines lines,
      Notes notes,
      CompanyTime days,
      LocalDate lastDay,
      Optional<ClientList> clients) {
    this.clients = clients;
    this.lines = lines;
    this.notes = notes;
    this.days = days;
    this.lastDay = lastDay;
    this.agreements = new AgreementPeriods(notes);
    this.visitLines = new VisitLines(notes, days);
  }

  /**
   * @param visits of one customer, by day
   * @param alone whether no other customer has the name
   */
  void write(CustomerIdentity identity, List<ParsedVisit> visits, boolean alone)
      throws IOException {
    String key = identity.key();
    ParsedVisit first = visits.stream().filter(ParsedVisit::isVisit).findFirst().orElse(null);
    if (first == null) {
      ParsedVisit says = visits.get(0);
      notes.add(
          Note.CANCELLED_BEFORE_ANY_VISIT,
          says.line(),
          says.name() + " cancelled on " + says.cancellation().on());
      return;
    }
    Instant since = days.startOf(first.day());
    String name = latest(visits, ParsedVisit::name).orElseThrow();
    String folded = Names.folded(name);
    Set<String> contactKeys = contactKeys(visits);
    Optional<ClientList.Client> client = client(identity, first, folded, contactKeys, alone);
    client.ifPresent(it -> contactKeys.addAll(it.contactKeys()));
    Address address = address(visits);
    List<String> phones =
        Contact.each(
            Stream.concat(
                latestOf(visits, ParsedCustomer::phones),
                client.stream().flatMap(it -> it.phones().stream())),
            Contact::digits);
    List<String> emails =
        Contact.each(
            Stream.concat(
                latestOf(visits, ParsedCustomer::emails),
                client.stream().flatMap(it -> it.emails().stream())),
            email -> email.toLowerCase(Locale.ROOT));
    lines.add(
        folded,
        first.line(),
        new CustomerLine(
            key,
            visits.stream().anyMatch(visit -> visit.customer().company())
                ? "BUSINESS"
                : "HOUSEHOLD",
            name,
            null,
            first(emails),
            first(phones),
            others(phones),
            others(emails),
            address != null ? address : client.map(ClientList.Client::address).orElse(null),
            latest(visits, visit -> visit.customer().branch()).orElse(null),
            null,
            first.day().isAfter(days.today()) ? null : since),
        new MatchHints.ForCustomer(identity.given(), identity.spareKey(), contactKeys));
    for (AgreementPeriods.Period period : agreements.of(key, visits)) {
      write(identity, folded, period);
    }
  }

  /** Of the latest visit that names any. */
  private static Stream<String> latestOf(
      List<ParsedVisit> visits, Function<ParsedCustomer, List<String>> what) {
    return latest(
            visits,
            visit -> what.apply(visit.customer()).isEmpty() ? null : what.apply(visit.customer()))
        .stream()
        .flatMap(List::stream);
  }

  private static String first(List<String> ways) {
    return ways.isEmpty() ? null : ways.get(0);
  }

  /** Null where there is one at most: a line does not say what it does not know. */
  private static List<String> others(List<String> ways) {
    return ways.size() < 2 ? null : ways.subList(1, Math.min(ways.size(), MOST_WAYS));
  }

  private Optional<ClientList.Client> client(
      CustomerIdentity identity,
      ParsedVisit first,
      String folded,
      Set<String> contactKeys,
      boolean alone) {
    if (clients.isEmpty()) {
      return Optional.empty();
    }
    String id = identity.given() ? identity.key() : null;
    Optional<ClientList.Client> client = clients.get().find(id, folded, contactKeys, alone);
    if (client.isPresent()) {
      found++;
    } else {
      notFound++;
      boolean named = clients.get().hasNamed(folded);
      notes.add(named ? Note.CLIENT_UNCLEAR : Note.CLIENT_MISSING, first.line(), first.name());
    }
    return client;
  }

  /** What came of the list of clients, if there is one. */
  Optional<ClientReport> clients(String file) {
    return clients.map(list -> new ClientReport(file, list.count(), found, notFound));
  }

  private static Set<String> contactKeys(List<ParsedVisit> visits) {
    Set<String> keys = new LinkedHashSet<>();
    Set<Address> homes = new LinkedHashSet<>();
    ParsedCustomer before = null;
    for (ParsedVisit visit : visits) {
      ParsedCustomer customer = visit.customer();
      if (customer.equals(before)) {
        continue;
      }
      before = customer;
      keys.addAll(ContactKeys.of(customer.phones(), customer.emails(), null));
      Optional.ofNullable(customer.address()).ifPresent(homes::add);
    }
    homes.forEach(
        home -> keys.addAll(ContactKeys.of(List.of(), List.of(), AddressParser.read(home))));
    return keys;
  }

  private Address address(List<ParsedVisit> visits) {
    Optional<ParsedVisit> says =
        latest(visits, visit -> visit.customer().address() == null ? null : visit);
    Address address =
        says.map(visit -> AddressParser.read(visit.customer().address())).orElse(null);
    if (says.isPresent() && address == null) {
      notes.add(
          Note.ADDRESS_TOO_SHORT,
          says.get().line(),
          says.get().name() + ", " + says.get().customer().address().line1());
    }
    return address;
  }

  private void write(CustomerIdentity identity, String folded, AgreementPeriods.Period period)
      throws IOException {
    VisitLines.OfPeriod visits = visitLines.of(identity, period);
    ParsedVisit first = period.visits().get(0);
    lines.add(
        folded,
        first.line(),
        new AgreementLine(
            period.key(),
            identity.key(),
            period.program(),
            recurrence(period),
            true,
            period.startsOn(),
            price(period),
            visits.starter()),
        new MatchHints.ForAgreement(period.named()));
    for (PlannedLine visit : visits.lines()) {
      lines.add(folded, visit.origin(), visit.line(), visit.hints());
    }
    if (period.cancellation() != null) {
      cancel(folded, period, visits);
    }
  }

  private String recurrence(AgreementPeriods.Period period) {
    List<LocalDate> visited =
        period.visits().stream().filter(visit -> visit.hasBeen()).map(ParsedVisit::day).toList();
    ParsedVisit first = period.visits().get(0);
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

  private Price price(AgreementPeriods.Period period) {
    Optional<Price> priced = latest(period.visits(), ParsedVisit::price);
    if (priced.isEmpty()) {
      ParsedVisit first = period.visits().get(0);
      notes.add(Note.NO_PRICE, first.line(), first.name() + ", " + period.program());
      return null;
    }
    return priced.get();
  }

  private void cancel(String folded, AgreementPeriods.Period period, VisitLines.OfPeriod visits)
      throws IOException {
    ParsedVisit says = period.cancellation();
    if (says.cancellation().on().isAfter(days.today())) {
      notes.add(
          Note.CANCELLED_IN_FUTURE,
          says.line(),
          says.name() + " as of " + says.cancellation().on());
      return;
    }
    lines.add(
        folded,
        says.line(),
        new CancellationLine(
            period.key(),
            days.cancellation(says.cancellation().on(), visits.lastOn(says.cancellation().on())),
            Optional.ofNullable(says.cancellation().reason()).orElse("OTHER"),
            says.cancellation().words()),
        null);
  }

  private static <T> Optional<T> latest(List<ParsedVisit> visits, Function<ParsedVisit, T> what) {
    return visits.stream().map(what).filter(Objects::nonNull).reduce((earlier, later) -> later);
  }

  /** How often agreements are visited, in words, with counts. */
  Map<String, Long> cadences() {
    return cadences;
  }
}
