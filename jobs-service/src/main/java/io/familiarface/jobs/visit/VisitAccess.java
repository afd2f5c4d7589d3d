package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A technician sees and reports on own visits from yesterday to a week ahead, and sees those at
 * which they are to be introduced; no others.
 */
@ApplicationScoped
public class VisitAccess {
  private static final int DAYS_BACK = 1;
  private static final int DAYS_AHEAD = 7;

  private final Visits visits;
  private final Introductions introductions;
  private final Caller caller;
  private final CompanyCalendar calendar;

  VisitAccess(Visits visits, Introductions introductions, Caller caller, CompanyCalendar calendar) {
    this.visits = visits;
    this.introductions = introductions;
    this.caller = caller;
    this.calendar = calendar;
  }

  /** What a caller who is only a technician may see. */
  record Window(UUID technicianId, LocalDate from, LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /** Empty for a caller who may see every visit. */
  Optional<Window> window() {
    LocalDate today = calendar.today();
    return caller
        .technicianId()
        .map(id -> new Window(id, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)));
  }

  /**
   * The visit named in a path. A technician is told the same of one that is not to be seen and of
   * one that is not there.
   */
  public Visit get(Ref ref) {
    Reference reference = Reference.of(ref);
    return visible(visits.find(reference), reference);
  }

  /** As {@link #get}, and also for whoever is to be introduced there. */
  public Visit getToRead(Ref ref) {
    Reference reference = Reference.of(ref);
    Optional<Visit> found = visits.find(reference);
    Optional<Window> own = window();
    boolean introduced =
        own.isPresent()
            && found
                .filter(one -> own.get().holds(one.scheduledOn))
                .filter(one -> introductions.isIntroducedAt(one.id, own.get().technicianId()))
                .isPresent();
    return introduced ? found.get() : visible(found, reference);
  }

  /** What was found by a reference, as {@link #get} answers it. */
  Visit visible(Optional<Visit> found, Reference reference) {
    return window()
        .map(own -> visible(found, own))
        .or(() -> found)
        .orElseThrow(() -> Visits.unknown(reference));
  }

  private static Visit visible(Optional<Visit> visit, Window own) {
    return visit
        .filter(one -> own.technicianId().equals(one.technicianId))
        .filter(one -> one.state != VisitState.WITHDRAWN)
        .filter(one -> own.holds(one.scheduledOn))
        .orElseThrow(
            () ->
                JobsProblem.NOT_YOUR_VISIT.because(
                    "Technicians see their own visits from yesterday to a week ahead. Ask the"
                        + " office about others."));
  }
}
