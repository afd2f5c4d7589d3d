package io.familiarface.customers.visit;

import io.familiarface.customers.visit.JobsNews.Agreed;
import io.familiarface.customers.visit.JobsNews.Visited;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The walk along the visits that one transaction takes in: everything it needs is read at once. */
final class WalkingAlong {

  private final EntityManager entities;
  private final Map<UUID, VisitCopy> visits;
  private final Map<UUID, AgreementCopy> agreements;
  private final Set<AgreementCopy> toWalkAnew = new LinkedHashSet<>();
  private final Set<UUID> otherThanBefore = new HashSet<>();

  private WalkingAlong(
      EntityManager entities, Map<UUID, VisitCopy> visits, Map<UUID, AgreementCopy> agreements) {
    this.entities = entities;
    this.visits = visits;
    this.agreements = agreements;
  }

  static WalkingAlong load(EntityManager entities, List<JobsNews> news) {
    Stream<UUID> visitIds =
        news.stream()
            .filter(Visited.class::isInstance)
            .map(one -> ((Visited) one).event().visitId());
    Stream<UUID> agreementIds = news.stream().map(JobsNews::agreementId).filter(Objects::nonNull);
    return new WalkingAlong(
        entities,
        byId(
            entities,
            "select * from visit_copy where id = any(:ids)",
            VisitCopy.class,
            visitIds,
            visit -> visit.id),
        byId(
            entities,
            "select * from agreement_copy where id = any(:ids)",
            AgreementCopy.class,
            agreementIds,
            agreement -> agreement.id));
  }

  void take(JobsNews news) {
    if (news instanceof Agreed agreed) {
      agreed(agreed.event(), agreed.cancelled());
    } else if (news instanceof Visited visited) {
      visited(visited.event(), visited.state());
    }
  }

  /** Walks again what could not be walked on; answers to whom it is not as it was before. */
  Set<UUID> finish() {
    toWalkAnew.forEach(this::walkAnew);
    return otherThanBefore;
  }

  private void agreed(AgreementEvent event, boolean cancelled) {
    AgreementCopy agreement = agreement(event.agreementId(), event.customerId());
    if (agreement.revision >= event.revision()) {
      return;
    }
    if (cancelled) {
      agreement.cancelled(event);
    } else if (agreement.become(event)) {
      toWalkAnew.add(agreement);
    }
  }

  private void visited(VisitEvent event, VisitState state) {
    VisitCopy visit = visits.get(event.visitId());
    boolean isNew = visit == null;
    if (isNew) {
      visit = new VisitCopy(event.visitId());
    } else if (visit.revision >= event.revision()) {
      return;
    }
    boolean wasCompleted = visit.isCompleted();
    visit.become(event, state);
    if (isNew) {
      entities.persist(visit);
      visits.put(visit.id, visit);
    }
    if (visit.agreementId != null && (wasCompleted || visit.isCompleted())) {
      walk(visit, wasCompleted);
    }
  }

  private void walk(VisitCopy visit, boolean wasCompleted) {
    AgreementCopy agreement = agreement(visit.agreementId, visit.customerId);
    if (wasCompleted || !agreement.comesAfterAllOthers(visit)) {
      toWalkAnew.add(agreement);
    } else if (agreement.walkOn(visit)) {
      otherThanBefore.add(agreement.customerId);
    }
  }

  private void walkAnew(AgreementCopy agreement) {
    agreement.startAnew();
    entities
        .createQuery(
            """
            from VisitCopy v
            where v.agreementId = :agreement and v.state = COMPLETED
            order by v.completedAt, v.id""",
            VisitCopy.class)
        .setParameter("agreement", agreement.id)
        .getResultList()
        .forEach(agreement::walkOn);
    otherThanBefore.add(agreement.customerId);
  }

  /** The agreement, or a blank one that its own event will fill in. */
  private AgreementCopy agreement(UUID id, UUID customerId) {
    return agreements.computeIfAbsent(
        id,
        unknown -> {
          var blank = new AgreementCopy(id, customerId);
          entities.persist(blank);
          return blank;
        });
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<UUID, T> byId(
      EntityManager entities, String sql, Class<T> type, Stream<UUID> ids, Function<T, UUID> id) {
    List<T> found =
        entities
            .createNativeQuery(sql, type)
            .setParameter("ids", ids.distinct().toArray(UUID[]::new))
            .getResultList();
    return found.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
