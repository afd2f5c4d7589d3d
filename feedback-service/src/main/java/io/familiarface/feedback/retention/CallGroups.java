package io.familiarface.feedback.retention;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.assessment.CustomerRisks;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.followup.FollowUps;
import io.familiarface.feedback.followup.HoldOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is called in the experiment that runs, and who is not. Whoever has an open case is not part
 * of it: they are called, and so is whom another experiment drew within the time that it watches
 * them. Who was drawn once stays in their group, and their place stays taken when they are erased
 * or merged.
 */
@ApplicationScoped
class CallGroups implements HoldOut {
  private static final String WITHOUT_CASE =
      """
      select c.id, coalesce(r.probability, 0) as probability, drawn.stratum, drawn.held_back
      from unnest(cast(:customers as uuid[])) with ordinality as c (id, place)
      left join %s r on r.customer_id = c.id
      left join lateral (
        select u.stratum, u.state = 'HELD_BACK' as held_back from %s u
        where u.experiment = :experiment and u.customer_id = c.id
        order by u.opened_at limit 1) drawn on true
      where not exists (select 1 from %s k where k.customer_id = c.id and k.next_step is not null)
        and (drawn.stratum is not null or not exists (
          select 1 from %s o where o.customer_id = c.id and o.opened_at > :watchedSince))
      order by c.place
      """
          .formatted(
              CustomerRisks.PROBABILITIES, FollowUps.COUNTED, Complaints.CASES, FollowUps.COUNTED);

  private static final String TAKEN =
      "select stratum, taken from retention_place where experiment = :experiment";

  private static final String TAKE =
      """
      insert into retention_place (experiment, stratum, taken)
      select :experiment, stratum, taken
      from unnest(cast(:strata as text[]), cast(:places as bigint[])) as p (stratum, taken)
      on conflict (experiment, stratum) do update set taken = excluded.taken
      """;

  private final Database database;
  private final RetentionExperiments experiments;
  private final Clock clock;

  CallGroups(Database database, RetentionExperiments experiments, Clock clock) {
    this.database = database;
    this.experiments = experiments;
    this.clock = clock;
  }

  /** Stratum and group as they were drawn; null where they have not been. */
  private record WithoutCase(UUID id, double probability, Stratum stratum, Boolean heldBack) {}

  private record Taken(Stratum stratum, long taken) {}

  @Override
  public Map<UUID, Group> groups(Collection<UUID> customers) {
    RetentionExperiment running = experiments.running();
    if (running.holdOut == 0 || customers.isEmpty()) {
      return Map.of();
    }
    RoundTrip trip =
        database
            .roundTrip()
            .bind("customers", customers)
            .bind("experiment", running.number)
            .bind("watchedSince", clock.instant().minus(watched()));
    RoundTrip.Rows<WithoutCase> found = trip.query(WITHOUT_CASE, WithoutCase.class);
    RoundTrip.Rows<Taken> taken = trip.query(TAKEN, Taken.class);
    trip.send();
    Map<Stratum, Long> before =
        taken.all().stream().collect(Collectors.toMap(Taken::stratum, Taken::taken));
    Map<Stratum, Long> places = new HashMap<>(before);
    Map<UUID, Group> groups = new HashMap<>();
    for (WithoutCase one : found.all()) {
      groups.put(one.id, one.stratum == null ? draw(running, one, places) : group(running, one));
    }
    if (!places.equals(before)) {
      take(running, places);
    }
    return groups;
  }

  @Override
  public Duration watched() {
    return Duration.ofDays(ReadingEffect.HORIZON_DAYS);
  }

  private void take(RetentionExperiment running, Map<Stratum, Long> places) {
    database
        .sql(TAKE)
        .bind("experiment", running.number)
        .bindColumn("strata", places.keySet(), Stratum::name)
        .bindColumn("places", places.keySet(), places::get)
        .update();
  }

  private static Group group(RetentionExperiment running, WithoutCase one) {
    return new Group(running.number, one.stratum.name(), one.heldBack);
  }

  private static Group draw(
      RetentionExperiment running, WithoutCase one, Map<Stratum, Long> places) {
    Stratum stratum = Stratum.of(one.probability);
    long place = places.merge(stratum, 1L, Long::sum) - 1;
    return new Group(
        running.number,
        stratum.name(),
        Draw.holdsBack(running.seed, stratum, place, running.holdOut));
  }
}
