package io.familiarface.jobs.accounting.export;

import static io.familiarface.jobs.accounting.export.CsvCells.words;

import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentView;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.apache.commons.csv.CSVPrinter;

/**
 * The columns of Xero's import of sales invoices, amounts without tax; what has a negative amount
 * becomes a credit note there.
 */
final class XeroCsvFormat implements DocumentWriter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final String[] HEADER = {
    "*ContactName",
    "*InvoiceNumber",
    "*InvoiceDate",
    "*DueDate",
    "*Description",
    "*Quantity",
    "*UnitAmount",
    "*AccountCode",
    "*TaxType"
  };

  private final CSVPrinter csv;
  private final ExportSettings settings;

  XeroCsvFormat(Writer out, ExportSettings settings) throws IOException {
    this.csv = CsvCells.printer(out, HEADER);
    this.settings = settings;
  }

  @Override
  public void write(ExportedDocument exported) throws IOException {
    DocumentView document = exported.document();
    LocalDate due = document.dueOn() == null ? document.issuedOn() : document.dueOn();
    for (DocumentLine line : document.lines()) {
      CsvCells.row(
          csv,
          Arrays.asList(
              words(exported.buyer().name()),
              document.number(),
              DAY.format(document.issuedOn()),
              DAY.format(due),
              words(line.description()),
              line.quantity().toPlainString(),
              exported.signed(line.unitPrice().amount()),
              settings.accountOf(line.bookedAs()),
              settings.taxCodeOf(line.tax().rate())));
    }
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
