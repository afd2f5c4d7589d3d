package io.familiarface.feedback.customer;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.history.MergedCustomers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds customers by id or external id: in the own copy first, else at customers-service. */
@ApplicationScoped
public class Customers {
  private final Database database;
  private final CustomerCopies copies;
  private final MergedCustomers merged;
  private final CustomerLocks locks;
  private final NeighbourLookup<Answer> owner;

  Customers(
      Database database,
      CustomerCopies copies,
      MergedCustomers merged,
      CustomerLocks locks,
      Neighbours neighbours) {
    this.database = database;
    this.merged = merged;
    this.copies = copies;
    this.locks = locks;
    this.owner =
        neighbours
            .lookup("customers", "customers", Answer.class, FeedbackProblem.NEIGHBOUR_AWAY)
            .whenFound(this::keep);
  }

  /** What customers-service answers. */
  record Answer(
      UUID id,
      String externalId,
      String name,
      String preferredName,
      String branch,
      String status,
      Instant createdAt) {

    CustomerCopy toCopy() {
      return new CustomerCopy(
          id,
          externalId,
          name,
          preferredName,
          branch,
          status == null ? "ACTIVE" : status,
          createdAt,
          null,
          CustomerCopy.ASKED_FOR);
    }
  }

  /** The customer a path names; 404 when nobody knows them. */
  public CustomerCopy require(Ref ref) {
    return ref.id()
        .flatMap(this::byId)
        .or(() -> ref.externalId().flatMap(this::byExternalId))
        .orElseThrow(
            () -> FeedbackProblem.NO_SUCH_CUSTOMER.because("There is no customer " + ref + "."));
  }

  /** Whom a list is asked about; null for everybody. */
  public UUID idOf(Ref ref) {
    return ref == null ? null : require(ref).id();
  }

  /** Their branches; whose is not known is missing. */
  public Map<UUID, String> branches(Collection<UUID> wanted) {
    record Branch(UUID id, String branch) {}
    return database
        .sql("select id, branch from customer_copy where id = any(:ids) and branch is not null")
        .bind("ids", wanted)
        .list(Branch.class)
        .stream()
        .collect(Collectors.toMap(Branch::id, Branch::branch));
  }

  /** Those of them whom the company has let go. */
  public Set<UUID> letGo(Collection<UUID> of) {
    return Set.copyOf(
        database
            .sql("select id from customer_copy where id = any(:ids) and status = 'LET_GO'")
            .bind("ids", of)
            .list(UUID.class));
  }

  /** The customer a body names by exactly one of two fields; 400 or 422 otherwise. */
  public CustomerCopy resolve(UUID id, String externalId) {
    requireOne(id, externalId);
    return id == null
        ? byExternalId(externalId)
            .orElseThrow(
                () ->
                    FeedbackProblem.UNKNOWN_CUSTOMER.at(
                        "/customerExternalId", "There is no customer " + externalId + "."))
        : byId(id)
            .orElseThrow(
                () ->
                    FeedbackProblem.UNKNOWN_CUSTOMER.at(
                        "/customerId", "There is no customer " + id + "."));
  }

  /** As {@link #resolve}, and nobody else changes anything of theirs until the transaction ends. */
  public CustomerCopy lock(UUID id, String externalId) {
    requireOne(id, externalId);
    RoundTrip trip = database.roundTrip();
    Supplier<Set<UUID>> present =
        id == null
            ? locks.lockFound(CustomerCopies.ID_BY_EXTERNAL_ID, trip)
            : locks.lock(List.of(id), trip);
    RoundTrip.Rows<CustomerCopy> known =
        id == null ? copies.byExternalId(externalId, trip) : copies.byIds(List.of(id), trip);
    trip.send();
    Set<UUID> locked = new HashSet<>(present.get());
    CustomerCopy customer = known.first().orElseGet(() -> resolve(id, externalId));
    if (locked.remove(customer.id())) {
      return customer;
    }
    // Whoever was locked became somebody else meanwhile.
    locks.forget(locked);
    UUID held = hold(List.of(customer.id())).get(customer.id());
    if (held == null) {
      throw FeedbackProblem.UNKNOWN_CUSTOMER.at(
          id == null ? "/customerExternalId" : "/customerId", "This customer has been erased.");
    }
    return held.equals(customer.id()) ? customer : resolve(held, null);
  }

  /**
   * Nobody else changes anything of these customers until the transaction ends. Who was merged
   * before they were held is the survivor, who is held instead.
   *
   * @return who each of them is now; those who were erased are missing
   */
  public Map<UUID, UUID> hold(Collection<UUID> ids) {
    Map<UUID, UUID> held = new HashMap<>();
    if (ids.isEmpty()) {
      return held;
    }
    RoundTrip trip = database.roundTrip();
    Supplier<Set<UUID>> present = locks.lock(ids, trip);
    Supplier<Map<UUID, UUID>> survivors = merged.survivors(ids, trip);
    trip.send();
    present.get().forEach(id -> held.put(id, id));
    Map<UUID, UUID> gone = survivors.get();
    held.keySet().removeAll(gone.keySet());
    locks.forget(gone.keySet());
    Map<UUID, UUID> last = hold(Set.copyOf(gone.values()));
    gone.forEach((id, survivor) -> held.computeIfAbsent(id, any -> last.get(survivor)));
    return held;
  }

  /** As {@link #hold}, those of them who are still themselves: neither erased nor merged. */
  public Set<UUID> holdPresent(Collection<UUID> ids) {
    Map<UUID, UUID> held = hold(ids);
    return ids.stream().filter(id -> id.equals(held.get(id))).collect(Collectors.toSet());
  }

  private static void requireOne(UUID id, String externalId) {
    if ((id == null) == (externalId == null)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/customerId", "Give either customerId or customerExternalId.");
    }
  }

  /** A merged one is the other one now. */
  public Optional<CustomerCopy> byId(UUID id) {
    return copies
        .byId(id)
        .or(() -> Optional.ofNullable(merged.survivors(List.of(id)).get(id)).flatMap(copies::byId))
        .or(() -> owner.byId(id).map(Answer::toCopy));
  }

  public Optional<CustomerCopy> byExternalId(String externalId) {
    return copies
        .byExternalId(externalId)
        .or(() -> Optional.ofNullable(survivors(List.of(externalId)).get(externalId)))
        .or(() -> owner.byExternalId(externalId).map(Answer::toCopy));
  }

  /** Looks up many at once; those nobody knows are missing from the answer. */
  public Map<String, CustomerCopy> byExternalIds(Collection<String> externalIds) {
    Map<String, CustomerCopy> found = new HashMap<>();
    copies.byExternalIds(externalIds).forEach(copy -> found.put(copy.externalId(), copy));
    Set<String> unknown = new HashSet<>(externalIds);
    unknown.removeAll(found.keySet());
    found.putAll(survivors(unknown));
    unknown.removeAll(found.keySet());
    owner.byExternalIds(unknown).forEach((key, answer) -> found.put(key, answer.toCopy()));
    return found;
  }

  private Map<String, CustomerCopy> survivors(Collection<String> externalIds) {
    Map<String, CustomerCopy> survivors = new HashMap<>();
    if (!externalIds.isEmpty()) {
      merged
          .survivorsOf(externalIds)
          .forEach((key, into) -> copies.byId(into).ifPresent(copy -> survivors.put(key, copy)));
    }
    return survivors;
  }

  private void keep(List<Answer> found) {
    Map<UUID, CustomerCopy> told =
        found.stream()
            .map(Answer::toCopy)
            .collect(Collectors.toMap(CustomerCopy::id, copy -> copy));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              told.keySet().retainAll(holdPresent(told.keySet()));
              copies.store(told.values());
            });
  }
}
