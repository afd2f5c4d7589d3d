package io.familiarface.jobs.history;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import io.familiarface.history.send.HistorySender;
import io.familiarface.history.send.SendingStopped;
import io.familiarface.history.send.Services;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads a history and sends what it makes to the imports of the services, in the name of whoever
 * sent the file. One at a time, beside the requests.
 */
@ApplicationScoped
class BringingInHistory {
  private static final Logger LOG = Logger.getLogger(BringingInHistory.class);

  private final HistoryImports imports;
  private final LeftOutLines leftOut;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

  BringingInHistory(HistoryImports imports, LeftOutLines leftOut) {
    this.imports = imports;
    this.leftOut = leftOut;
  }

  /** Everything that one import needs. */
  record Work(UUID id, SentFile file, HistoryOptions options, boolean dryRun, Services services) {}

  /** Begins, and is completed when it is over, whatever came of it. The file is then gone. */
  CompletableFuture<Void> begin(Work work) {
    return CompletableFuture.runAsync(() -> run(work), threads);
  }

  private void run(Work work) {
    var news = new StepNow();
    ScheduledFuture<?> telling =
        threads.scheduleAtFixedRate(() -> tell(work.id(), news), 1, 1, TimeUnit.SECONDS);
    try (SentFile file = work.file()) {
      bringIn(work, file, news);
    } catch (UnreadableHistory e) {
      end(work.id(), HistoryState.REFUSED, e.getMessage(), telling);
    } catch (SendingStopped e) {
      end(work.id(), HistoryState.STOPPED, e.getMessage(), telling);
    } catch (IOException | RuntimeException e) {
      LOG.error("A history could not be brought in", e);
      String words = "It broke off, and why has been logged. What is in stays in: send it again.";
      end(work.id(), HistoryState.STOPPED, words, telling);
    } finally {
      telling.cancel(false);
    }
  }

  private void bringIn(Work work, SentFile file, StepNow news) throws IOException {
    try (HistoryPlan plan = new HistoryReader(work.options()).read(file.path(), news)) {
      boolean clear = plan.report().isClear();
      HistoryState then =
          !clear ? HistoryState.ASKS : work.dryRun() ? HistoryState.DONE : HistoryState.SENDING;
      leftOut.keep(plan.rejectedLines());
      imports.understood(work.id(), then, plan.report());
      if (then == HistoryState.SENDING) {
        var sent = new HistorySender(work.services()).send(plan, news);
        if (sent.refusedCount() > 0) {
          leftOut.keep(plan.rejectedLines());
        }
        imports.sent(work.id(), SentLines.of(sent));
      }
    }
  }

  private void tell(UUID id, StepNow news) {
    try {
      imports.heardOf(id, news.step(), news.done(), news.of());
    } catch (RuntimeException e) {
      LOG.warnf("How far the history has come could not be written down: %s", e);
    }
  }

  private void end(UUID id, HistoryState how, String words, ScheduledFuture<?> telling) {
    telling.cancel(false);
    imports.ended(id, how, words);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
