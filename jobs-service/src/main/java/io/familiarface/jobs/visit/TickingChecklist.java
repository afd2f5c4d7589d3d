package io.familiarface.jobs.visit;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The office says what is to be done at a visit; whoever is there ticks what is done. */
@ApplicationScoped
class TickingChecklist {
  private final LockedVisits visits;
  private final VisitViews views;
  private final Caller caller;

  TickingChecklist(LockedVisits visits, VisitViews views, Caller caller) {
    this.visits = visits;
    this.views = views;
    this.caller = caller;
  }

  @Transactional
  VisitView set(Ref ref, String ifMatch, List<ChecklistItem> items) {
    LockedVisit locked = visits.lock(ref);
    Visit visit = locked.visit();
    ETags.requireMatch(ifMatch, visit.id, visit.version, () -> locked.view().tag());
    // What somebody forgot to tick is ticked afterwards.
    if (visit.state != VisitState.COMPLETED) {
      visit.requirePlanned();
    }
    if (caller.technicianId().isPresent()
        && !Checklist.texts(items).equals(Checklist.texts(visit.checklist))) {
      throw CommonProblem.FORBIDDEN.at(
          "/checklist", "Technicians tick what is on the list. Ask the office to change it.");
    }
    if (items.equals(visit.checklist)) {
      return locked.view();
    }
    VisitSnapshot before = visit.snapshot();
    visit.checklist = items;
    visits.saveChecklist(locked, before);
    return views.of(visit.id);
  }
}
