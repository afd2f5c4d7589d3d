package io.familiarface.jobs.agreement;

import io.familiarface.jobs.customer.Customers;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/agreements/import")
@Tag(name = "Agreements")
@ImportExample(
    """
    {"externalId":"A9001","customerExternalId":"C0007","program":"Yearly termite inspection","recurrence":"FREQ=YEARLY","startsOn":"{today-200}","price":{"amount":"180.00","currency":"USD"},"technicianExternalId":"T0003"}
    """)
class AgreementImportResource extends ImportResource<AgreementLine> {
  private final Agreements agreements;
  private final Customers customers;
  private final Technicians technicians;
  private final SigningAgreement signing;
  private final AgreementNews news;

  AgreementImportResource(
      BulkImport imports,
      Agreements agreements,
      Customers customers,
      Technicians technicians,
      SigningAgreement signing,
      AgreementNews news) {
    super(imports);
    this.agreements = agreements;
    this.customers = customers;
    this.technicians = technicians;
    this.signing = signing;
    this.news = news;
  }

  @Override
  protected Importer<AgreementLine> importer() {
    return new AgreementLines(agreements, customers, technicians, signing, news);
  }
}
