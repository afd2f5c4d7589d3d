package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recording.CustomerImports;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/complaints/import")
@Tag(name = "Complaints")
@ImportExample(
    """
    {"externalId":"K9001","customerExternalId":"C0007","receivedAt":"{today-10}T14:00:00Z","severity":"LOW","cause":"SCHEDULE"}
    """)
class ComplaintImportResource extends ImportResource<ComplaintLine> {
  private final CustomerImports imports;
  private final ImportingComplaints importing;

  ComplaintImportResource(BulkImport bulk, CustomerImports imports, ImportingComplaints importing) {
    super(bulk);
    this.imports = imports;
    this.importing = importing;
  }

  @Override
  protected Importer<ComplaintLine> importer() {
    return imports.importer(importing);
  }
}
