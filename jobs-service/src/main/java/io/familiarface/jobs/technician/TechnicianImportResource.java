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
class TechnicianImportResource extends ImportResource<TechnicianLines.Line> {
  private final Technicians technicians;
  private final TechnicianNews news;

  TechnicianImportResource(BulkImport imports, Technicians technicians, TechnicianNews news) {
    super(imports);
    this.technicians = technicians;
    this.news = news;
  }

  @Override
  protected Importer<TechnicianLines.Line> importer() {
    return new TechnicianLines(technicians, news);
  }
}
