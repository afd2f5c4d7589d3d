package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentSelection;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.jobs.customer.CustomerCopies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Every line of every document, with all that is known of it. PostgreSQL writes it: a hundred
 * thousand documents that pass through objects take many times as long.
 */
final class CsvLines {
  private static final String HEADER =
      "number,kind,state,customerId,customerExternalId,customerName,issuedOn,dueOn,currency,line,"
          + "description,quantity,unitPrice,amount,taxRate,taxAmount,net,tax,total,credits,"
          + "agreementId,visitId\n";

  private static final String SELECT =
      """
      select d.number, d.kind, d.state, d.customer_id, %s, %s, d.issued_on, d.due_on, d.currency,
        line.n, %s, line.of ->> 'quantity', line.of #>> '{unitPrice,amount}',
        line.of #>> '{amount,amount}', line.of #>> '{tax,rate}', line.of #>> '{tax,amount,amount}',
        d.net, d.tax, d.total, d.credits, d.agreement_id, d.visit_id
      from %s d
      left join %s c on c.id = d.customer_id and c.name is not null
      cross join lateral jsonb_array_elements(d.lines) with ordinality line (of, n)"""
          .formatted(
              CsvCells.wordsOf("c.external_id"),
              CsvCells.wordsOf("coalesce(c.name, 'Customer ' || d.customer_id)"),
              CsvCells.wordsOf("line.of ->> 'description'"),
              OutgoingDocuments.TABLE,
              CustomerCopies.SUMMARIES);

  private CsvLines() {}

  static void write(OutgoingDocuments documents, DocumentSelection selection, OutputStream out)
      throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    documents.writeCsv(SELECT, "line.n", selection, out);
    out.flush();
  }
}
