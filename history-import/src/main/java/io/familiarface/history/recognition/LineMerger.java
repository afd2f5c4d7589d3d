package io.familiarface.history.recognition;

import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.line.ImportLine;
import io.familiarface.history.line.VisitLine;
import io.familiarface.history.value.Address;
import io.familiarface.history.value.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a line of a file means for what is held already. A file says less than people have entered
 * since; what it doesn't say stays as it is, and a guess never replaces what is there. Each answers
 * with the line to send, or with nothing when it says nothing new.
 */
final class LineMerger {
  private LineMerger() {}

  /** Two of the same kind. */
  static Optional<? extends ImportLine> merge(ImportLine line, ImportLine existing) {
    if (line instanceof CustomerLine customer) {
      return customer(customer, (CustomerLine) existing);
    }
    return line instanceof AgreementLine agreement
        ? agreement(agreement, (AgreementLine) existing)
        : visit((VisitLine) line, (VisitLine) existing);
  }

  static Optional<CustomerLine> customer(CustomerLine line, CustomerLine existing) {
    Address address = known(line.address(), existing.address());
    boolean same = address != null && address.isSamePlace(existing.address());
    return ifNew(
        new CustomerLine(
            line.externalId(),
            existing.kind(),
            known(line.name(), existing.name()),
            known(line.preferredName(), existing.preferredName()),
            known(line.email(), existing.email()),
            known(line.phone(), existing.phone()),
            both(line.otherPhones(), existing.otherPhones(), Contact::digits),
            both(
                line.otherEmails(),
                existing.otherEmails(),
                email -> email.toLowerCase(Locale.ROOT)),
            same ? existing.address() : address,
            known(line.branch(), existing.branch()),
            known(line.burnedBefore(), existing.burnedBefore()),
            earlier(line.createdAt(), existing.createdAt())),
        existing);
  }

  /** Those that are held, and those that the line adds. */
  private static List<String> both(
      List<String> line, List<String> existing, Function<String, String> key) {
    return line == null || existing == null
        ? known(line, existing)
        : Contact.each(Stream.concat(existing.stream(), line.stream()), key);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  /** A file that begins later than the agreement knows less of it than is there. */
  static Optional<AgreementLine> agreement(AgreementLine line, AgreementLine existing) {
    if (line.startsOn().isAfter(existing.startsOn())) {
      return Optional.empty();
    }
    // Only a guess that had ended because no visit was known any more gives way to a new guess.
    boolean guessAgain = existing.recurrenceGuessed() && existing.recurrence().contains("UNTIL=");
    return Optional.of(
        new AgreementLine(
            line.externalId(),
            line.customerExternalId(),
            line.program(),
            guessAgain ? line.recurrence() : existing.recurrence(),
            guessAgain ? line.recurrenceGuessed() : existing.recurrenceGuessed(),
            line.startsOn(),
            known(line.price(), existing.price()),
            line.technicianExternalId()));
  }

  static Optional<VisitLine> visit(VisitLine line, VisitLine existing) {
    if (line.isPlanned() && !existing.isPlanned()) {
      return Optional.empty();
    }
    return ifNew(line.mergedWith(existing), existing);
  }

  private static <T> T known(T stated, T existing) {
    return stated == null ? existing : stated;
  }

  private static <T> Optional<T> ifNew(T line, T existing) {
    return line.equals(existing) ? Optional.empty() : Optional.of(line);
  }
}
