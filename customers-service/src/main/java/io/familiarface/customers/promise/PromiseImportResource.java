package io.familiarface.customers.promise;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.technician.TechnicianLookup;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/promises/import")
@Tag(name = "Promises")
@ImportExample(
    value =
        """
        {"externalId":"P9001","customerExternalId":"C0001","kind":"CALL_AHEAD","text":"We ring half an hour before we come.","madeBy":"Office","madeAt":"2025-01-06T09:00:00Z"}
        """,
    note = "The customers must be there already.")
class PromiseImportResource extends ImportResource<PromiseLine> {
  private final Customers customers;
  private final Promises promises;
  private final TechnicianLookup technicians;
  private final PromiseDecisions decisions;
  private final Clock clock;

  PromiseImportResource(
      BulkImport imports,
      Customers customers,
      Promises promises,
      TechnicianLookup technicians,
      PromiseDecisions decisions,
      Clock clock) {
    super(imports);
    this.customers = customers;
    this.promises = promises;
    this.technicians = technicians;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  protected Importer<PromiseLine> importer() {
    return new ImportingPromises(customers, promises, technicians, decisions, clock);
  }
}
