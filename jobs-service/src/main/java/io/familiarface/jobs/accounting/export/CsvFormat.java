package io.familiarface.jobs.accounting.export;

import static io.familiarface.jobs.accounting.export.CsvCells.words;

import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentView;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import org.apache.commons.csv.CSVPrinter;

/** Every line of every document, with all that is known of it. */
final class CsvFormat implements DocumentWriter {
  private static final String[] HEADER = {
    "number",
    "kind",
    "state",
    "customerId",
    "customerExternalId",
    "customerName",
    "issuedOn",
    "dueOn",
    "currency",
    "line",
    "description",
    "quantity",
    "unitPrice",
    "amount",
    "taxRate",
    "taxAmount",
    "net",
    "tax",
    "total",
    "credits",
    "agreementId",
    "visitId"
  };

  private final CSVPrinter csv;

  CsvFormat(Writer out) throws IOException {
    csv = CsvCells.printer(out, HEADER);
  }

  @Override
  public void write(ExportedDocument exported) throws IOException {
    DocumentView document = exported.document();
    int number = 0;
    for (DocumentLine line : document.lines()) {
      number++;
      CsvCells.row(
          csv,
          Arrays.asList(
              document.number(),
              document.kind(),
              document.state(),
              document.customerId(),
              words(exported.buyer().externalId()),
              words(exported.buyer().name()),
              document.issuedOn(),
              document.dueOn(),
              document.currency(),
              number,
              words(line.description()),
              line.quantity().toPlainString(),
              line.unitPrice().amount(),
              line.amount().amount(),
              line.tax().rate().toPlainString(),
              line.tax().amount().amount(),
              document.amounts().net().amount(),
              document.amounts().tax().amount(),
              document.amounts().total().amount(),
              document.credit().credits(),
              document.agreementId(),
              document.visitId()));
    }
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
