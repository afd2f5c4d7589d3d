package io.familiarface.rest.bulk;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.limit.StreamedBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * {@code POST /v1/<collection>/import}. A service extends it with a class that has the path, a tag
 * and an {@link ImportExample}; all else that its document says is alike for every import.
 *
 * @param <T> the record of one line
 */
public abstract class ImportResource<T> implements StreamedBody {
  private final BulkImport imports;

  protected ImportResource(BulkImport imports) {
    this.imports = imports;
  }

  /** A new one for each import: it may remember what it looked up for the present chunk. */
  protected abstract Importer<T> importer();

  @POST
  @Consumes({BulkImport.NDJSON, BulkImport.CSV})
  @Produces(BulkImport.NDJSON)
  @RolesAllowed({ADMIN, MANAGER})
  public Response importLines(
      InputStream lines,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "true: say what would happen, and change nothing.")
          boolean dryRun) {
    return imports.run(lines, contentType, dryRun, importer());
  }
}
