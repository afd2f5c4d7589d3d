package io.familiarface.customers.trait;

import static io.familiarface.customers.question.Columns.instant;
import static io.familiarface.customers.question.Columns.oneOf;
import static io.familiarface.customers.question.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A trait as others see it. */
public record TraitView(
    UUID id,
    String externalId,
    UUID customerId,
    Category category,
    boolean pinned,
    String text,
    String heardBy,
    Instant heardAt,
    Standing standing,
    String said) {

  static TraitView from(ResultSet row) throws SQLException {
    return new TraitView(
        uuid(row, "id"),
        row.getString("external_id"),
        uuid(row, "customer_id"),
        oneOf(Category.class, row, "category"),
        row.getBoolean("pinned"),
        row.getString("text"),
        row.getString("heard_by"),
        instant(row, "heard_at"),
        oneOf(Standing.class, row, "standing"),
        row.getString("said"));
  }

  static TraitView from(Trait trait) {
    return new TraitView(
        trait.id,
        trait.externalId,
        trait.customerId,
        trait.category,
        trait.pinned,
        trait.text,
        trait.heardBy,
        trait.heardAt,
        trait.standing,
        trait.said);
  }
}
