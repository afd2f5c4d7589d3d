package io.familiarface.jobs.accounting.export;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A document as the accounting system lists it; null what it does not say.
 *
 * @param total positive, of an invoice as of a credit memo
 */
record TheirDocument(
    String number, BigDecimal total, String currency, String customer, LocalDate issuedOn) {
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "number", List.of("number", "invoiceno", "invoicenumber", "docnumber", "no"),
          "total", List.of("total", "amount", "totalamount", "itemamount"),
          "currency", List.of("currency", "currencycode"),
          "customer", List.of("customer", "customername", "contactname", "customerexternalid"),
          "issuedOn", List.of("issuedon", "date", "invoicedate", "issuedate"));

  /**
   * Reads a list with a header; the names of columns may be written as several systems do.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names the line which can't be read
   */
  static List<TheirDocument> read(String csv) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setIgnoreEmptyLines(true).setTrim(true).get();
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CSVParser parser = format.parse(new StringReader(text))) {
      Map<String, String> columns = columns(parser.getHeaderNames());
      if (!columns.containsKey("number") || !columns.containsKey("total")) {
        throw INVALID_REQUEST.because(
            "The list needs a header with at least the columns number and total; customer, issuedOn"
                + " and currency are compared if they are there.");
      }
      List<TheirDocument> documents = new ArrayList<>();
      for (CSVRecord line : parser) {
        documents.add(of(line, columns));
      }
      return documents;
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw INVALID_REQUEST.because("This is no CSV with a header: " + e.getMessage());
    }
  }

  private static Map<String, String> columns(List<String> header) {
    Map<String, String> columns = new TreeMap<>();
    for (String name : header) {
      String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      NAMES.forEach(
          (column, names) -> {
            if (names.contains(plain)) {
              columns.putIfAbsent(column, name);
            }
          });
    }
    return columns;
  }

  private static TheirDocument of(CSVRecord line, Map<String, String> columns) {
    try {
      return new TheirDocument(
          cell(line, columns, "number").orElseThrow(() -> unreadable(line, "it has no number")),
          cell(line, columns, "total")
              .map(text -> amount(line, text))
              .orElseThrow(() -> unreadable(line, "it has no total")),
          cell(line, columns, "currency").orElse(null),
          cell(line, columns, "customer").orElse(null),
          cell(line, columns, "issuedOn").map(LocalDate::parse).orElse(null));
    } catch (DateTimeException e) {
      throw unreadable(line, "its date is no day such as 2026-03-02");
    }
  }

  private static BigDecimal amount(CSVRecord line, String text) {
    String plain = text.replace(",", "");
    if (!AMOUNT.matcher(plain).matches()) {
      throw unreadable(line, "its total is no amount such as 129.00");
    }
    return new BigDecimal(plain).abs();
  }

  private static Optional<String> cell(CSVRecord line, Map<String, String> columns, String column) {
    String name = columns.get(column);
    return name == null || !line.isSet(name) || line.get(name).isBlank()
        ? Optional.empty()
        : Optional.of(line.get(name));
  }

  private static RuntimeException unreadable(CSVRecord line, String why) {
    return INVALID_REQUEST.because(
        "Line %d can't be compared: %s. Nothing was compared."
            .formatted(line.getRecordNumber() + 1, why));
  }
}
