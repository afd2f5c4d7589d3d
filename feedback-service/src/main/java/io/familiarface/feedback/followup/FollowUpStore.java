package io.familiarface.feedback.followup;

import static io.familiarface.feedback.sql.Sql.column;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code follow_up} and of the tries to call. */
@ApplicationScoped
class FollowUpStore {
  private final Sql sql;

  FollowUpStore(Sql sql) {
    this.sql = sql;
  }

  /** The open call to a customer, or else the one opened last. */
  Optional<UUID> openOrLastOf(UUID customer) {
    return sql.first(
        """
        select id from follow_up where customer_id = ?
        order by (state = 'OPEN') desc, opened_at desc, id desc limit 1
        """,
        row -> row.uuid("id"),
        customer);
  }

  Optional<FollowUp> lock(UUID id) {
    return sql.first("select * from follow_up where id = ? for update", FollowUpStore::read, id);
  }

  /** Open ones that know of no coming change, locked; one that somebody has in hand is skipped. */
  List<FollowUp> lockOpenConcerns() {
    return sql.list(
        """
        select * from follow_up where state = 'OPEN' and kind = 'CONCERN'
        order by id for update skip locked
        """,
        FollowUpStore::read);
  }

  /** Opens follow-ups; a flag that has one already keeps it. */
  void open(Collection<FollowUp> followUps) {
    sql.change(
        """
        insert into follow_up
          (id, flag_id, customer_id, kind, state, opened_at, due_on, owner, expected_loss,
           loss_currency, visits_at_stake, revision)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                             ?::timestamptz[], ?::date[], ?::text[], ?::float8[],
                             ?::text[], ?::float8[], ?::bigint[])
        on conflict do nothing
        """,
        column(followUps, FollowUp::id),
        column(followUps, FollowUp::flagId),
        column(followUps, FollowUp::customerId),
        column(followUps, FollowUp::kind),
        column(followUps, FollowUp::state),
        column(followUps, FollowUp::openedAt),
        column(followUps, FollowUp::dueOn),
        column(followUps, FollowUp::owner),
        column(followUps, followUp -> followUp.stake().loss()),
        column(followUps, followUp -> followUp.stake().currency()),
        column(followUps, followUp -> followUp.stake().visits()),
        column(followUps, FollowUp::revision));
  }

  void save(FollowUp followUp) {
    FollowUp.Try last = followUp.last();
    sql.change(
        """
        update follow_up set
          kind = ?, state = ?, due_on = ?, owner = ?, last_outcome = ?, last_outcome_at = ?,
          last_outcome_by = ?, last_said = ?, last_told = ?, last_introduced = ?, closed_at = ?, dropped_because = ?, revision = ?
        where id = ?
        """,
        followUp.kind(),
        followUp.state(),
        followUp.dueOn(),
        followUp.owner(),
        last == null ? null : last.outcome().name(),
        last == null ? null : last.at(),
        last == null ? null : last.by(),
        last == null ? null : last.said(),
        last != null && last.told(),
        last != null && last.introduced(),
        followUp.closedAt(),
        followUp.droppedBecause() == null ? null : followUp.droppedBecause().name(),
        followUp.revision(),
        followUp.id());
  }

  void add(UUID followUp, FollowUp.Try tried) {
    sql.change(
        """
        insert into follow_up_outcome
          (id, follow_up_id, outcome, at, recorded_by, said, told, introduced, visit_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        followUp,
        tried.outcome(),
        tried.at(),
        tried.by(),
        tried.said(),
        tried.told(),
        tried.introduced(),
        tried.visitId());
  }

  /** All tries of a follow-up, oldest first. */
  List<FollowUp.Try> tries(UUID followUp) {
    return sql.list(
        "select * from follow_up_outcome where follow_up_id = ? order by at, id",
        row ->
            new FollowUp.Try(
                Outcome.valueOf(row.text("outcome")),
                row.instant("at"),
                row.text("recorded_by"),
                row.text("said"),
                row.bool("told"),
                row.bool("introduced"),
                row.uuid("visit_id")),
        followUp);
  }

  /** Drops the open ones whose flag has ended. */
  int dropEnded(Instant now) {
    return sql.change(
        """
        update follow_up u set
          state = 'DROPPED', dropped_because = 'FLAG_' || f.state, closed_at = ?,
          revision = u.revision + 1
        from flag f
        where f.id = u.flag_id and u.state = 'OPEN'
          and f.state in ('CLEARED', 'KEPT', 'LOST', 'WITHDRAWN')
        """,
        now);
  }

  /** How much of a week's capacity is taken: what is left over from before, and what was opened. */
  int taken(Instant weekStart) {
    return sql.first(
            """
            select count(*) as taken from follow_up
            where (opened_at >= ? and (state <> 'DROPPED' or last_outcome is not null))
               or (opened_at < ? and state = 'OPEN')
            """,
            row -> row.integer("taken"),
            weekStart,
            weekStart)
        .orElseThrow();
  }

  /** How many open calls each of the owners has. */
  Map<String, Integer> openOf(Collection<String> owners) {
    Map<String, Integer> open = new HashMap<>();
    sql.list(
        """
        select owner, count(*) as calls from follow_up
        where state = 'OPEN' and owner = any(?) group by owner
        """,
        row -> open.put(row.text("owner"), row.integer("calls")),
        (Object) owners.toArray(String[]::new));
    return open;
  }

  static FollowUp read(Row row) throws SQLException {
    String dropped = row.text("dropped_because");
    return new FollowUp(
        row.uuid("id"),
        row.uuid("flag_id"),
        row.uuid("customer_id"),
        Kind.valueOf(row.text("kind")),
        State.valueOf(row.text("state")),
        row.instant("opened_at"),
        row.date("due_on"),
        row.text("owner"),
        new Stake(
            row.number("expected_loss"), row.text("loss_currency"), row.number("visits_at_stake")),
        last(row),
        row.instant("closed_at"),
        dropped == null ? null : DropReason.valueOf(dropped),
        row.longNumber("revision"));
  }

  private static FollowUp.Try last(Row row) throws SQLException {
    String outcome = row.text("last_outcome");
    return outcome == null
        ? null
        : new FollowUp.Try(
            Outcome.valueOf(outcome),
            row.instant("last_outcome_at"),
            row.text("last_outcome_by"),
            row.text("last_said"),
            row.bool("last_told"),
            row.bool("last_introduced"),
            null);
  }
}
