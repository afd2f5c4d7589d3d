package io.familiarface.jobs.technician;

import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians/import")
@Tag(name = "Technicians")
@ImportExample(
    """
    {"externalId":"T9001","name":"Ben Ortiz","hiredOn":"2023-04-01","branch":"north","skills":["rodents"]}
    """)
class TechnicianImportResource extends ImportResource<TechnicianLine> {
  private final ImportingTechnicians importing;

  TechnicianImportResource(BulkImport imports, ImportingTechnicians importing) {
    super(imports);
    this.importing = importing;
  }

  @Override
  protected Importer<TechnicianLine> importer() {
    return importing;
  }
}
