package io.familiarface.rest.bulk;

import io.familiarface.database.PassingTrouble;
import io.familiarface.database.UniqueViolation;
import io.familiarface.rest.logging.WithoutWords;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Applies a chunk of lines in one transaction, leaving out those that are refused. A trouble of the
 * database that passes is no refusal: the chunk is tried again, and no line is blamed for it.
 */
@ApplicationScoped
class Chunks {
  private static final Logger LOG = Logger.getLogger(Chunks.class);

  /** So many refusals are singled out before the rest of a chunk goes line by line. */
  private static final int REFUSALS = 8;

  /** So often a chunk is tried while the database is away, some three seconds in all. */
  private static final int TRIES = 6;

  private static final long FIRST_PAUSE_MILLIS = 100;

  /**
   * Applies the lines, and answers with a report for each.
   *
   * @throws ImportStopped when the database or a neighbour stays away, with the reports of the
   *     lines that are in
   */
  <T> List<LineReport> apply(
      List<Line<T>> chunk, boolean dryRun, Importer<T> importer, DoubledKeys<T> doubled) {
    Map<Long, LineReport> reports = new HashMap<>();
    try {
      apply(chunk, dryRun, importer, doubled, reports);
    } catch (StillInTrouble e) {
      LOG.warnf(
          "An import stopped, for what it needs is away: %s", WithoutWords.kind(e.getCause()));
      throw new ImportStopped(inOrder(chunk, reports), e.getCause());
    }
    return inOrder(chunk, reports);
  }

  private static <T> List<LineReport> inOrder(List<Line<T>> chunk, Map<Long, LineReport> reports) {
    return chunk.stream().map(line -> reports.get(line.number())).filter(Objects::nonNull).toList();
  }

  private static <T> void apply(
      List<Line<T>> chunk,
      boolean dryRun,
      Importer<T> importer,
      DoubledKeys<T> doubled,
      Map<Long, LineReport> reports) {
    List<Line<T>> open = new ArrayList<>();
    for (Line<T> line : chunk) {
      if (line.isReadable()) {
        open.add(line);
      } else {
        reports.put(line.number(), LineReport.rejected(line.number(), line.key(), line.problem()));
      }
    }
    Set<Long> lookedUp = new HashSet<>();
    for (int attempt = 0; !open.isEmpty() && attempt < REFUSALS; attempt++) {
      Refused refused = attempt(open, lookedUp, dryRun, importer, doubled, reports);
      if (refused == null) {
        open.clear();
      } else if (refused.index() < 0) {
        break;
      } else {
        reports.put(
            open.get(refused.index()).number(),
            refused.report(open.get(refused.index()), importer));
        open.remove(refused.index());
      }
    }
    for (Line<T> line : open) {
      Refused refused = attempt(List.of(line), lookedUp, dryRun, importer, doubled, reports);
      if (refused != null) {
        reports.put(line.number(), refused.report(line, importer));
      }
    }
  }

  /** Which line was refused; -1 when the database refused the chunk as a whole. */
  private record Refused(int index, Throwable why) {

    /** A key that somebody else has just taken is found when it is looked for again. */
    boolean mayPass(int tries) {
      return UniqueViolation.isCauseOf(why) ? tries == 1 : PassingTrouble.isCauseOf(why);
    }

    <T> LineReport report(Line<T> line, Importer<T> importer) {
      return LineReport.rejected(line.number(), importer.externalId(line.value()), problem(why));
    }
  }

  /**
   * @param lookedUp the numbers of the lines for which other services have been asked already: they
   *     are asked once for all of a chunk, however many of its lines are refused
   */
  private static <T> Refused attempt(
      List<Line<T>> lines,
      Set<Long> lookedUp,
      boolean dryRun,
      Importer<T> importer,
      DoubledKeys<T> doubled,
      Map<Long, LineReport> reports) {
    for (int tries = 1; ; tries++) {
      Refused refused = attemptOnce(lines, lookedUp, dryRun, importer, doubled, reports);
      if (refused == null || !refused.mayPass(tries)) {
        return refused;
      }
      if (tries == TRIES) {
        throw new StillInTrouble(refused.why());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FIRST_PAUSE_MILLIS << (tries - 1)));
    }
  }

  private static <T> Refused attemptOnce(
      List<Line<T>> lines,
      Set<Long> lookedUp,
      boolean dryRun,
      Importer<T> importer,
      DoubledKeys<T> doubled,
      Map<Long, LineReport> reports) {
    int[] at = {-1};
    List<LineReport> taken = new ArrayList<>(lines.size());
    try {
      List<Long> numbers = lines.stream().map(Line::number).toList();
      if (!lookedUp.containsAll(numbers)) {
        importer.lookUp(lines.stream().map(Line::value).toList());
        lookedUp.addAll(numbers);
      }
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                taken.addAll(taken(lines, importer, doubled, i -> at[0] = i));
                if (dryRun) {
                  throw new NothingChanges();
                }
              });
    } catch (NothingChanges e) {
      // rolled back, as asked
    } catch (RuntimeException e) {
      // What the database refuses may be of a line before, which is only now written.
      if (isUnavailable(e)) {
        throw new StillInTrouble(e);
      }
      return new Refused(refusal(e).isPresent() ? at[0] : -1, e);
    }
    taken.forEach(report -> reports.put(report.line(), report));
    return null;
  }

  /**
   * Takes lines in, all of them, in the running transaction.
   *
   * @param at is told which of them it is the turn of; -1 when all are taken and are to be written
   */
  static <T> List<LineReport> taken(
      List<Line<T>> lines, Importer<T> importer, DoubledKeys<T> doubled, IntConsumer at) {
    List<LineReport> taken = new ArrayList<>(lines.size());
    importer.prepare(lines.stream().map(Line::value).toList());
    var taking = doubled.taking(lines);
    for (int i = 0; i < lines.size(); i++) {
      at.accept(i);
      Line<T> line = lines.get(i);
      taken.add(
          LineReport.taken(line.number(), importer.externalId(line.value()), taking.take(line)));
    }
    at.accept(-1);
    importer.flush();
    return taken;
  }

  /** Another service that must be asked is away: that passes, and is no line's fault. */
  private static boolean isUnavailable(Throwable why) {
    return refusal(why).filter(problem -> problem.getStatusCode() == 503).isPresent();
  }

  private static Optional<HttpProblem> refusal(Throwable why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpProblem problem) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  private static HttpProblem problem(Throwable why) {
    for (Throwable t = why; t != null; t = t.getCause()) {
      if (t instanceof HttpProblem problem) {
        return problem;
      }
      if (t instanceof java.sql.SQLException sql
          && String.valueOf(sql.getSQLState()).startsWith("23")) {
        return CommonProblem.CONFLICT.because(
            "The database refuses this line: it contradicts what is there already.");
      }
    }
    LOG.error("An import line failed unexpectedly", WithoutWords.of(why));
    return CommonProblem.INTERNAL_ERROR.because(
        "It has been logged. The other lines are not affected.");
  }

  /** What should have passed did not. */
  private static final class StillInTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillInTrouble(Throwable why) {
      super(why);
    }
  }

  private static final class NothingChanges extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingChanges() {
      super(null, null, false, false);
    }
  }
}
