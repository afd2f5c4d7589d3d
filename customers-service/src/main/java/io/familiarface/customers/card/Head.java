package io.familiarface.customers.card;

import static io.familiarface.customers.question.Columns.instant;
import static io.familiarface.customers.question.Columns.oneOf;

import io.familiarface.customers.customer.BurnedBefore;
import io.familiarface.customers.customer.Kind;
import io.familiarface.customers.customer.Status;
import io.familiarface.customers.question.Question;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Who it is: what stands first on every card. */
record Head(
    String externalId,
    Kind kind,
    String name,
    String preferredName,
    boolean hasPhoto,
    Status status,
    String branch,
    BurnedBefore burnedBefore) {

  static final Question<Head> OF_CUSTOMER =
      new Question<>(
          """
          select external_id, kind, name, preferred_name, photo_tag is not null as has_photo, status,
            branch, burned_before_what, burned_before_heard_at
          from customer where id = ?""",
          Head::from);

  private static Head from(ResultSet row) throws SQLException {
    String burned = row.getString("burned_before_what");
    return new Head(
        row.getString("external_id"),
        oneOf(Kind.class, row, "kind"),
        row.getString("name"),
        row.getString("preferred_name"),
        row.getBoolean("has_photo"),
        oneOf(Status.class, row, "status"),
        row.getString("branch"),
        burned == null ? null : new BurnedBefore(burned, instant(row, "burned_before_heard_at")));
  }
}
