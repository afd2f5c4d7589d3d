package io.familiarface.jobs.cancellation;

import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cancellations/import")
@Tag(name = "Agreements")
@ImportExample(
    value =
        """
        {"agreementExternalId":"A0011","cancelledAt":"{today-2}T16:00:00Z","reason":"MOVED","words":"We are moving to my daughter's."}
        """,
    note = "A cancellation is found again by its agreement.")
class CancellationImportResource extends ImportResource<CancellationLine> {
  private final ImportingCancellations importing;

  CancellationImportResource(BulkImport imports, ImportingCancellations importing) {
    super(imports);
    this.importing = importing;
  }

  @Override
  protected Importer<CancellationLine> importer() {
    return importing;
  }
}
