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
 * The columns of QuickBooks Online's import of invoices, amounts without tax, dates as in its
 * American edition. A credit memo has negative amounts and names its invoice in the memo.
 */
final class QuickBooksCsvFormat implements DocumentWriter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  private static final String[] HEADER = {
    "*InvoiceNo", "*Customer", "*InvoiceDate", "*DueDate", "Terms", "Memo",
    "Item(Product/Service)", "ItemDescription", "ItemQuantity", "ItemRate", "*ItemAmount", "Taxable"
  };

  private final CSVPrinter csv;

  QuickBooksCsvFormat(Writer out) throws IOException {
    csv = CsvCells.printer(out, HEADER);
  }

  @Override
  public void write(ExportedDocument exported) throws IOException {
    DocumentView document = exported.document();
    LocalDate due = document.dueOn() == null ? document.issuedOn() : document.dueOn();
    for (DocumentLine line : document.lines()) {
      CsvCells.row(
          csv,
          Arrays.asList(
              document.number(),
              words(exported.buyer().name()),
              DAY.format(document.issuedOn()),
              DAY.format(due),
              "",
              document.isInvoice() ? "" : "Credit memo on " + document.credit().credits(),
              words(line.bookedAs()),
              words(line.description()),
              line.quantity().toPlainString(),
              exported.signed(line.unitPrice().amount()),
              exported.signed(line.amount().amount()),
              line.tax().rate().signum() == 0 ? "N" : "Y"));
    }
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
