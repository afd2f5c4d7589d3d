package io.familiarface.feedback.testing;

import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.SimulatedCustomer;
import io.familiarface.risk.simulation.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A simulated company whose history this service knows, at the day on which that history ends. */
@ApplicationScoped
public class MadeUpCompany {
  private final SignalIngestion ingestion;
  private final StoredRows database;

  MadeUpCompany(SignalIngestion ingestion, StoredRows database) {
    this.ingestion = ingestion;
    this.database = database;
  }

  /** Everything is forgotten, the models too, and it is today; what still runs is waited for. */
  public void isForgotten() {
    SettableClock.reset();
    for (int tries = 0; tries < 600 && database.isCalculating(); tries++) {
      pause();
    }
    database.change(
        """
        truncate flag, customer_risk, signal, customer_copy, visit_copy, feedback, complaint,
                 calculation, risk_model_use cascade
        """);
    database.change("delete from risk_model where kind = 'LEARNED'");
  }

  /** A company with so many customers over three years, at the end of them. */
  public SimulatedCompany is(World world, long seed, int customers) {
    SimulatedCompany company = SimulatedCompany.of(world, seed, customers, 36, 30);
    SettableClock.putForward(Duration.between(Instant.now(), company.end()));
    List<SimulatedCustomer> all = company.customers();
    database.change(
        """
        insert into customer_copy (id, name, revision)
        select id, 'Made up', 1 from unnest(cast(? as uuid[])) id
        """,
        all.stream()
            .map(customer -> customer.id().toString())
            .collect(Collectors.joining(",", "{", "}")));
    for (int from = 0; from < all.size(); from += 100) {
      List<SignalChange> changes = new ArrayList<>();
      for (SimulatedCustomer one : all.subList(from, Math.min(all.size(), from + 100))) {
        for (Signal signal : one.signals()) {
          changes.add(SignalChange.happened(one.id(), SignalSource.JOBS, 1, signal));
        }
      }
      QuarkusTransaction.requiringNew().run(() -> ingestion.ingest(changes));
    }
    return company;
  }

  /** Something more is heard of a customer. */
  public void hears(SimulatedCustomer customer, Signal signal) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                ingestion.ingest(
                    List.of(SignalChange.happened(customer.id(), SignalSource.JOBS, 2, signal))));
  }

  public static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
