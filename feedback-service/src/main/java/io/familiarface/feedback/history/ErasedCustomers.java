package io.familiarface.feedback.history;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who was erased: nothing is to be kept of them again, whatever another service still says. */
@ApplicationScoped
public class ErasedCustomers {
  private final Database database;

  ErasedCustomers(Database database) {
    this.database = database;
  }

  public Set<UUID> among(Collection<UUID> customers) {
    return Set.copyOf(
        database
            .sql("select id from erased_customer where id = any(:ids)")
            .bind("ids", customers)
            .list(UUID.class));
  }

  /** Those of the things told that are not about somebody who was erased. */
  public <T> List<T> withoutErased(Collection<T> told, Function<T, UUID> customer) {
    Set<UUID> erased = among(told.stream().map(customer).collect(Collectors.toSet()));
    return told.stream().filter(thing -> !erased.contains(customer.apply(thing))).toList();
  }

  public void add(UUID customer, Instant at) {
    database
        .sql("insert into erased_customer values (:id, :at) on conflict do nothing")
        .bind("id", customer)
        .bind("at", at)
        .update();
  }
}
