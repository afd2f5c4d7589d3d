package io.familiarface.jobs.accounting;

import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/accounting/payments/import")
@Tag(name = "Accounting")
@ImportExample(
    """
    {"document":"INV-{year-40}-000003","amount":{"amount":"5.00","currency":"USD"},"paidOn":"{today-2}","reference":"BANK-0003"}
    """)
class PaymentImportResource extends ImportResource<NewPayment> {
  private final ImportingPayments importing;

  PaymentImportResource(BulkImport imports, ImportingPayments importing) {
    super(imports);
    this.importing = importing;
  }

  @Override
  protected Importer<NewPayment> importer() {
    return importing;
  }
}
