package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invoice or a credit memo as its customer reads it, in words.
 *
 * @param payBy null when nothing is to be paid
 * @param paid whether nothing is to be paid any more
 * @param feedbackLink where this customer says how the visit was; null where it is of no visit, or
 *     none could be made just now
 */
record DocumentPage(
    String title,
    String seller,
    List<String> sellerAddress,
    String buyer,
    List<String> buyerAddress,
    String issuedOn,
    String payBy,
    List<Line> lines,
    String net,
    String tax,
    String total,
    String owed,
    boolean paid,
    List<Part> parts,
    String feedbackLink) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  record Line(String description, String quantity, String price, String rate, String amount) {}

  record Part(String dueOn, String amount) {}

  static DocumentPage of(
      ExportedDocument exported, ExportSettings.Seller seller, Optional<URI> feedbackLink) {
    DocumentView document = exported.document();
    Buyer buyer = exported.buyer();
    boolean invoice = document.isInvoice();
    boolean owes = document.amounts().owed().amount().signum() > 0;
    return new DocumentPage(
        invoice
            ? "Invoice " + document.number()
            : "Credit memo " + document.number() + " on invoice " + document.credit().credits(),
        seller.name(),
        address(
            seller.line1().orElse(null),
            null,
            seller.city().orElse(null),
            null,
            seller.postalCode().orElse(null)),
        buyer.name(),
        address(buyer.line1(), buyer.line2(), buyer.city(), buyer.region(), buyer.postalCode()),
        words(document.issuedOn()),
        owes ? words(document.dueOn()) : null,
        document.lines().stream()
            .map(
                line ->
                    new Line(
                        line.description(),
                        line.quantity().toPlainString(),
                        words(line.unitPrice()),
                        percent(line.tax().rate()),
                        words(line.amount())))
            .toList(),
        words(document.amounts().net()),
        words(document.amounts().tax()),
        words(document.amounts().total()),
        words(document.amounts().owed()),
        invoice && !owes,
        document.instalments().stream()
            .map(part -> new Part(words(part.dueOn()), words(part.amount())))
            .toList(),
        feedbackLink.map(URI::toString).orElse(null));
  }

  private static List<String> address(
      String line1, String line2, String city, String region, String postalCode) {
    String place =
        String.join(" ", Stream.of(city, region, postalCode).filter(Objects::nonNull).toList());
    return Stream.of(line1, line2, place).filter(line -> line != null && !line.isBlank()).toList();
  }

  private static String words(LocalDate day) {
    return DAY.format(day);
  }

  private static String words(Money money) {
    return money.amount().toPlainString() + " " + money.currency();
  }

  private static String percent(BigDecimal rate) {
    return rate.signum() == 0
        ? "none"
        : rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
