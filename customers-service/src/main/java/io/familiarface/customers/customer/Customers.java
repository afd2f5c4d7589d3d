package io.familiarface.customers.customer;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.TakenKey;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The customers there are.
 *
 * <p>Whoever changes anything of a customer holds the customer first: so changes of one customer
 * come one after the other, in the order in which they are published, and cannot deadlock.
 */
@ApplicationScoped
public class Customers {

  private final EntityManager entities;

  Customers(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The id of the customer meant.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none
   */
  public UUID idOf(Ref ref) {
    return find(ref).orElseThrow(() -> unknown(ref));
  }

  public Optional<UUID> find(Ref ref) {
    String condition = ref.id().isPresent() ? "c.id = :key" : "c.externalId = :key";
    Object key = ref.id().isPresent() ? ref.id().get() : ref.externalId().orElseThrow();
    return entities
        .createQuery("select c.id from Customer c where " + condition, UUID.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** The ids of the customers with these external ids, as far as there are any. */
  public Map<String, UUID> idsOf(Collection<String> externalIds) {
    return entities
        .createQuery(
            "select c.externalId, c.id from Customer c where c.externalId in :externalIds",
            Object[].class)
        .setParameter("externalIds", externalIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
  }

  /** Keeps others from changing anything of this customer until the transaction ends. */
  public UUID hold(Ref ref) {
    UUID id = idOf(ref);
    if (!hold(id)) {
      throw unknown(ref);
    }
    return id;
  }

  /** As {@link #hold(Ref)}; false when there is no such customer, or no longer. */
  public boolean hold(UUID id) {
    return !entities
        .createNativeQuery("select 1 from customer where id = :id for no key update")
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }

  /** Holds all of these, always in the same order; answers which of them there are. */
  @SuppressWarnings("unchecked")
  public Set<UUID> hold(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        entities
            .createNativeQuery(
                "select id from customer where id = any(:ids) order by id for no key update",
                UUID.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList());
  }

  public Optional<CustomerView> view(UUID id) {
    return Optional.ofNullable(entities.find(Customer.class, id)).map(CustomerView::from);
  }

  /** Counts a change of the customer or of anything of theirs. */
  public long nextRevision(UUID id) {
    entities.flush();
    return ((Number)
            entities
                .createNativeQuery(
                    "update customer set revision = revision + 1 where id = :id returning revision")
                .setParameter("id", id)
                .getSingleResult())
        .longValue();
  }

  /** Notes which photo there is now; null for none. */
  public void photographed(UUID id, String photoTag) {
    held(id).photoTag = photoTag;
  }

  Customer get(Ref ref) {
    return entities.find(Customer.class, idOf(ref));
  }

  /** The customer as of now, whom nobody else can change until the transaction ends. */
  Customer held(UUID id) {
    return entities.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  List<Customer> allOf(Collection<String> externalIds) {
    return entities
        .createQuery(
            "from Customer c where c.externalId in :externalIds order by c.id", Customer.class)
        .setParameter("externalIds", externalIds)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  void add(Customer customer) {
    entities.persist(customer);
  }

  /** Writes a customer now, so that the version is the one that a later reader sees. */
  void write(Customer customer) {
    try {
      entities.persist(customer);
      entities.flush();
    } catch (RuntimeException e) {
      throw TakenKey.isReasonOf(e) ? AddingCustomer.taken(customer.externalId) : e;
    }
  }

  /** 404: there is no such customer, or no longer. */
  public static RuntimeException unknown(Ref ref) {
    return CustomersProblem.NO_SUCH_CUSTOMER.because(
        "There is no customer " + ref + ". Look for them with GET /v1/customers?name=.");
  }
}
