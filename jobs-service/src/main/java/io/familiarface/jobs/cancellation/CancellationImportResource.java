package io.familiarface.jobs.cancellation;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
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
        {"agreementExternalId":"A0009","cancelledAt":"{today-2}T16:00:00Z","reason":"MOVED","words":"We are moving to my daughter's."}
        """,
    note = "A cancellation is found again by its agreement.")
class CancellationImportResource extends ImportResource<CancellationLines.Line> {
  private final CancellingAgreement cancelling;
  private final Cancellations cancellations;
  private final Agreements agreements;
  private final CompanyCalendar calendar;

  CancellationImportResource(
      BulkImport imports,
      CancellingAgreement cancelling,
      Cancellations cancellations,
      Agreements agreements,
      CompanyCalendar calendar) {
    super(imports);
    this.cancelling = cancelling;
    this.cancellations = cancellations;
    this.agreements = agreements;
    this.calendar = calendar;
  }

  @Override
  protected Importer<CancellationLines.Line> importer() {
    return new CancellationLines(cancelling, cancellations, agreements, calendar);
  }
}
