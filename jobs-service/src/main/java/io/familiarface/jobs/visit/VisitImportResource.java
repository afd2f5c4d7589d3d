package io.familiarface.jobs.visit;

import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/import")
@Tag(name = "Visits")
@ImportExample(
    value =
        """
        {"externalId":"V9001","agreementExternalId":"A0007","scheduledAt":"{today-3}T14:00:00Z","outcome":"COMPLETED","technicianExternalId":"T0003","windowMinutes":120,"arrivedAt":"{today-3}T15:10:00Z","checklist":["Bait stations refilled"],"checklistDone":["Bait stations refilled"]}
        """,
    note =
        "Imported visits take the places that their agreement's rule has for them, so that the planner doesn't make them twice.")
class VisitImportResource extends ImportResource<VisitLine> {
  private final ImportingVisits importing;

  VisitImportResource(BulkImport imports, ImportingVisits importing) {
    super(imports);
    this.importing = importing;
  }

  @Override
  protected Importer<VisitLine> importer() {
    return importing;
  }
}
