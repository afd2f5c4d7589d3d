package io.familiarface.customers.trait;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.question.Question;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is particular about each customer. */
@ApplicationScoped
public class Traits {

  /** As they are shown: pinned ones first, then the newest. */
  private static final String IN_ORDER =
      "from Trait t where t.customerId = :customer order by t.pinned desc, t.heardAt desc, t.id desc";

  /** All traits of the customer whose id is the parameter, in the same order. */
  public static final Question<TraitView> OF_CUSTOMER =
      new Question<>(
          """
          select id, external_id, customer_id, category, pinned, text, heard_by, heard_at, standing,
            said
          from trait where customer_id = ?
          order by pinned desc, heard_at desc, id desc""",
          TraitView::from);

  private final EntityManager entities;

  Traits(EntityManager entities) {
    this.entities = entities;
  }

  /** All traits of a customer, pinned ones first, then the newest. */
  public List<TraitView> of(UUID customerId) {
    return entities
        .createQuery(IN_ORDER, Trait.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(TraitView::from)
        .toList();
  }

  Page<TraitView> page(UUID customerId, PageRequest page) {
    return Page.of(
        rows(customerId, page),
        page,
        trait -> Key.of(trait.pinned, trait.heardAt, trait.id),
        TraitView::from);
  }

  @SuppressWarnings("unchecked")
  private List<Trait> rows(UUID customerId, PageRequest page) {
    var after = page.after();
    var select =
        entities
            .createNativeQuery(
                """
                select * from trait
                where customer_id = :customer
                %s
                order by pinned desc, heard_at desc, id desc
                limit :limit"""
                    .formatted(
                        after.isPresent()
                            ? "and (pinned, heard_at, id) < (:pinned, :heardAt, :last)"
                            : ""),
                Trait.class)
            .setParameter("customer", customerId)
            .setParameter("limit", page.limit() + 1);
    after.ifPresent(
        key ->
            select
                .setParameter("pinned", Boolean.valueOf(key.text(0)))
                .setParameter("heardAt", key.instant(1))
                .setParameter("last", key.uuid(2)));
    return select.getResultList();
  }

  Trait get(UUID customerId, Ref ref) {
    return ref.id()
        .flatMap(id -> Optional.ofNullable(entities.find(Trait.class, id)))
        .filter(trait -> trait.customerId.equals(customerId))
        .or(() -> ref.externalId().flatMap(key -> withExternalId(customerId, key)))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_TRAIT.because(
                    "This customer has no trait "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/traits."));
  }

  Optional<Trait> withExternalId(UUID customerId, String externalId) {
    return entities
        .createQuery(
            "from Trait t where t.customerId = :customer and t.externalId = :key", Trait.class)
        .setParameter("customer", customerId)
        .setParameter("key", externalId)
        .getResultStream()
        .findFirst();
  }

  void add(Trait trait) {
    entities.persist(trait);
    entities.flush();
  }

  void remove(Trait trait) {
    entities.remove(trait);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }
}
