package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.technicianchange.UsualTechnician;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return takesOverAt(agreement, at).orElseGet(() -> at(agreement, at));
  }

  /**
   * Whoever is to, with the first visit since the other is gone; or whoever does with a later one,
   * for no visit in between is that other's any more.
   */
  private Optional<UUID> takesOverAt(Agreement agreement, Instant at) {
    if (agreement.nextFrom() == null || at.isBefore(agreement.nextFrom())) {
      return Optional.empty();
    }
    if (agreement.nextTechnicianId().isPresent() || !at.isBefore(agreement.usualSince())) {
      return agreement.nextTechnicianId();
    }
    return handOverOfNext(agreement)
        .filter(handOver -> at.isBefore(handOver.scheduledAt))
        .map(handOver -> handOver.technicianId);
  }

  /** The visit with which somebody took over from who is gone; empty if none is planned. */
  public Optional<Visit> handOverOfNext(Agreement agreement) {
    return agreement.nextFrom() == null || agreement.nextTechnicianId().isPresent()
        ? Optional.empty()
        : visits.handOvers(agreement.id()).stream()
            .filter(handOver -> !handOver.scheduledAt.isBefore(agreement.nextFrom()))
            .findFirst();
  }

  /**
   * Lets a visit that is being planned hand over, if somebody takes over with it.
   *
   * @return whether it does so before another: {@link #replan} once it is written
   */
  public boolean handOver(Agreement agreement, Visit visit) {
    Instant at = visit.scheduledAt;
    Optional<UUID> successor = takesOverAt(agreement, at);
    if (successor.isEmpty()) {
      return false;
    }
    visit.assign(
        new Substitution(
            successor.get(), ChangeReason.LEFT_COMPANY, Permanence.FOR_GOOD, Notice.UNKNOWN));
    agreement.handedOver();
    if (agreement.usualSince() != null && agreement.usualSince().isAfter(at)) {
      return true;
    }
    agreement.setUsual(successor.get(), at);
    return false;
  }

  /**
   * Lets the agreement, and its planned visits after {@code from}, follow the hand-overs as they
   * stand now. Called when a hand-over was made, changed or undone at {@code from}.
   */
  public void replan(Agreement agreement, Instant from) {
    replan(agreement, from, null);
  }

  /**
   * Follows a visit that has changed, if it hands over or did. Where somebody stands in at it for
   * whoever was to take over, or nobody came, they do so with the next one that they would have
   * made, or with the next that is planned.
   *
   * @param handOver who took over with it before it changed
   * @param from when it is or was, whichever is earlier
   */
  public void follow(
      Agreement agreement, Visit visit, Optional<Substitution> handOver, Instant from) {
    if (handOver.filter(visit::leavesToLater).isPresent()) {
      replan(agreement, from, handOver.get());
    } else if (handOver.isPresent() || visit.isHandOver()) {
      replan(agreement, from);
    }
  }

  /** The visit with which somebody took over from who is gone is withdrawn: a later one does. */
  public void handOverLater(Agreement agreement, Visit withdrawn) {
    replan(
        agreement,
        withdrawn.scheduledAt,
        new Substitution(
            withdrawn.technicianId, withdrawn.changeReason, withdrawn.permanence, Notice.UNKNOWN));
  }

  private void replan(Agreement agreement, Instant from, Substitution passedOn) {
    UsualTechnician<UUID> last = atStartOf(agreement);
    UsualTechnician<UUID> then = last;
    Instant since = null;
    boolean gone = passedOn != null || agreement.nextTechnicianId().isPresent();
    Instant goneSince = agreement.nextFrom();
    for (Visit handOver : visits.handOvers(agreement.id())) {
      if (goneSince != null
          && !handOver.scheduledAt.isBefore(goneSince)
          && handOver.scheduledAt.isBefore(from)) {
        // Of somebody before, from whom another has taken over.
        goneSince = null;
      }
      last = last.after(handOver.asCompleted()).usual();
      since = handOver.scheduledAt;
      then = since.isAfter(from) ? then : last;
      gone |= agreement.nextFrom() != null && !since.isBefore(agreement.nextFrom());
    }
    if (!gone) {
      agreement.nobodyIsGone();
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
    if (passedOn != null) {
      agreement.goneSince(goneSince == null ? from : goneSince);
    }
    publisher.changed(followed, "visit.follows-usual-technician");
  }

  private static UsualTechnician<UUID> atStartOf(Agreement agreement) {
    return UsualTechnician.startingWith(agreement.startingTechnicianId());
  }
}
