package io.familiarface.feedback.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.feedback.sql.Where;
import io.familiarface.feedback.words.ReasonView;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody looks at whom to call. */
@ApplicationScoped
class ListingFollowUps {
  private static final TypeReference<List<ReasonView>> REASONS = new TypeReference<>() {};

  /** Those who were closed lately are few: they are found first, and put in order then. */
  private static final String CLOSED_SINCE =
      "u.id = any (array (select id from follow_up where closed_at >= ?))";

  private static final String COLUMNS =
      """
      select u.*, c.external_id, c.name, c.preferred_name, c.branch,
             f.state as flag_state, f.raised_at, f.reason_codes, f.reasons,
             coalesce(r.probability, f.probability) as probability
      from follow_up u
      join flag f on f.id = u.flag_id
      left join customer_copy c on c.id = u.customer_id
      left join customer_risk r on r.customer_id = u.customer_id
      """;

  private final Sql sql;
  private final ComingChanges changes;
  private final ObjectMapper json;
  private final Clock clock;

  ListingFollowUps(Sql sql, ComingChanges changes, ObjectMapper json, Clock clock) {
    this.sql = sql;
    this.changes = changes;
    this.json = json;
    this.clock = clock;
  }

  Optional<ListedFollowUp> byId(UUID id) {
    return withChanges(sql.list(COLUMNS + "where u.id = ?", this::read, id)).stream().findFirst();
  }

  /** Due first; of those due on one day, where most is at stake first. */
  List<ListedFollowUp> page(FollowUpFilter filter, UUID customer, PageRequest page) {
    Where where =
        new Where()
            .andIf("u.state = ?", filter.state)
            .andIf("u.owner = ?", filter.owner)
            .andIf("u.due_on <= ?", filter.dueUntil)
            .andIf(CLOSED_SINCE, filter.closedFrom)
            .andIf("u.customer_id = ?", customer);
    page.after().ifPresent(key -> after(where, key));
    return dueFirst(where, page.limit() + 1);
  }

  /** The calls that are still to be made, for a list on one sheet. */
  List<ListedFollowUp> open(int limit) {
    return dueFirst(new Where().and("u.state = ?", State.OPEN), limit);
  }

  static Key key(ListedFollowUp listed) {
    FollowUp followUp = listed.followUp();
    return Key.of(followUp.dueOn(), followUp.stake().loss(), followUp.id());
  }

  private List<ListedFollowUp> dueFirst(Where where, int limit) {
    return withChanges(
        sql.list(
            COLUMNS + where.text() + " order by u.due_on, u.expected_loss desc, u.id limit ?",
            this::read,
            where.parameters(limit)));
  }

  private static void after(Where where, Key key) {
    String dueOn = key.text(0);
    double loss = key.number(1).doubleValue();
    where.and(
        """
        u.due_on > ?::date or (u.due_on = ?::date
          and (u.expected_loss < ? or (u.expected_loss = ? and u.id > ?)))
        """,
        dueOn,
        dueOn,
        loss,
        loss,
        key.uuid(2));
  }

  private List<ListedFollowUp> withChanges(List<ListedFollowUp> rows) {
    List<UUID> open =
        rows.stream()
            .map(ListedFollowUp::followUp)
            .filter(followUp -> followUp.state() == State.OPEN)
            .map(FollowUp::customerId)
            .toList();
    if (open.isEmpty()) {
      return rows;
    }
    Map<UUID, ComingChange> coming = changes.of(open, clock.instant());
    return rows.stream()
        .map(
            row ->
                row.followUp().state() == State.OPEN
                    ? row.with(coming.get(row.followUp().customerId()))
                    : row)
        .toList();
  }

  private ListedFollowUp read(Row row) throws SQLException {
    return new ListedFollowUp(
        FollowUpStore.read(row),
        new ListedFollowUp.Customer(
            row.text("external_id"),
            row.text("name"),
            row.text("preferred_name"),
            row.text("branch")),
        new ListedFollowUp.Flag(
            row.text("flag_state"),
            row.instant("raised_at"),
            row.texts("reason_codes"),
            reasons(row.text("reasons"))),
        row.number("probability"),
        null);
  }

  private List<ReasonView> reasons(String data) {
    try {
      return json.readValue(data, REASONS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored reasons cannot be read", e);
    }
  }
}
