package io.familiarface.jobs.history;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.Progress;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import io.familiarface.history.send.HistorySender;
import io.familiarface.history.send.SendingStopped;
import io.familiarface.history.send.Services;
import io.familiarface.history.spool.TemporaryFolder;
import io.familiarface.rest.job.Jobs;
import io.familiarface.rest.job.RunningJob;
import io.familiarface.rest.logging.WithoutWords;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Reads a history and sends what it makes to the imports of the services, in the name of whoever
 * sent the file. One at a time, beside the requests.
 */
@ApplicationScoped
class ImportingHistory {
  private static final Logger LOG = Logger.getLogger(ImportingHistory.class);

  private final HistoryImports imports;
  private final StoredRejectedLines rejected;
  private final Jobs jobs;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  ImportingHistory(HistoryImports imports, Jobs jobs, StoredRejectedLines rejected) {
    this.imports = imports;
    this.jobs = jobs;
    this.rejected = rejected;
  }

  /** Everything that one import needs. */
  record Work(
      UUID id, UploadedHistory files, HistoryOptions options, boolean dryRun, Services services) {}

  /** Begins, and is completed when it is over, whatever came of it. The files are then gone. */
  CompletableFuture<Void> begin(Work work) {
    return CompletableFuture.runAsync(() -> run(work), threads);
  }

  private void run(Work work) {
    var job = new RunningJob(work.id(), HistoryImports.FIRST_STEP);
    Future<?> reporting = jobs.keepAlive(job);
    try (UploadedHistory files = work.files()) {
      importFile(work, files, job::at);
    } catch (UnreadableHistory e) {
      end(work.id(), HistoryState.REFUSED, e.getMessage(), reporting);
    } catch (SendingStopped | RunningJob.Stopped e) {
      end(work.id(), HistoryState.STOPPED, e.getMessage(), reporting);
    } catch (IOException | RuntimeException e) {
      LOG.error("A history could not be imported", WithoutWords.of(e));
      String words = "It broke off, and why has been logged. What is in stays in: send it again.";
      end(work.id(), HistoryState.STOPPED, words, reporting);
    } finally {
      reporting.cancel(false);
    }
  }

  private void importFile(Work work, UploadedHistory files, Progress progress) throws IOException {
    try (HistoryPlan plan = new HistoryReader(work.options()).read(files.visits(), progress)) {
      boolean clear = plan.report().isClear();
      HistoryState then =
          !clear ? HistoryState.ASKS : work.dryRun() ? HistoryState.DONE : HistoryState.SENDING;
      rejected.store(plan.rejectedLines());
      imports.recordReport(work.id(), then, plan.report());
      if (then == HistoryState.SENDING) {
        var sent = new HistorySender(work.services()).send(plan, progress);
        if (sent.refusedCount() > 0) {
          rejected.store(plan.rejectedLines());
        }
        imports.recordSent(work.id(), SendSummary.of(sent));
      }
    }
  }

  private void end(UUID id, HistoryState how, String words, Future<?> reporting) {
    reporting.cancel(false);
    imports.recordEnd(id, how, words);
  }

  /** They name people, and whoever was ended in the middle could not remove them. */
  void removeFilesLeftBehind(@Observes StartupEvent start) {
    try {
      TemporaryFolder.removeLeftBehind();
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf(
          "Temporary files of an earlier import could not be removed: %s", WithoutWords.kind(e));
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
