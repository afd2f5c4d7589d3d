package io.familiarface.feedback.complaint;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.feedback.recording.CustomerRecords;
import io.familiarface.feedback.words.WordsSought;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers complain of. */
@ApplicationScoped
public class Complaints implements CustomerRecords<Complaint> {
  /**
   * What another package may join; {@code contact} is who speaks with the customer about it, as
   * {@link Complaint#contact}.
   */
  public static final String CASES =
      """
      (select id, customer_id, visit_id, state, round, check_ins, next_step, due_at, severity,
              case when next_step = 'APPROVAL' then owner
                else coalesce(escalated_to, owner) end as contact
       from complaint)\
      """;

  /** For whoever counts what came of them. */
  public static final String ROWS =
      """
      (select customer_id, visit_id, project_id, project_step, supplier, severity, cause, received_at, resolved_at,
         reopened_at, customer_satisfied, state, remedy_kind
       from complaint)\
      """;

  /** What customers answered when they were asked how they are. */
  public static final String CHECK_INS =
      """
      (select c.customer_id, s.at, (s.details->>'mood') as mood,
         cast((s.details->>'trust') as int) as trust
       from complaint c join complaint_step s on s.complaint_id = c.id
       where s.step = 'CHECK_IN' and (s.details->>'answered') is distinct from 'false')\
      """;

  private static final String LISTED =
      """
      select *, coalesce(escalated_to, owner) as next_owner,
        remedy_total as remedy_total_amount, remedy_currency as remedy_total_currency,
        remedy_limit as remedy_limit_amount, remedy_currency as remedy_limit_currency,
        (select coalesce(c.preferred_name, c.name) from %s c where c.id = customer_id)
          as customer_name
      from %s\
      """;

  private static final String ALL = LISTED.formatted(CustomerCopies.NAMES, "complaint");

  /** Finds the few who said so first, instead of going through all from the newest on. */
  private static final String SAYING =
      """
      with saying as materialized (
        select * from complaint where to_tsvector('simple', said_words(words)) @@ to_tsquery('simple', :words))
      """
          + LISTED.formatted(CustomerCopies.NAMES, "saying");

  private final Database database;
  private final CustomerLocks locks;

  Complaints(Database database, CustomerLocks locks) {
    this.database = database;
    this.locks = locks;
  }

  /** Nobody else changes it, or anything of the customer's, until the transaction ends. */
  Optional<Complaint> lock(Ref ref) {
    Optional<UUID> customer =
        database
            .list("select customer_id from complaint")
            .where("id = :id", "id", ref.id().orElse(null))
            .where("external_id = :externalId", "externalId", ref.externalId().orElse(null))
            .list(UUID.class, "id", 1)
            .stream()
            .findFirst();
    locks.lock(customer.stream().toList());
    return query(ref).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /**
   * The complaint that a body names by at most one of two fields, of the customer it speaks of.
   *
   * @return null when it names none
   */
  public UUID resolve(UUID id, String externalId, UUID customer) {
    if (id == null && externalId == null) {
      return null;
    }
    if (id != null && externalId != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/complaintId", "Give complaintId or complaintExternalId, not both.");
    }
    String pointer = id == null ? "/complaintExternalId" : "/complaintId";
    String named = id == null ? externalId : id.toString();
    Ref ref = id == null ? new Ref(Optional.empty(), Optional.of(externalId)) : Ref.of(id);
    Complaint complaint =
        find(ref)
            .orElseThrow(
                () ->
                    FeedbackProblem.UNKNOWN_COMPLAINT.at(
                        pointer, "There is no complaint " + named + "."));
    if (!complaint.customerId.equals(customer)) {
      throw FeedbackProblem.UNKNOWN_COMPLAINT.at(
          pointer, "Complaint " + named + " is another customer's.");
    }
    return complaint.id;
  }

  /** Those whose next step is late and was not given to somebody else yet, the latest first. */
  List<Complaint> lockLate(Instant now, int limit) {
    List<UUID> late =
        database
            .sql(
                """
                select id from complaint
                where due_at < :now and next_step is not null and escalated_at is null
                order by due_at, id limit :limit
                """)
            .bind("now", now)
            .bind("limit", limit)
            .list(UUID.class);
    if (late.isEmpty()) {
      return List.of();
    }
    locks.lock(
        database
            .sql("select customer_id from complaint where id = any (cast(:ids as uuid[]))")
            .bindColumn("ids", late, id -> id)
            .list(UUID.class));
    return find(
            "id in ?1 and recovery.next.dueAt < ?2 and recovery.next.escalatedAt is null",
            Sort.by("recovery.next.dueAt").and("id"),
            late,
            now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Newest first, or what is due first. */
  List<ListedComplaint> page(ComplaintFilter filter, UUID customer, PageRequest page) {
    Optional<String> words = WordsSought.of(filter.q);
    ListQuery query =
        database
            .list(words.isPresent() ? SAYING : ALL)
            .where("external_id = :externalId", "externalId", filter.externalId)
            .where("customer_id = :customer", "customer", customer)
            .where("state = :state", "state", filter.state)
            .where("(owner = :owner or escalated_to = :owner)", "owner", filter.owner)
            .where("severity = :severity", "severity", filter.severity)
            .where("cause = :cause", "cause", filter.cause)
            .where("received_at >= :from", "from", filter.from)
            .where("received_at < :to", "to", filter.to);
    words.ifPresent(sought -> query.bind("words", sought));
    if (filter.open != null) {
      query.where(filter.open ? "next_step is not null" : "next_step is null");
    }
    return filter.byDue() ? byDue(query, page) : newestFirst(query, page);
  }

  private static List<ListedComplaint> newestFirst(ListQuery query, PageRequest page) {
    page.after().ifPresent(key -> query.before("received_at, id", key.instant(0), key.uuid(1)));
    return query.list(ListedComplaint.class, "received_at desc, id desc", page.limit() + 1);
  }

  private static List<ListedComplaint> byDue(ListQuery query, PageRequest page) {
    page.after()
        .ifPresent(
            key ->
                query
                    .where("(due_at, id) > (:lastDue, :lastId)")
                    .bind("lastDue", key.instant(0))
                    .bind("lastId", key.uuid(1)));
    return query
        .where("next_step is not null")
        .list(ListedComplaint.class, "due_at, id", page.limit() + 1);
  }

  /** What a customer complained of and how it was mended, oldest first, at most so many. */
  public List<CaseStory> storiesOf(UUID customer, int atMost) {
    return database
        .sql(
            """
            select id, received_at, severity, cause, words, state, remedy_kind, remedy_amount,
              (select v.program from %s v where v.visit_id = c.visit_id) as program,
              p.title as project_step, coalesce(c.supplier, p.supplier) as supplier,
              remedy_currency, delivered_at, resolved_at, reopened_at, customer_satisfied,
              coalesce((select array_agg(step || coalesce(' by ' || by, ' elsewhere') order by number)
                from complaint_step s where s.complaint_id = c.id), '{}') as steps
            from complaint c
            left join %s p on p.project_id = c.project_id and p.number = c.project_step
            where customer_id = :customer
            order by received_at, id limit :atMost
            """
                .formatted(Visits.PROGRAMS, ProjectCopies.STEPS))
        .bind("customer", customer)
        .bind("atMost", atMost)
        .list(CaseStory.class);
  }

  void move(@Observes CustomerMerged merged) {
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }
}
