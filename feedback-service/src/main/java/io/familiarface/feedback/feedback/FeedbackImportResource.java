package io.familiarface.feedback.feedback;

import io.familiarface.feedback.recording.CustomerImports;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/feedback/import")
@Tag(name = "Feedback")
@ImportExample(
    """
    {"externalId":"F9001","customerExternalId":"C0007","at":"{today-10}T14:00:00Z","csat":2}
    """)
class FeedbackImportResource extends ImportResource<FeedbackLine> {
  private final CustomerImports imports;
  private final ImportingFeedback importing;

  FeedbackImportResource(BulkImport bulk, CustomerImports imports, ImportingFeedback importing) {
    super(bulk);
    this.imports = imports;
    this.importing = importing;
  }

  @Override
  protected Importer<FeedbackLine> importer() {
    return imports.importer(importing);
  }
}
