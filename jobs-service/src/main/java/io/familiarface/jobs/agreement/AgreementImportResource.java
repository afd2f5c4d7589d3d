package io.familiarface.jobs.agreement;

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
  private final ImportingAgreements importing;

  AgreementImportResource(BulkImport imports, ImportingAgreements importing) {
    super(imports);
    this.importing = importing;
  }

  @Override
  protected Importer<AgreementLine> importer() {
    return importing;
  }
}
