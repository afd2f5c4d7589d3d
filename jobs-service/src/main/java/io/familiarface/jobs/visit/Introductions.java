package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerErased;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ids;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where two are to meet a customer together; one is open at most for each visit. */
@ApplicationScoped
public class Introductions {
  /** SQL, for a join: where and when whoever comes to a visit is, or was, introduced before. */
  public static final String BY_VISIT =
      """
      (select id as introduction_id, visit_id, joint_visit_id as introduce_at_visit_id,
         scheduled_at as introduce_at, time_said as introduce_time_said,
         state = 'DONE' as introduce_done, made_at
       from introduction where state in ('OPEN', 'DONE'))\
      """;

  /**
   * SQL: what is assigned to two columns, when somebody who comes to a visit is, or was, introduced
   * before, and whether at a time that anybody has said; null and false for never.
   */
  public static String meeting(String visit, String technician) {
    return """
    (select max(scheduled_at), coalesce(bool_or(time_said), false) from introduction
     where visit_id = %s and successor_id = %s and state in ('OPEN', 'DONE'))\
    """
        .formatted(visit, technician);
  }

  /** SQL: what {@link AuditTrail#changed(RoundTrip, String, String)} has to know of a change. */
  static final String CHANGED =
      """
      returning new.id, new.customer_id as person_id,
        ('introduction.' || case new.state when old.state then 'moved' else lower(new.state) end)
          as action,
        json_build_object('state', old.state, 'visitId', old.visit_id,
          'jointVisitId', old.joint_visit_id, 'scheduledAt', old.scheduled_at,
          'anyTime', not old.time_said) as before,
        json_build_object('state', new.state, 'visitId', new.visit_id,
          'jointVisitId', new.joint_visit_id, 'scheduledAt', new.scheduled_at,
          'anyTime', not new.time_said, 'reason', new.reason) as after\
      """;

  /** More than anybody has in the span of a calendar or a board. */
  private static final int MOST = 2_000;

  /** What goes with each is looked up by its id: no plan goes through a whole table for it. */
  private static final String SELECT =
      """
      select i.id, i.visit_id, i.joint_visit_id, i.customer_id, c.external_id as customer_external_id,
        c.likes_to_be_called as customer_name, c.address, g.program,
        i.leaver_id, l.name as leaver_name, i.successor_id, s.name as successor_name,
        i.scheduled_at, i.scheduled_on, i.time_said, v.scheduled_at as comes_at,
        v.customer_told, v.customer_told_at, v.introduced, v.introduced_at,
        i.state, i.made_at, i.introduced_at as met_at, i.ended_at, i.ended_by, i.reason, i.version
      from introduction i
      cross join lateral (select * from visit v where v.id = i.visit_id limit 1) v
      cross join lateral (select * from %s g where g.id = v.agreement_id limit 1) g
      left join lateral (select * from %s c where c.id = i.customer_id limit 1) c on true
      left join %s l on l.id = i.leaver_id
      left join %3$s s on s.id = i.successor_id\
      """
          .formatted(Agreements.SUMMARIES, CustomerCopies.PLACES, Technicians.SUMMARIES);

  /** One after the other: each by an index of its own. */
  private static final String OF_TECHNICIAN =
      """
      i.id in (
        select id from introduction where leaver_id = %1$s
        union all
        select id from introduction where successor_id = %1$s)""";

  private final Database database;

  Introductions(Database database) {
    this.database = database;
  }

  /** With all that is shown of them, to be narrowed; {@code i} is the introduction. */
  public ListQuery list() {
    return database.list(SELECT);
  }

  /** Leaves those that a technician has to be at; an unknown key finds nothing. */
  public static void narrowToTechnician(ListQuery list, Ref ref) {
    String who = ref.id().isPresent() ? ":who" : "(" + Technicians.ID_BY_KEY.formatted("who") + ")";
    list.where(OF_TECHNICIAN.formatted(who))
        .bind("who", ref.id().<Object>map(id -> id).orElseGet(() -> ref.externalId().get()));
  }

  /** Those that are to be, or have been, in order of time. */
  public List<Introduction> takingPlace(Instant from, Instant to) {
    return between(list().where("i.state in ('OPEN', 'DONE')"), from, to);
  }

  /** Those at which a technician is to be, also those that are off. */
  public List<Introduction> ofTechnician(UUID technicianId, Instant from, Instant to) {
    ListQuery list = list();
    narrowToTechnician(list, Ref.of(technicianId));
    return between(list, from, to);
  }

  /** Also those that are off. */
  public List<Introduction> ofCustomer(UUID customerId, Instant from, Instant to) {
    return between(list().where("i.customer_id = :who", "who", customerId), from, to);
  }

  private static List<Introduction> between(ListQuery list, Instant from, Instant to) {
    return list.where("i.scheduled_at >= :from", "from", from)
        .where("i.scheduled_at < :to", "to", to)
        .list(Introduction.class, "i.scheduled_at, i.id", MOST);
  }

  /** Those that have to do with a visit, and are to be or have been. */
  public List<Introduction> at(UUID visitId) {
    return list()
        .where(
            """
            i.id in (
              select id from introduction where visit_id = :visit
              union all
              select id from introduction where joint_visit_id = :visit)""",
            "visit",
            visitId)
        .where("i.state in ('OPEN', 'DONE')")
        .list(Introduction.class, "i.scheduled_at, i.id", MOST);
  }

  /** Whether somebody is to be introduced at a visit that another one makes. */
  boolean isIntroducedAt(UUID visitId, UUID technicianId) {
    return database
        .sql(
            """
            select id from introduction
            where joint_visit_id = :visit and successor_id = :technician and state = 'OPEN' limit 1
            """)
        .bind("visit", visitId)
        .bind("technician", technicianId)
        .first(UUID.class)
        .isPresent();
  }

  /**
   * Lets the two be at a visit together, in place of what was arranged for that visit before.
   *
   * @param visit of whoever comes next
   * @param joint the one before, of whom the customer knows
   */
  public UUID arrange(Visit visit, Visit joint, Instant at) {
    return database
        .sql(
            """
            insert into introduction (id, visit_id, joint_visit_id, customer_id, leaver_id,
              successor_id, scheduled_at, scheduled_on, time_said, state, made_at)
            values (:id, :visit, :joint, :customer, :leaver, :successor, :scheduledAt, :on, :timed,
              'OPEN', :at)
            on conflict (visit_id) where state in ('OPEN', 'NEEDED') do update set
              state = 'OPEN', reason = null,
              joint_visit_id = excluded.joint_visit_id, customer_id = excluded.customer_id,
              leaver_id = excluded.leaver_id, successor_id = excluded.successor_id,
              scheduled_at = excluded.scheduled_at, scheduled_on = excluded.scheduled_on,
              time_said = excluded.time_said, made_at = excluded.made_at,
              version = introduction.version + 1
            returning id
            """)
        .bind("id", Ids.next())
        .bind("visit", visit.id)
        .bind("joint", joint.id)
        .bind("customer", joint.customerId)
        .bind("leaver", joint.technicianId)
        .bind("successor", visit.technicianId)
        .bind("scheduledAt", joint.scheduledAt)
        .bind("on", joint.scheduledOn)
        .bind("timed", joint.timeSaid)
        .bind("at", at)
        .first(UUID.class)
        .orElseThrow();
  }

  /** The customer has met them; false if it has ended meanwhile. */
  public boolean done(UUID id, Instant introducedAt, Instant at, String by) {
    return database
            .sql(
                """
                update introduction set state = 'DONE', introduced_at = :introducedAt,
                  reason = null, ended_at = :at, ended_by = :by, version = version + 1
                where id = :id and state in ('OPEN', 'NEEDED')
                """)
            .bind("id", id)
            .bind("introducedAt", introducedAt)
            .bind("at", at)
            .bind("by", by)
            .update()
        == 1;
  }

  /** It is not to be; false if it has ended meanwhile. */
  public boolean drop(UUID id, String reason, Instant at, String by) {
    return database
            .sql(
                """
                update introduction set state = 'DROPPED', reason = :reason, ended_at = :at,
                  ended_by = :by, version = version + 1
                where id = :id and state in ('OPEN', 'NEEDED')
                """)
            .bind("id", id)
            .bind("reason", reason)
            .bind("at", at)
            .bind("by", by)
            .update()
        == 1;
  }

  void move(@Observes CustomerMerged merged) {
    database
        .sql("update introduction set customer_id = :into where customer_id = :from")
        .bind("from", merged.from())
        .bind("into", merged.into())
        .update();
  }

  /** What somebody wrote of them goes, and nobody meets them any more. */
  void forget(@Observes CustomerErased erased) {
    database
        .sql(
            """
            update introduction set reason = null, version = version + 1,
              state = case when ended_at is null then 'DROPPED' else state end,
              ended_at = coalesce(ended_at, now())
            where customer_id = :customer and (state in ('OPEN', 'NEEDED') or reason is not null)
            """)
        .bind("customer", erased.customerId())
        .update();
  }
}
