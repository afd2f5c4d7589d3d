package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Technicians;
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
        {"externalId":"V9001","agreementExternalId":"A0007","scheduledAt":"{today-3}T14:00:00Z","outcome":"COMPLETED","technicianExternalId":"T0003"}
        """,
    note =
        "Imported visits take the places that their agreement's rule has for them, so that the planner doesn't make them twice.")
class VisitImportResource extends ImportResource<VisitLine> {
  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final HandOvers handOvers;
  private final Slots slots;
  private final VisitNews news;
  private final CompanyCalendar calendar;

  VisitImportResource(
      BulkImport imports,
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      HandOvers handOvers,
      Slots slots,
      VisitNews news,
      CompanyCalendar calendar) {
    super(imports);
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.handOvers = handOvers;
    this.slots = slots;
    this.news = news;
    this.calendar = calendar;
  }

  @Override
  protected Importer<VisitLine> importer() {
    return new VisitLines(
        visits, new VisitChunk(visits, agreements, technicians), handOvers, slots, news, calendar);
  }
}
