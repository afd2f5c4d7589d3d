package io.familiarface.feedback.retention;

import io.familiarface.database.Database;
import io.familiarface.feedback.assessment.CustomerRisks;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.followup.HoldOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is called in the experiment that runs, and who is not. Whoever has an open case is not part
 * of it: they are called.
 */
@ApplicationScoped
class CallGroups implements HoldOut {
  private static final String WITHOUT_CASE =
      """
      select c.id, coalesce(r.probability, 0) as probability
      from unnest(cast(:customers as uuid[])) as c (id)
      left join %s r on r.customer_id = c.id
      where not exists (select 1 from %s k where k.customer_id = c.id and k.next_step is not null)
      """
          .formatted(CustomerRisks.PROBABILITIES, Complaints.CASES);

  private final Database database;
  private final RetentionExperiments experiments;

  CallGroups(Database database, RetentionExperiments experiments) {
    this.database = database;
    this.experiments = experiments;
  }

  private record WithoutCase(UUID id, double probability) {}

  @Override
  public Map<UUID, Group> groups(Collection<UUID> customers) {
    RetentionExperiment running = experiments.running();
    if (running.holdOut == 0 || customers.isEmpty()) {
      return Map.of();
    }
    return database.sql(WITHOUT_CASE).bind("customers", customers).list(WithoutCase.class).stream()
        .collect(
            Collectors.toMap(
                WithoutCase::id,
                one ->
                    new Group(
                        running.number,
                        Stratum.of(one.probability).name(),
                        Draw.holdsBack(running.seed, one.id, running.holdOut))));
  }
}
