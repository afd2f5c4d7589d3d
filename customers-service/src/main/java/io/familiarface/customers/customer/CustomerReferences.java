package io.familiarface.customers.customer;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.database.UniqueViolation;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/**
 * Whatever refers to a customer, in any package there is or will be: when the customer becomes part
 * of another, it refers to that one. What cannot be moved so, because it holds something of both
 * that there is one of, its own package has moved before.
 */
@ApplicationScoped
class CustomerReferences {
  /** After the packages that know better, before those who decide by all that there is. */
  static final int AFTER_THE_OWNERS = 2800;

  private final Database database;

  CustomerReferences(Database database) {
    this.database = database;
  }

  private record Reference(String tableName, String columnName) {}

  void move(@Observes @Priority(AFTER_THE_OWNERS) CustomersMerging merging) {
    try {
      moveAll(merging);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e)
          ? CustomersProblem.ALREADY_MERGED.because(
              "Both have something that a customer has one of, such as a letting go. Undo one of"
                  + " them first.")
          : e;
    }
  }

  private void moveAll(CustomersMerging merging) {
    for (Reference reference : references()) {
      merging.moved(
          reference.tableName,
          database
              .sql(
                  "update %1$s set %2$s = :into where %2$s = :from returning id"
                      .formatted(reference.tableName, reference.columnName))
              .bind("from", merging.from().id())
              .bind("into", merging.into().id())
              .list(UUID.class));
    }
  }

  /** Rows that are the customer's own, by the same key, are not among them: they go or are kept. */
  private List<Reference> references() {
    return database
        .sql(
            """
            select cast(cast(r.conrelid as regclass) as text) as table_name,
              quote_ident(a.attname) as column_name
            from pg_constraint r
            join pg_attribute a on a.attrelid = r.conrelid and a.attnum = r.conkey[1]
            where r.contype = 'f' and r.confrelid = cast('customer' as regclass)
              and not exists (
                select from pg_constraint k
                where k.contype = 'p' and k.conrelid = r.conrelid and k.conkey = r.conkey)
            order by 1, 2""")
        .list(Reference.class);
  }
}
