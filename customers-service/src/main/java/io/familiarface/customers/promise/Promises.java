package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.TakenKey;
import io.familiarface.customers.question.Question;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was promised to each customer. */
@ApplicationScoped
public class Promises {

  /** All promises made to the customer whose id is the parameter, newest first. */
  public static final Question<PromiseView> OF_CUSTOMER =
      new Question<>(
          """
          select p.*,
            array(select b.at from promise_breach b where b.promise_id = p.id order by b.ordinal)
              as breached_at,
            array(select b.visit_id from promise_breach b where b.promise_id = p.id
              order by b.ordinal) as breached_by
          from promise p where p.customer_id = ?
          order by p.made_at desc, p.id desc""",
          PromiseView::from);

  private final EntityManager entities;

  Promises(EntityManager entities) {
    this.entities = entities;
  }

  /** All promises made to a customer, newest first. */
  public List<PromiseView> of(UUID customerId) {
    return allOf(Set.of(customerId)).stream().map(PromiseView::from).toList();
  }

  /** All promises made to these customers, newest first for each. */
  @SuppressWarnings("unchecked")
  List<Promise> allOf(Set<UUID> customerIds) {
    return entities
        .createNativeQuery(
            """
            select * from promise where customer_id = any(:customers)
            order by customer_id, made_at desc, id desc""",
            Promise.class)
        .setParameter("customers", customerIds.toArray(UUID[]::new))
        .getResultList();
  }

  List<Promise> withExternalIds(Collection<String> externalIds) {
    return entities
        .createQuery("from Promise p where p.externalId in :externalIds", Promise.class)
        .setParameter("externalIds", externalIds)
        .getResultList();
  }

  /** Standing promises whose end has passed. */
  List<Promise> runOut(Instant now, int atMost) {
    return entities
        .createQuery(
            """
            from Promise p
            where p.state = STANDING and p.validUntil <= :now
            order by p.validUntil""",
            Promise.class)
        .setParameter("now", now)
        .setMaxResults(atMost)
        .getResultList();
  }

  Page<PromiseView> page(UUID customerId, PageRequest page) {
    return Page.of(
        rows(customerId, page),
        page,
        promise -> Key.of(promise.madeAt, promise.id),
        PromiseView::from);
  }

  @SuppressWarnings("unchecked")
  private List<Promise> rows(UUID customerId, PageRequest page) {
    var after = page.after();
    var select =
        entities
            .createNativeQuery(
                """
                select * from promise
                where customer_id = :customer
                %s
                order by made_at desc, id desc
                limit :limit"""
                    .formatted(after.isPresent() ? "and (made_at, id) < (:madeAt, :last)" : ""),
                Promise.class)
            .setParameter("customer", customerId)
            .setParameter("limit", page.limit() + 1);
    after.ifPresent(
        key -> select.setParameter("madeAt", key.instant(0)).setParameter("last", key.uuid(1)));
    return select.getResultList();
  }

  Promise get(UUID customerId, Ref ref) {
    return find(ref)
        .filter(promise -> promise.customerId.equals(customerId))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_PROMISE.because(
                    "This customer was made no promise "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/promises."));
  }

  Optional<Promise> find(Ref ref) {
    if (ref.id().isPresent()) {
      return Optional.ofNullable(entities.find(Promise.class, ref.id().get()));
    }
    return withExternalIds(List.of(ref.externalId().orElseThrow())).stream().findFirst();
  }

  void add(Promise promise) {
    entities.persist(promise);
  }

  /** Writes a promise now, so that the version is the one that a later reader sees. */
  void write(Promise promise) {
    try {
      entities.persist(promise);
      entities.flush();
    } catch (RuntimeException e) {
      throw TakenKey.isReasonOf(e) ? MakingPromise.taken(promise.externalId) : e;
    }
  }
}
