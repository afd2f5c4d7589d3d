package io.familiarface.jobs.accounting.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows of CSV as spreadsheets read them. */
final class CsvCells {
  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private CsvCells() {}

  static CSVPrinter printer(Writer out, String... header) throws IOException {
    return CSVFormat.RFC4180.builder().setHeader(header).get().print(out);
  }

  static void row(CSVPrinter printer, List<?> cells) throws IOException {
    printer.printRecord(cells);
  }

  /** SQL: as {@link #words}, of a text. */
  static String wordsOf(String sql) {
    return "case when (%1$s) ~ '^[=+@\\t\\r-]' then '''' || (%1$s) else %1$s end".formatted(sql);
  }

  /** Words that people chose: a spreadsheet must not take them for a formula. */
  static String words(String text) {
    return text != null && !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
