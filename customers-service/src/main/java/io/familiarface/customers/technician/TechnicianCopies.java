package io.familiarface.customers.technician;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our copy of the technicians. */
@ApplicationScoped
public class TechnicianCopies {
  private static final String SELECT =
      """
      select id, external_id, name, skills, left_on, away_from, away_until from technician_copy
      """;

  private final Database database;

  TechnicianCopies(Database database) {
    this.database = database;
  }

  /**
   * Adds to a round trip the technicians with the ids that a query finds, as far as they are known
   * yet.
   */
  public static Rows<Technician> among(RoundTrip trip, String ids) {
    return trip.query(SELECT + "where id = any(array(" + ids + "))", Technician.class);
  }

  /** Adds to a round trip who has that id. */
  static Rows<Technician> withId(RoundTrip trip, UUID id) {
    return trip.bind("namedId", id).query(SELECT + "where id = :namedId", Technician.class);
  }

  /** Adds to a round trip who has that external id. */
  static Rows<Technician> withExternalId(RoundTrip trip, String key) {
    return trip.bind("namedKey", key)
        .query(SELECT + "where external_id = :namedKey limit 1", Technician.class);
  }

  Optional<Technician> find(UUID id) {
    return database.sql(SELECT + "where id = :id").bind("id", id).first(Technician.class);
  }

  Optional<Technician> find(String externalId) {
    return database
        .sql(SELECT + "where external_id = :key limit 1")
        .bind("key", externalId)
        .first(Technician.class);
  }

  /** The ids of those with these external ids, as far as they are known yet. */
  Map<String, UUID> idsOf(Collection<String> externalIds) {
    record Known(String externalId, UUID id) {}
    return externalIds.isEmpty()
        ? Map.of()
        : database
            .sql("select external_id, id from technician_copy where external_id = any(:keys)")
            .bind("keys", externalIds)
            .list(Known.class)
            .stream()
            .collect(Collectors.toMap(Known::externalId, Known::id, (one, other) -> one));
  }

  /** Those whom jobs-service knows already, until the feed tells more of them. */
  void remember(Collection<Technician> found) {
    database
        .sql(
            """
            insert into technician_copy (id, external_id, name, skills, left_on, revision)
            select id, external_id, name, cast(skills as text[]), left_on, -1
            from unnest(cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:names as text[]),
              cast(:skills as text[]), cast(:leftOn as date[]))
              as told (id, external_id, name, skills, left_on)
            order by id
            on conflict (id) do nothing""")
        .bindColumn("ids", found, Technician::id)
        .bindColumn("externalIds", found, Technician::externalId)
        .bindColumn("names", found, Technician::name)
        .bindColumn("skills", found, one -> one.skills() == null ? List.of() : one.skills())
        .bindColumn("leftOn", found, Technician::leftOn)
        .update();
  }

  /**
   * Keeps the newest of what we were told; an older or repeated event changes nothing.
   *
   * @param events one for each technician
   */
  void write(Collection<TechnicianEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            insert into technician_copy
              (id, external_id, name, skills, left_on, away_from, away_until, revision)
            select id, external_id, name, cast(skills as text[]), left_on,
              cast(away_from as date[]), cast(away_until as date[]), revision
            from unnest(cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:names as text[]),
              cast(:skills as text[]), cast(:leftOn as date[]), cast(:awayFrom as text[]),
              cast(:awayUntil as text[]), cast(:revisions as bigint[]))
              as told (id, external_id, name, skills, left_on, away_from, away_until, revision)
            on conflict (id) do update set
              external_id = excluded.external_id, name = excluded.name, skills = excluded.skills,
              left_on = excluded.left_on, away_from = excluded.away_from,
              away_until = excluded.away_until, revision = excluded.revision
            where technician_copy.revision < excluded.revision""")
        .bindColumn("ids", events, TechnicianEvent::id)
        .bindColumn("externalIds", events, TechnicianEvent::externalId)
        .bindColumn("names", events, TechnicianEvent::name)
        .bindColumn("skills", events, TechnicianEvent::skills)
        .bindColumn("leftOn", events, TechnicianEvent::leftOn)
        .bindColumn("awayFrom", events, one -> days(one, TechnicianEvent.Absence::from))
        .bindColumn("awayUntil", events, one -> days(one, TechnicianEvent.Absence::until))
        .bindColumn("revisions", events, TechnicianEvent::revision)
        .update();
  }

  private static List<LocalDate> days(
      TechnicianEvent event, Function<TechnicianEvent.Absence, LocalDate> day) {
    return event.absences().stream().map(day).toList();
  }

  List<UUID> ids() {
    return database.sql("select id from technician_copy").list(UUID.class);
  }

  void forget(Collection<UUID> ids) {
    database.sql("delete from technician_copy where id = any(:ids)").bind("ids", ids).update();
  }
}
