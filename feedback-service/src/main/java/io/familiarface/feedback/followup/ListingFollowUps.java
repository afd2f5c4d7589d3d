package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CustomerRisks;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.flag.CustomerFlags;
import io.familiarface.feedback.words.ReasonsJson;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody looks at whom to call. */
@ApplicationScoped
class ListingFollowUps {
  private static final String SELECT =
      """
      select u.id, u.flag_id, u.why, u.visit_id, u.complaint_id, u.feedback_id, u.version,
             u.kind, u.state, u.owner, u.claimed_at, u.due_on, u.opened_at, u.closed_at,
             u.dropped_because, u.last_outcome, u.last_at, u.last_by, u.last_said, u.last_cause,
             u.last_told, u.last_introduced, u.expected_loss, u.loss_currency,
             u.visits_at_stake, u.priority, u.ordered_by,
             u.customer_id, c.external_id as customer_external_id, c.name as customer_name,
             c.preferred_name as customer_preferred_name, c.branch as customer_branch,
             f.state as flag_state, f.raised_at as flag_raised_at,
             f.reason_codes as flag_reason_codes, f.reasons as flag_reasons,
             coalesce(r.probability, f.probability, 0) as probability,
             v.id as coming_visit_id, v.scheduled_at as coming_scheduled_at,
             v.any_time as coming_any_time,
             v.technician_id as coming_technician_id, v.technician_name as coming_technician_name,
             v.change_reason as coming_reason, v.customer_told as coming_customer_told,
             v.introduced as coming_introduced
      from follow_up u
      left join %s f on f.id = u.flag_id
      left join %s c on c.id = u.customer_id
      left join %s r on r.customer_id = u.customer_id
      left join %s on u.state = 'OPEN'\
      """
          .formatted(
              CustomerFlags.ROWS,
              CustomerCopies.NAMES,
              CustomerRisks.PROBABILITIES,
              ComingChanges.changedNextVisit("u.customer_id"));

  private final Database database;
  private final CourtesyReasons courtesy;
  private final ReferralCheck referrals;
  private final ReasonsJson reasons;
  private final Caller caller;
  private final BusinessCalendar calendar;
  private final Clock clock;

  ListingFollowUps(
      Database database,
      CourtesyReasons courtesy,
      ReferralCheck referrals,
      ReasonsJson reasons,
      Caller caller,
      BusinessCalendar calendar,
      Clock clock) {
    this.database = database;
    this.courtesy = courtesy;
    this.referrals = referrals;
    this.reasons = reasons;
    this.caller = caller;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A follow-up as it is read, and its version. */
  record Versioned(FollowUpView followUp, long version) {}

  Versioned get(UUID id) {
    List<FollowUpRow> found = dueFirst(select().where("u.id = :id", "id", id), 1);
    if (found.isEmpty()) {
      throw FeedbackProblem.NO_SUCH_FOLLOW_UP.because("There is no follow-up " + id + ".");
    }
    return new Versioned(views(found).get(0), found.get(0).version());
  }

  /** Due first; of those due on one day, where most is at stake or to be kept first. */
  Page<FollowUpView> page(FollowUpFilter filter, UUID customer, PageRequest page) {
    ListQuery query =
        select()
            .where("u.state = :state", "state", filter.state)
            .where("u.owner = :owner", "owner", filter.owner)
            .where("u.owner = :me", "me", Boolean.TRUE.equals(filter.mine) ? caller.name() : null)
            .where("u.kind = :kind", "kind", filter.kind)
            .where("u.due_on <= :dueUntil", "dueUntil", filter.dueUntil)
            // Those who were closed lately are few: they are found first, and put in order then.
            .where(
                "u.id = any (array (select id from follow_up where closed_at >= :closedFrom))",
                "closedFrom",
                filter.closedFrom)
            .where("u.customer_id = :customer", "customer", customer);
    page.after().ifPresent(key -> after(query, key));
    Page<FollowUpRow> rows =
        Page.of(dueFirst(query, page.limit() + 1), page, FollowUpRow::key, row -> row);
    return new Page<>(views(rows.items()), rows.nextCursor());
  }

  /** The calls that are still to be made, for a list on one sheet. */
  List<FollowUpView> open(int limit) {
    return views(dueFirst(select().where("u.state = 'OPEN'"), limit));
  }

  private ListQuery select() {
    return database.list(SELECT).bind("today", calendar.today(clock.instant()));
  }

  private static List<FollowUpRow> dueFirst(ListQuery query, int limit) {
    return query.list(FollowUpRow.class, "u.due_on, u.priority desc, u.id", limit);
  }

  private static void after(ListQuery query, Key key) {
    query
        .where(
            """
            (u.due_on > :lastDue or (u.due_on = :lastDue
              and (u.priority < :last or (u.priority = :last and u.id > :lastId))))
            """)
        .bind("lastDue", key.date(0))
        .bind("last", key.number(1))
        .bind("lastId", key.uuid(2));
  }

  /** Who comes instead may have changed since the call was opened. */
  private String why(FollowUpRow row) {
    ComingChange coming = row.coming();
    return row.progress().kind() == FollowUpKind.NEW_TECHNICIAN
            && coming != null
            && coming.visitId().equals(row.visitId())
        ? courtesy.untold(coming.technicianName(), coming.scheduledAt())
        : row.why();
  }

  private List<FollowUpView> views(List<FollowUpRow> rows) {
    Set<UUID> content =
        referrals.mayBeAsked(
            rows.stream()
                .filter(FollowUpRow::mayEndWithReferral)
                .map(row -> row.customer().id())
                .toList());
    return rows.stream()
        .map(
            row ->
                FollowUpView.of(
                    row,
                    why(row),
                    row.flag() == null
                        ? List.of()
                        : reasons.convertToEntityAttribute(row.flag().reasons()),
                    row.coming(),
                    row.mayEndWithReferral() && content.contains(row.customer().id())))
        .toList();
  }
}
