package io.familiarface.jobs.technician;

import io.familiarface.database.CopiedRows;
import io.familiarface.database.Database;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.NamedRows;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;

/** Who works here. */
@ApplicationScoped
public class Technicians implements PanacheRepositoryBase<Technician, UUID> {
  /** SQL, for a join: what a list shows of a technician. */
  public static final String SUMMARIES =
      """
      (select id, external_id, name, branch, hired_on, left_on, introduction, photo_tag, skills,
         certificates, licensed_until
       from technician)\
      """;

  /**
   * SQL: whether a licence by which the technician {@code t} was chosen for the visit {@code v} has
   * ended by then. Whom the agreement sends, {@code p}, was chosen by all that they have learned;
   * who comes instead, by what both have, of which one will do.
   */
  public static final String LICENCE_ENDED =
      """
      (t.licensed_until < v.scheduled_on and (t.id = coalesce(p.id, t.id) or coalesce((
        select bool_and(coalesce((
          select bool_and(coalesce(held."expiresOn" < v.scheduled_on, false))
          from jsonb_to_recordset(t.certificates) as held (skill text, "expiresOn" date)
          where held.skill = shared), false))
        from unnest(t.skills) as shared
        where shared = any(coalesce(nullif(p.skills, '{}'), t.skills))), false)))\
      """;

  /** SQL: the last day of the technician whose id is %s. */
  public static final String LEFT_ON = "(select left_on from technician where id = %s)";

  /** SQL: the last day on which the technician whose id is %s may use all that they learned. */
  public static final String LICENSED_UNTIL =
      "(select licensed_until from technician where id = %s)";

  /** SQL, for {@link Reference#narrow}: the technician whom another system calls so. */
  public static final String ID_BY_KEY = "select id from technician where external_id = :%s";

  /**
   * SQL: takes the rows of the technicians whose ids %s selects, until the transaction ends, in one
   * order.
   */
  public static final String HOLD =
      "select id from technician where id in (%s) order by id for no key update";

  /**
   * SQL: as {@link #HOLD}, but of those alone whom nobody else holds: it does not wait, and is in
   * no order with who does.
   */
  public static final String HOLD_FREE =
      "select id from technician where id in (%s) for no key update skip locked";

  /** SQL: whether the technician in one column works here on the day in another. */
  public static String isEmployed(String technician, String day) {
    return """
    exists (
      select from technician where id = %s and coalesce(hired_on <= %s, true)
        and coalesce(left_on >= %2$s, true))\
    """
        .formatted(technician, day);
  }

  /**
   * SQL: {@link Suitability#works} of the technician in one column.
   *
   * @param day as {@link java.time.DayOfWeek} names it
   * @param time null where nobody has said one
   */
  public static String works(String technician, String day, String time) {
    return """
    exists (
      select from technician where id = %s and (working_hours = '[]' or exists (
        select from jsonb_to_recordset(working_hours) as part (day text, "from" time, "to" time)
        where part.day = %s and coalesce(part."from" <= %s and %3$s < part."to", true))))\
    """
        .formatted(technician, day, time);
  }

  private static final String COLUMNS =
      """
      technician (id, external_id, name, branch, skills, certificates, working_hours, introduction,
        hired_on, left_on, licensed_until, line_fingerprint, version)\
      """;

  private static final List<Function<? super Technician, Object>> VALUES =
      List.of(
          technician -> technician.id,
          technician -> technician.externalId,
          technician -> technician.name,
          technician -> technician.branch,
          technician -> technician.skills,
          technician -> CertificatesJson.INSTANCE.convertToDatabaseColumn(technician.certificates),
          technician -> WorkingHoursJson.INSTANCE.convertToDatabaseColumn(technician.workingHours),
          technician -> technician.introduction,
          technician -> technician.hiredOn,
          technician -> technician.leftOn,
          technician -> technician.licensedUntil,
          technician -> technician.lineFingerprint,
          technician -> technician.version);

  private final Database database;

  Technicians(Database database) {
    this.database = database;
  }

  /** The technician named in a path. */
  public Technician get(Ref ref) {
    Reference reference = Reference.of(ref);
    return find(reference).orElseThrow(() -> missing(reference));
  }

  private static RuntimeException missing(Reference reference) {
    return JobsProblem.NO_SUCH_TECHNICIAN.because(
        "There is no technician %s.".formatted(reference));
  }

  /** The technician a request body points at. */
  public Technician referred(Reference reference) {
    return find(reference).orElseThrow(() -> unknown(reference.toString()));
  }

  /** As {@link #referred}; nobody else changes or books them until the transaction ends. */
  public Technician lockReferred(Reference reference) {
    return findLocked(reference).orElseThrow(() -> unknown(reference.toString()));
  }

  /** Nobody else changes or books these until the transaction ends. */
  public void lock(Collection<UUID> ids) {
    database
        .sql(HOLD.formatted("select unnest(cast(:ids as uuid[]))"))
        .bind("ids", ids)
        .list(UUID.class);
  }

  /** The one refusal for a technician nobody has told us of. */
  public static RuntimeException unknown(String key) {
    return JobsProblem.UNKNOWN_TECHNICIAN.because(
        "There is no technician %s. Create or import the technician first.".formatted(key));
  }

  public Optional<Technician> find(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id())
        : find("externalId", reference.externalId()).firstResultOptional();
  }

  /** Those of the given external ids that exist, in one query. */
  public Map<String, Technician> byExternalIds(Collection<String> externalIds) {
    return NamedRows.of(getEntityManager(), Technician.class, externalIds).stream()
        .collect(Collectors.toMap(Technician::externalId, Function.identity()));
  }

  /** Writes new ones together, past the session: it does not hold them afterwards. */
  void insert(Collection<Technician> hired) {
    if (!hired.isEmpty()) {
      database.copy(new CopiedRows<>(COLUMNS, hired, VALUES));
    }
  }

  /** As it stands in the database now, and nobody else changes it until the transaction ends. */
  public Technician lock(Ref ref) {
    Reference reference = Reference.of(ref);
    return findLocked(reference).orElseThrow(() -> missing(reference));
  }

  private Optional<Technician> findLocked(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id(), LockModeType.PESSIMISTIC_WRITE)
        : find("externalId", reference.externalId())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional();
  }

  /** Gives the technician a new version though only the absences changed. */
  void touch(Technician technician) {
    getEntityManager().lock(technician, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  Page<TechnicianView> page(
      List<String> externalIds, String branch, LocalDate employedOn, PageRequest page) {
    var list =
        database
            .list("select * from technician")
            .where("external_id = any(:externalIds)", "externalIds", externalIds)
            .where("branch = :branch", "branch", branch)
            .where(
                "(hired_on is null or hired_on <= :day) and (left_on is null or left_on >= :day)",
                "day",
                employedOn);
    page.after()
        .ifPresent(
            key ->
                list.where("(name, id) > (:afterName, :afterId)")
                    .bind("afterName", key.text(0))
                    .bind("afterId", key.uuid(1)));
    return Page.of(
        list.list(TechnicianView.Row.class, "name, id", page.limit() + 1),
        page,
        technician -> Key.of(technician.name(), technician.id()),
        TechnicianView.Row::view);
  }

  /** Whether one of them can come on a day, in one query. */
  public Presence presence(UUID id, LocalDate day) {
    return presence(id, id, day);
  }

  /**
   * The same.
   *
   * @param usual in whose place they come, or they themselves; null if nobody usually does
   */
  public Presence presence(UUID id, UUID usual, LocalDate day) {
    return database
        .sql(
            """
            select t.name, t.hired_on, t.left_on, t.working_hours, v.scheduled_on as day,
              (select max(until_on) from absence where technician_id = t.id
                and from_on <= v.scheduled_on and until_on >= v.scheduled_on) as away_until,
              coalesce(%s, false) as licence_ended
            from (select cast(:day as date) as scheduled_on) v
            join technician t on t.id = :id
            left join technician p on p.id = cast(:usual as uuid)
            """
                .formatted(LICENCE_ENDED))
        .bind("id", id)
        .bind("usual", usual)
        .bind("day", day)
        .first(Presence.class)
        .orElseThrow();
  }

  /**
   * What is to be known before one of them is sent in place of another.
   *
   * @param awayFrom the first day of an absence that falls into the day, {@code awayUntil} its last
   * @param usualSkills of whom the agreement sends
   */
  public record BeforeSending(LocalDate awayFrom, LocalDate awayUntil, List<String> usualSkills) {

    public boolean isAway() {
      return awayFrom != null;
    }
  }

  /** In one query; {@code usual} may be null. */
  public BeforeSending beforeSending(UUID id, UUID usual, LocalDate day) {
    return database
        .sql(
            """
            select away.from_on as away_from, away.until_on as away_until,
              coalesce(usual.skills, '{}') as usual_skills
            from (select 1) always
            left join lateral (
              select from_on, until_on from absence
              where technician_id = :id and from_on <= :day and until_on >= :day
              order by from_on limit 1) away on true
            left join technician usual on usual.id = cast(:usual as uuid)
            """)
        .bind("id", id)
        .bind("usual", usual)
        .bind("day", day)
        .first(BeforeSending.class)
        .orElseThrow();
  }

  /**
   * Somebody who works here on some of the days asked for, and when not.
   *
   * @param awayFrom the first days of the absences that fall into them, {@code awayUntil} the last
   */
  public record OnDuty(
      UUID id,
      String externalId,
      @Nested Employment employment,
      String branch,
      String photoTag,
      String workingHours,
      List<LocalDate> awayFrom,
      List<LocalDate> awayUntil) {

    public String name() {
      return employment.name();
    }

    /** Where the photo is read; null without one. */
    public String photo() {
      return TechnicianPhotos.pathOf(id, photoTag);
    }

    /** For {@link Suitability#works}. */
    public List<WorkingHours> hours() {
      return WorkingHoursJson.INSTANCE.convertToEntityAttribute(workingHours);
    }

    public boolean isThereOn(LocalDate day) {
      if (!employment.covers(day)) {
        return false;
      }
      for (int i = 0; i < awayFrom.size(); i++) {
        if (!day.isBefore(awayFrom.get(i)) && !day.isAfter(awayUntil.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** Those who work here on any of the days, by name, in one query; {@code branch} null for all. */
  public List<OnDuty> onDuty(LocalDate from, LocalDate until, String branch, int limit) {
    return database
        .list(
            """
            select t.id, t.external_id, t.name, t.hired_on, t.left_on, t.branch, t.photo_tag,
              t.working_hours,
              array(select from_on from absence where technician_id = t.id
                and from_on <= :until and until_on >= :from order by from_on) as away_from,
              array(select until_on from absence where technician_id = t.id
                and from_on <= :until and until_on >= :from order by from_on) as away_until
            from technician t\
            """)
        .bind("from", from)
        .bind("until", until)
        .where("(t.hired_on is null or t.hired_on <= :until)")
        .where("(t.left_on is null or t.left_on >= :from)")
        .where("t.branch = :branch", "branch", branch)
        .list(OnDuty.class, "t.name, t.id", limit);
  }

  /** Those who have not left by a day, by name; also who is away then, or is yet to come. */
  public List<Technician> notLeftBy(LocalDate day) {
    return list("leftOn is null or leftOn >= ?1 order by name, id", day);
  }
}
