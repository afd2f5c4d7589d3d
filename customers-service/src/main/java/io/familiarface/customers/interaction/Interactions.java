package io.familiarface.customers.interaction;

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

/** The talks with each customer. */
@ApplicationScoped
public class Interactions {

  /** The last talk, with the customer whose id is the parameter, of which the mood was noted. */
  public static final Question<LatestMood> LAST_MOOD =
      new Question<>(
          """
          select mood, at, channel, id from interaction
          where customer_id = ? and mood is not null
          order by at desc, id desc limit 1""",
          LatestMood::from);

  private final EntityManager entities;

  Interactions(EntityManager entities) {
    this.entities = entities;
  }

  /** The talks of a customer whose mood was noted, newest first. */
  public List<InteractionView> withMood(UUID customerId) {
    return entities
        .createQuery(
            """
            from Interaction i
            where i.customerId = :customer and i.mood is not null
            order by i.at desc, i.id desc""",
            Interaction.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(InteractionView::from)
        .toList();
  }

  Page<InteractionView> page(UUID customerId, PageRequest page) {
    return Page.of(
        rows(customerId, page), page, talk -> Key.of(talk.at, talk.id), InteractionView::from);
  }

  @SuppressWarnings("unchecked")
  private List<Interaction> rows(UUID customerId, PageRequest page) {
    var after = page.after();
    var select =
        entities
            .createNativeQuery(
                """
                select * from interaction
                where customer_id = :customer
                %s
                order by at desc, id desc
                limit :limit"""
                    .formatted(after.isPresent() ? "and (at, id) < (:at, :last)" : ""),
                Interaction.class)
            .setParameter("customer", customerId)
            .setParameter("limit", page.limit() + 1);
    after.ifPresent(
        key -> select.setParameter("at", key.instant(0)).setParameter("last", key.uuid(1)));
    return select.getResultList();
  }

  Interaction get(UUID customerId, Ref ref) {
    return ref.id()
        .flatMap(id -> Optional.ofNullable(entities.find(Interaction.class, id)))
        .filter(talk -> talk.customerId.equals(customerId))
        .or(() -> ref.externalId().flatMap(key -> withExternalId(customerId, key)))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_INTERACTION.because(
                    "This customer has no interaction "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/interactions."));
  }

  Optional<Interaction> withExternalId(UUID customerId, String externalId) {
    return entities
        .createQuery(
            "from Interaction i where i.customerId = :customer and i.externalId = :key",
            Interaction.class)
        .setParameter("customer", customerId)
        .setParameter("key", externalId)
        .getResultStream()
        .findFirst();
  }

  void add(Interaction talk) {
    entities.persist(talk);
    entities.flush();
  }
}
