package io.familiarface.feedback.calculation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feedback.calculation.Calculation.Kind;
import io.familiarface.feedback.calculation.Calculation.State;
import io.familiarface.rest.Ids;
import io.familiarface.rest.job.Jobs;
import io.familiarface.rest.job.RunningJob;
import io.familiarface.rest.logging.WithoutWords;
import io.familiarface.risk.learning.ProgressListener;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Long calculations: one of a kind at a time among all copies of this service, and one at all in
 * this copy, so that memory is bounded and events and reads keep a processor to themselves.
 */
@ApplicationScoped
public class Calculations {
  private static final Logger LOG = Logger.getLogger(Calculations.class);
  private static final int KEPT_OF_A_KIND = 50;

  private final CalculationRecords records;
  private final Jobs jobs;
  private final ObjectMapper json;
  private final Clock clock;
  private final TransactionSynchronizationRegistry transaction;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(low("calculation"));
  private final Map<UUID, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();
  private final Map<UUID, RunningJob> running = new ConcurrentHashMap<>();

  Calculations(
      CalculationRecords records,
      Jobs jobs,
      ObjectMapper json,
      Clock clock,
      TransactionSynchronizationRegistry transaction) {
    this.records = records;
    this.jobs = jobs;
    this.json = json;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The calculation itself; it says how far it is, and is ended there when it may not go on. */
  public interface Work {
    CalculationResult run(ProgressListener progress);
  }

  /**
   * Starts one once the running transaction has committed.
   *
   * @param slot the instant of a schedule, for which one runs at most; null when somebody asked
   * @return its id; empty when one of its kind runs already
   */
  @Transactional
  public Optional<UUID> start(Kind kind, Object question, String askedBy, Instant slot, Work work) {
    UUID id = Ids.next();
    String asked = question == null ? null : write(question);
    if (!records.start(id, kind, asked, askedBy, clock.instant(), slot)) {
      return Optional.empty();
    }
    jobs.forgetAllBut(KEPT_OF_A_KIND, kind.name());
    ends.put(id, new CompletableFuture<>());
    transaction.registerInterposedSynchronization(new Starting(id, work));
    return Optional.of(id);
  }

  public Optional<Calculation> byId(UUID id, Kind kind) {
    return records.byId(id, kind);
  }

  /** The newest first. */
  public List<Calculation> newest(Kind kind, int limit) {
    return records.newest(kind, limit);
  }

  /** Completes when one that this copy runs has ended; empty for one that it does not run. */
  public Optional<CompletableFuture<Void>> end(UUID id) {
    return Optional.ofNullable(ends.get(id)).map(CompletableFuture::copy);
  }

  void stopAll(@Observes ShutdownEvent stopping) {
    running.values().forEach(one -> one.stop("The service was stopped. Start it again."));
    running.keySet().forEach(id -> fail(id, "The service was stopped. Start it again."));
    worker.shutdownNow();
  }

  private final class Starting implements Synchronization {
    private final UUID id;
    private final Work work;

    Starting(UUID id, Work work) {
      this.id = id;
      this.work = work;
    }

    @Override
    public void beforeCompletion() {
      // it is on record with the commit
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        run(new RunningJob(id, "waiting for its turn"), work);
      } else {
        ends.remove(id);
      }
    }
  }

  private void run(RunningJob one, Work work) {
    running.put(one.id(), one);
    Future<?> beating = jobs.keepAlive(one);
    worker.execute(
        () -> {
          try {
            finish(one, work.run((share, step) -> one.at(step, share, 1)));
          } catch (RunningJob.Stopped e) {
            fail(one.id(), e.getMessage());
          } catch (OutOfMemoryError e) {
            fail(one.id(), "The memory of the service is too small for it: give it more.");
          } catch (RuntimeException | Error e) {
            LOG.errorf(WithoutWords.of(e), "Calculation %s failed", one.id());
            fail(one.id(), "Something went wrong; the log of the service says what.");
          } finally {
            beating.cancel(false);
            running.remove(one.id());
            ends.remove(one.id()).complete(null);
          }
        });
  }

  private void finish(RunningJob one, CalculationResult outcome) {
    String result = outcome.result() == null ? null : write(outcome.result());
    boolean ours =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  boolean still =
                      records.end(
                          one.id(), outcome.state(), outcome.verdict(), result, clock.instant());
                  if (still) {
                    outcome.change().run();
                  }
                  return still;
                });
    if (ours) {
      outcome.afterwards().run();
    }
  }

  private void fail(UUID id, String why) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> records.end(id, State.FAILED, why, null, clock.instant()));
    } catch (RuntimeException e) {
      LOG.warnf("That calculation %s failed could not be kept: %s", id, WithoutWords.kind(e));
    }
  }

  private String write(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be stored: " + document.getClass(), e);
    }
  }

  private static java.util.concurrent.ThreadFactory low(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.setDaemon(true);
      return thread;
    };
  }
}
