package io.familiarface.rest.bulk;

import io.familiarface.rest.logging.WithoutWords;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Takes the chunks of an import in, each in a transaction, and reports in their order. While one is
 * committed the next is looked up and applied, unless it touches what the one before changes. A
 * chunk of which anything is refused waits for the one before and is taken in by {@link Chunks}.
 */
final class OverlappingChunks<T> implements AutoCloseable {
  /**
   * So long a chunk that is applied waits for the one before to be committed, and then gives way:
   * somebody may be in the way of that one who waits for what this one holds.
   */
  private static final long PATIENCE_SECONDS = 2;

  private static final Logger LOG = Logger.getLogger(OverlappingChunks.class);

  private final TransactionManager transactions;
  private final Chunks chunks;
  private final Importer<T> importer;
  private final DoubledKeys<T> doubled;
  private final ReportSpool report;
  private final boolean dryRun;
  private final CommitBehind commits;

  /** The chunk that is being committed; null if none is. */
  private Behind<T> behind;

  OverlappingChunks(
      TransactionManager transactions,
      Chunks chunks,
      Importer<T> importer,
      DoubledKeys<T> doubled,
      ReportSpool report,
      boolean dryRun) {
    this.transactions = transactions;
    this.chunks = chunks;
    this.importer = importer;
    this.doubled = doubled;
    this.report = report;
    this.dryRun = dryRun;
    this.commits = new CommitBehind(transactions);
  }

  /**
   * @param touched empty if nobody knows
   */
  private record Behind<T>(
      List<Line<T>> chunk, Set<String> touched, List<LineReport> reports, Future<?> commit) {}

  /**
   * Takes the next chunk in.
   *
   * @throws ImportStopped when the database or a neighbour stays away
   */
  void take(List<Line<T>> chunk) throws IOException {
    if (dryRun) {
      applyAlone(chunk);
      return;
    }
    Set<String> touched = touched(chunk);
    if (behind != null && mayMeet(behind.touched, touched)) {
      finish();
    }
    try {
      List<LineReport> reports = applied(chunk);
      if (reports != null && behind != null && !isCommittedSoon(behind.commit)) {
        transactions.rollback();
        reports = null;
      }
      finish();
      if (reports == null) {
        applyAlone(chunk);
      } else {
        behind = new Behind<>(chunk, touched, reports, commits.commit());
      }
    } catch (SystemException | NotSupportedException e) {
      throw new IllegalStateException("No transaction for a chunk of lines", e);
    } finally {
      // Only if this was stopped midway: the thread serves others next.
      rollBackIfOpen();
    }
  }

  /** Waits for what is not committed yet. */
  void finish() throws IOException {
    if (behind == null) {
      return;
    }
    Behind<T> last = behind;
    behind = null;
    if (isCommitted(last.commit)) {
      report.add(last.reports);
    } else {
      applyAlone(last.chunk);
    }
  }

  private Set<String> touched(List<Line<T>> chunk) {
    Set<String> touched = new HashSet<>();
    for (Line<T> line : chunk) {
      if (line.isReadable()) {
        List<String> byLine = importer.touches(line.value());
        if (byLine.isEmpty()) {
          return Set.of();
        }
        touched.addAll(byLine);
      }
    }
    return touched;
  }

  private static boolean mayMeet(Set<String> before, Set<String> now) {
    return before.isEmpty() || now.isEmpty() || !Collections.disjoint(before, now);
  }

  /**
   * Applies all lines in a transaction that is left open.
   *
   * @return null, with no transaction, when anything is refused or in the way
   */
  private List<LineReport> applied(List<Line<T>> chunk)
      throws SystemException, NotSupportedException {
    List<T> lines = chunk.stream().filter(Line::isReadable).map(Line::value).toList();
    if (lines.size() < chunk.size()) {
      return null;
    }
    List<LineReport> reports = null;
    try {
      importer.lookUp(lines);
      transactions.begin();
      reports = Chunks.taken(chunk, importer, doubled, line -> {});
    } catch (RuntimeException e) {
      // Whose fault that is, and what passes, shows when the chunk is taken in alone.
      LOG.debugf("A chunk is taken in again: %s", WithoutWords.kind(e));
    } finally {
      if (reports == null) {
        rollBackIfOpen();
      }
    }
    return reports;
  }

  private void rollBackIfOpen() {
    try {
      if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transactions.rollback();
      }
    } catch (SystemException e) {
      throw new IllegalStateException("A chunk of lines could not be rolled back", e);
    }
  }

  private void applyAlone(List<Line<T>> chunk) throws IOException {
    try {
      report.add(chunks.apply(chunk, dryRun, importer, doubled));
    } catch (ImportStopped e) {
      report.add(e.done());
      throw e;
    }
  }

  private static boolean isCommittedSoon(Future<?> commit) {
    try {
      commit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static boolean isCommitted(Future<?> commit) {
    try {
      commit.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Stopped while a chunk was committed", e);
  }

  @Override
  public void close() {
    commits.close();
  }
}
