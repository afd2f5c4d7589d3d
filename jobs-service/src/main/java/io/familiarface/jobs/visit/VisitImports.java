package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Technicians;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins an import of visits, with what it needs at hand. */
@ApplicationScoped
class VisitImports {
  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final HandOvers handOvers;
  private final Slots slots;
  private final VisitNews news;
  private final CompanyCalendar calendar;

  VisitImports(
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      HandOvers handOvers,
      Slots slots,
      VisitNews news,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.handOvers = handOvers;
    this.slots = slots;
    this.news = news;
    this.calendar = calendar;
  }

  VisitLines begin() {
    VisitChunk chunk = new VisitChunk(visits, agreements, technicians);
    return new VisitLines(visits, chunk, handOvers, slots, news, calendar);
  }
}
