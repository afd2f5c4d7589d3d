package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.technicianchange.UsualTechnician;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Whom an agreement sends: by the one rule of technician changes, walked over what was said for
 * good. Nobody is sent on a guess, so visits of unknown permanence don't count here.
 */
@ApplicationScoped
public class UsualTechnicians {
  private final Visits visits;
  private final VisitPublisher publisher;

  UsualTechnicians(Visits visits, VisitPublisher publisher) {
    this.visits = visits;
    this.publisher = publisher;
  }

  /** Who would usually come to a visit at this instant. */
  public UUID at(Agreement agreement, Instant at) {
    if (agreement.usualSince() == null || agreement.usualSince().isBefore(at)) {
      return agreement.usualTechnicianId();
    }
    UsualTechnician<UUID> usual = atStartOf(agreement);
    for (Visit handOver : visits.handOvers(agreement.id())) {
      if (handOver.scheduledAt.isBefore(at)) {
        usual = usual.after(handOver.asCompleted()).usual();
      }
    }
    return usual.usual();
  }

  /** Who comes to a visit that is being planned: who usually would, or who takes over with it. */
  UUID comingAt(Agreement agreement, Instant at) {
    return agreement.takesOverAt(at).orElseGet(() -> at(agreement, at));
  }

  /** Lets a visit that is being planned hand over, if somebody takes over with it. */
  public void handOver(Agreement agreement, Visit visit) {
    agreement
        .takesOverAt(visit.scheduledAt)
        .ifPresent(
            successor -> {
              visit.assign(
                  new Substitution(
                      successor, ChangeReason.LEFT_COMPANY, Permanence.FOR_GOOD, Notice.UNKNOWN));
              agreement.handedOver(visit.scheduledAt);
            });
  }

  /**
   * Lets the agreement, and its planned visits after {@code from}, follow the hand-overs as they
   * stand now. Called when a hand-over was made, changed or undone at {@code from}.
   */
  public void replan(Agreement agreement, Instant from) {
    replan(agreement, from, null);
  }

  /**
   * As {@link #replan(Agreement, Instant)}, where somebody stands in at the visit at {@code from}
   * with which another was to take over: they do so with the next one that they would have made, or
   * with the next that is planned.
   */
  public void passOn(Agreement agreement, Instant from, Substitution handOver) {
    replan(agreement, from, handOver);
  }

  private void replan(Agreement agreement, Instant from, Substitution passedOn) {
    UsualTechnician<UUID> last = atStartOf(agreement);
    UsualTechnician<UUID> then = last;
    Instant since = null;
    for (Visit handOver : visits.handOvers(agreement.id())) {
      last = last.after(handOver.asCompleted()).usual();
      since = handOver.scheduledAt;
      then = since.isAfter(from) ? then : last;
    }
    agreement.setUsual(last.usual(), since);
    Substitution waiting = passedOn;
    List<VisitPublisher.Change> followed = new ArrayList<>();
    for (Visit visit : visits.plannedAfter(agreement.id(), from)) {
      VisitSnapshot before = visit.snapshot();
      boolean follows = visit.replanFor(then.usual());
      if (waiting != null && visit.isOwn()) {
        // As if the usual technician were to come, so that the customer is told who does.
        before = visit.snapshot();
        visit.assign(waiting);
        if (since == null || since.isBefore(visit.scheduledAt)) {
          agreement.setUsual(waiting.technicianId(), visit.scheduledAt);
        }
        follows = true;
      }
      if (follows) {
        followed.add(new VisitPublisher.Change(visit, before));
      }
      if (visit.isHandOver()) {
        waiting = null;
        then = then.after(visit.asCompleted()).usual();
      }
    }
    if (waiting != null) {
      agreement.handOver(waiting.technicianId(), from);
    }
    publisher.changed(followed, "visit.follows-usual-technician");
  }

  private static UsualTechnician<UUID> atStartOf(Agreement agreement) {
    return UsualTechnician.startingWith(agreement.startingTechnicianId());
  }
}
