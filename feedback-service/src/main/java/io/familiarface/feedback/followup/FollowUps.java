package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.flag.CustomerFlags;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.feedback.jobs.AgreementCopies;
import io.familiarface.feedback.jobs.PlannedVisits;
import io.familiarface.rest.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The calls to make, and what came of each try. */
@ApplicationScoped
public class FollowUps implements PanacheRepositoryBase<FollowUp, UUID> {
  /** The calls that an experiment counts, for whoever asks what came of it. */
  public static final String COUNTED =
      """
      (select experiment, customer_id, stratum, state, opened_at from follow_up
       where experiment is not null)\
      """;

  private static final Map<String, Object> SKIP_LOCKED =
      Map.of("jakarta.persistence.lock.timeout", -2);

  /** What another package may read: what came of calls lately, whatever they were about. */
  public static final String CALLED =
      "(select customer_id, kind, last_outcome as outcome, last_cause as cause, last_at as at"
          + " from follow_up where last_outcome is not null)";

  /** SQL: every try to call a customer, and what came of it. */
  static final String TRIES =
      "(select u.customer_id, o.outcome, o.cause, o.at from follow_up u"
          + " join follow_up_outcome o on o.follow_up_id = u.id)";

  /**
   * One call of the kind does for all that asked for it. The others are each about a flag, a case,
   * a visit ahead or an agreement of their own.
   */
  private static final Set<FollowUpKind> ONE_IS_ENOUGH =
      EnumSet.of(
          FollowUpKind.CALL_ME,
          FollowUpKind.UNHAPPY,
          FollowUpKind.AFTER_VISIT,
          FollowUpKind.AFTER_PROJECT,
          FollowUpKind.AFTER_LEAVING);

  /** Whoever took a call so long ago is not on the telephone: it is no longer spared for them. */
  private static final Duration IN_HAND = Duration.ofDays(3);

  private final Database database;
  private final CustomerLocks locks;
  private final Clock clock;

  FollowUps(Database database, CustomerLocks locks, Clock clock) {
    this.database = database;
    this.locks = locks;
    this.clock = clock;
  }

  /** A try to call a customer. */
  public record Call(UUID id, Instant at, CallOutcome outcome, String by, String said) {}

  /** Every try to call a customer, whatever the flag. */
  public List<Call> callsTo(UUID customer) {
    return database
        .sql(
            """
            select o.id, o.at, o.outcome, o.recorded_by as by, o.said
            from follow_up u join follow_up_outcome o on o.follow_up_id = u.id
            where u.customer_id = :customer
            """)
        .bind("customer", customer)
        .list(Call.class);
  }

  /**
   * Of the calls to a customer, whatever they were about.
   *
   * @param tries how many were made up to an instant
   * @param heldBack the flags whose call was not made, on purpose
   */
  public record Calls(int tries, List<UUID> heldBack) {}

  public Calls of(UUID customer, Instant until) {
    return database
        .sql(
            """
            select (select count(*)::int from follow_up u
                join follow_up_outcome o on o.follow_up_id = u.id
                where u.customer_id = :customer and o.at <= :until
                  and o.outcome <> 'NOT_NEEDED') as tries,
              array(select u.flag_id from follow_up u
                where u.customer_id = :customer and u.state = 'HELD_BACK') as held_back
            """)
        .bind("customer", customer)
        .bind("until", until)
        .one(Calls.class);
  }

  /** The open call to a customer, or else the one opened last. */
  Optional<UUID> openOrLastOf(UUID customer) {
    return database
        .sql(
            """
            select id from follow_up where customer_id = :customer
            order by (state = 'OPEN') desc, opened_at desc, id desc limit 1
            """)
        .bind("customer", customer)
        .first(UUID.class);
  }

  /** Nobody else changes it, or anything of the customer's, until the transaction ends. */
  FollowUp lock(UUID id) {
    locks.lock(
        database
            .sql("select customer_id from follow_up where id = :id")
            .bind("id", id)
            .list(UUID.class));
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(
            () -> FeedbackProblem.NO_SUCH_FOLLOW_UP.because("There is no follow-up " + id + "."));
  }

  /** Open ones that know of no coming change, locked; one that somebody has in hand is skipped. */
  List<FollowUp> lockOpenConcerns() {
    var concerns =
        find("state = OPEN and kind = CONCERN", Sort.by("id"))
            .withLock(LockModeType.PESSIMISTIC_WRITE);
    SKIP_LOCKED.forEach(concerns::withHint);
    return concerns.list();
  }

  /** Open ones that were put in order by something else, locked; one in hand is skipped. */
  List<FollowUp> lockOrderedByOther(CallOrder order, int limit) {
    CallOrder other = order == CallOrder.RISK ? CallOrder.EFFECT : CallOrder.RISK;
    var found =
        find("state = OPEN and loss.orderedBy = ?1", Sort.by("id"), other)
            .page(0, limit)
            .withLock(LockModeType.PESSIMISTIC_WRITE);
    SKIP_LOCKED.forEach(found::withHint);
    return found.list();
  }

  /**
   * @param visit the coming visit that the customer was told of, else null
   */
  void add(UUID followUp, FollowUpOutcomeView outcome, UUID visit) {
    database
        .sql(
            """
            insert into follow_up_outcome
              (id, follow_up_id, outcome, at, recorded_by, said, cause, told, introduced, visit_id)
            values (:id, :followUp, :outcome, :at, :by, :said, :cause, :told, :introduced, :visit)
            """)
        .bind("id", Ids.next())
        .bind("followUp", followUp)
        .bind("outcome", outcome.outcome())
        .bind("at", outcome.at())
        .bind("by", outcome.by())
        .bind("said", outcome.said())
        .bind("cause", outcome.cause())
        .bind("told", outcome.told())
        .bind("introduced", outcome.introduced())
        .bind("visit", visit)
        .update();
  }

  /** When customers were called and reached, each oldest first. */
  public Map<UUID, List<Instant>> reached(Instant until) {
    record Reached(UUID customerId, Instant at) {}
    return database
        .sql(
            """
            select u.customer_id, o.at
            from follow_up_outcome o join follow_up u on u.id = o.follow_up_id
            where o.outcome = 'REACHED' and o.at <= :until order by o.at
            """)
        .bind("until", until)
        .list(Reached.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                Reached::customerId, Collectors.mapping(Reached::at, Collectors.toList())));
  }

  /** What came of every try, oldest first. */
  List<FollowUpOutcomeView> outcomes(UUID followUp) {
    return database
        .sql(
            """
            select outcome, at, recorded_by as by, said, cause, told, introduced
            from follow_up_outcome where follow_up_id = :followUp order by at, id
            """)
        .bind("followUp", followUp)
        .list(FollowUpOutcomeView.class);
  }

  /**
   * Drops the open ones whose low mark was put right, whose case has gone on, whose visit is over,
   * is as usual again or was told of, or whose agreement has been renewed or has ended. One that
   * somebody has in hand stays: they may be on the telephone.
   *
   * @param lowMark a satisfaction of so much or less asks for a call
   * @param today when the day began
   */
  void dropNeedless(int lowMark, Instant today, Instant now) {
    database
        .roundTrip()
        .bind("today", today)
        .bind("now", now)
        .bind("forgotten", now.minus(IN_HAND))
        .bind("lowMark", lowMark)
        .update(
            """
            update follow_up u set
              state = 'DROPPED', dropped_because = 'NO_LONGER_DUE', closed_at = :now,
              version = u.version + 1
            where u.kind = 'UNHAPPY' and u.state = 'OPEN' and u.cause is not null
              and (u.claimed_at is null or u.claimed_at < :forgotten)
              and not exists (select 1 from %1$s said where said.id = u.feedback_id and %2$s)
              and not exists (select 1 from follow_up o join %1$s said on said.id = o.feedback_id
                where o.customer_id = u.customer_id and o.kind = 'UNHAPPY'
                  and o.dropped_because = 'IN_ANOTHER_CALL' and o.closed_at >= u.opened_at and %2$s)
            """
                .formatted(FeedbackRepository.ROWS, CallReasons.UNHAPPY))
        .update(
            """
            update follow_up u set
              state = 'DROPPED', dropped_because = 'NO_LONGER_DUE', closed_at = :now,
              version = u.version + 1
            where u.kind = 'REBUILDING' and u.state = 'OPEN' and u.cause is not null
              and (u.claimed_at is null or u.claimed_at < :forgotten)
              and not exists (select 1 from %s c
                where c.id = u.complaint_id and c.next_step = 'CHECK_IN'
                  and u.cause = %s)
            """
                .formatted(Complaints.CASES, CallCause.CHECK_IN))
        .update(
            """
            update follow_up u set
              state = 'DROPPED', dropped_because = 'NO_LONGER_DUE', closed_at = :now,
              version = u.version + 1
            where u.kind = 'NEW_TECHNICIAN' and u.state = 'OPEN' and u.cause is not null
              and (u.claimed_at is null or u.claimed_at < :forgotten)
              and not exists (select 1 from %s v
                where v.id = u.visit_id
                  and v.change_reason not in ('NONE', 'CUSTOMER_REQUEST')
                  and v.customer_told is not true)
            """
                .formatted(PlannedVisits.AHEAD))
        .update(
            """
            update follow_up u set
              state = 'DROPPED', dropped_because = 'NO_LONGER_DUE', closed_at = :now,
              version = u.version + 1
            where u.kind = 'RENEWAL' and u.state = 'OPEN' and u.cause is not null
              and (u.claimed_at is null or u.claimed_at < :forgotten)
              and not exists (select 1 from %s a
                where a.customer_id = u.customer_id and a.ends_at > :now
                  and a.cancelled_at is null and u.cause = %s)
            """
                .formatted(AgreementCopies.ROWS, CallCause.END_OF_AGREEMENT))
        .send();
  }

  /** Drops the open ones whose flag has ended, and which nobody has in hand. */
  void dropEnded(Instant now) {
    database
        .sql(
            """
            update follow_up u set
              state = 'DROPPED', dropped_because = 'FLAG_' || f.state, closed_at = :now,
              version = u.version + 1
            from %s f
            where f.id = u.flag_id and u.state = 'OPEN'
              and (u.claimed_at is null or u.claimed_at < :forgotten)
              and f.state in ('CLEARED', 'KEPT', 'LOST', 'WITHDRAWN')
            """
                .formatted(CustomerFlags.ROWS))
        .bind("now", now)
        .bind("forgotten", now.minus(IN_HAND))
        .update();
  }

  /** How much of a week's capacity is taken: what is left over from before, and what was opened. */
  int taken(Instant weekStart) {
    return database
        .sql(
            """
            select count(*)::int from follow_up
            where flag_id is not null
              and ((opened_at >= :weekStart
                    and (state in ('OPEN', 'DONE') or last_outcome is not null))
                or (opened_at < :weekStart and state = 'OPEN'))
            """)
        .bind("weekStart", weekStart)
        .one(Integer.class);
  }

  /** How many open calls each of the owners has. */
  Map<String, Integer> openOf(Collection<String> owners) {
    record Open(String owner, int calls) {}
    return database
        .sql(
            """
            select owner, count(*)::int as calls from follow_up
            where state = 'OPEN' and owner = any(:owners) group by owner
            """)
        .bind("owners", owners)
        .list(Open.class)
        .stream()
        .collect(Collectors.toMap(Open::owner, Open::calls, Integer::sum, HashMap::new));
  }

  /** How many calls out of courtesy were opened since an instant. */
  int courtesySince(Instant since) {
    return database
        .sql(
            """
            select count(*)::int from follow_up
            where opened_at >= :since and kind in ('AFTER_VISIT', 'AFTER_PROJECT', 'NEW_TECHNICIAN',
                'RENEWAL', 'AFTER_LEAVING')
            """)
        .bind("since", since)
        .one(Integer.class);
  }

  /** Those of the causes that have asked for a call before. */
  Set<String> known(Collection<String> causes) {
    return Set.copyOf(
        database
            .sql("select cause from follow_up where cause = any(:causes)")
            .bind("causes", causes)
            .list(String.class));
  }

  /** Those of the customers who are to be called already, for one of these things. */
  Set<UUID> toBeCalled(Collection<UUID> customers, Collection<FollowUpKind> about) {
    return Set.copyOf(
        database
            .sql(
                """
                select distinct customer_id from follow_up
                where customer_id = any(:customers) and state = 'OPEN' and kind = any(:about)
                """)
            .bind("customers", customers)
            .bind("about", about.stream().map(FollowUpKind::name).toList())
            .list(UUID.class));
  }

  /**
   * A call for a low mark becomes one that the customer asked for, and is due by then at the
   * latest; the customers are locked.
   *
   * @param asked why they are to be called, by what asked for the call so far
   * @return those of the causes whose call did
   */
  Set<String> hurry(Map<String, CallReason> asked) {
    List<Map.Entry<String, CallReason>> rows = List.copyOf(asked.entrySet());
    return Set.copyOf(
        database
            .sql(
                """
                update follow_up u set
                  kind = 'CALL_ME', why = r.why, due_on = least(u.due_on, r.due_on),
                  version = u.version + 1
                from unnest(cast(:causes as text[]), cast(:whys as text[]),
                  cast(:dueOns as date[])) as r (cause, why, due_on)
                where u.kind = 'UNHAPPY' and u.state = 'OPEN' and u.cause = r.cause
                returning u.cause
                """)
            .bindColumn("causes", rows, Map.Entry::getKey)
            .bindColumn("whys", rows, row -> row.getValue().why())
            .bindColumn("dueOns", rows, row -> row.getValue().dueOn())
            .list(String.class));
  }

  /**
   * The open call about the answers on the page of a case says what waits by now; the customers are
   * locked.
   *
   * @return those of the cases that have such a call
   */
  Set<UUID> tellOfAnswers(Collection<CallReason> reasons) {
    return Set.copyOf(
        database
            .sql(
                """
                update follow_up u set why = r.why, version = u.version + 1
                from unnest(cast(:customers as uuid[]), cast(:complaints as uuid[]),
                  cast(:whys as text[])) as r (customer_id, complaint_id, why)
                where u.customer_id = r.customer_id and u.complaint_id = r.complaint_id
                  and u.kind = 'CASE_ANSWER' and u.state = 'OPEN'
                returning u.complaint_id
                """)
            .bindColumn("customers", reasons, CallReason::customerId)
            .bindColumn("complaints", reasons, CallReason::complaintId)
            .bindColumn("whys", reasons, CallReason::why)
            .list(UUID.class));
  }

  /** What made a call needless is not so any more; the customers are locked. */
  void takeUpAgain(Collection<CallReason> reasons) {
    database
        .sql(
            """
            update follow_up u set
              state = 'OPEN', dropped_because = null, closed_at = null, why = r.why,
              due_on = r.due_on, version = u.version + 1
            from unnest(cast(:causes as text[]), cast(:whys as text[]),
              cast(:dueOns as date[])) as r (cause, why, due_on)
            where u.state = 'DROPPED' and u.dropped_because = 'NO_LONGER_DUE' and u.cause = r.cause
            """)
        .bindColumn("causes", reasons, CallReason::cause)
        .bindColumn("whys", reasons, CallReason::why)
        .bindColumn("dueOns", reasons, CallReason::dueOn)
        .update();
  }

  /**
   * Of the open calls in which a customer would be asked the same, one stays and says why each was
   * to be made: the one that somebody has in hand, else the oldest. The others are dropped, but for
   * those that somebody has in hand too. The customers are locked.
   */
  void joinAlike(Collection<UUID> of, Instant now) {
    database
        .sql(
            """
            with alike as (
              select id, why, due_on, opened_at, claimed_at, first_value(id) over (
                  partition by customer_id, kind
                  order by claimed_at is null, opened_at, id) as kept
              from follow_up
              where customer_id = any(:customers) and state = 'OPEN' and kind = any(:kinds)
            ), joined as (
              select * from alike where id <> kept and claimed_at is null
            ), dropped as (
              update follow_up u set
                state = 'DROPPED', dropped_because = 'IN_ANOTHER_CALL', closed_at = :now,
                version = u.version + 1
              from joined where joined.id = u.id
            )
            update follow_up u set
              why = concat_ws(' ', u.why, said.whys), due_on = least(u.due_on, said.due_on),
              version = u.version + 1
            from (
              select joined.kept, min(joined.due_on) as due_on,
                string_agg(distinct joined.why, ' ')
                  filter (where position(joined.why in stays.why) = 0) as whys
              from joined join alike stays on stays.id = joined.kept
              group by joined.kept) said
            where u.id = said.kept
            """)
        .bind("customers", of)
        .bind("kinds", ONE_IS_ENOUGH.stream().map(FollowUpKind::name).toList())
        .bind("now", now)
        .update();
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }

  void move(@Observes CustomerMerged merged) {
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
    joinAlike(Set.of(merged.into()), clock.instant());
  }
}
