package io.familiarface.rest.bulk;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Applies a chunk of lines in one transaction, leaving out those that are refused. */
@ApplicationScoped
class Chunks {
  private static final Logger LOG = Logger.getLogger(Chunks.class);

  /** So many refusals are singled out before the rest of a chunk goes line by line. */
  private static final int RETRIES = 8;

  <T> List<LineReport> apply(List<Line<T>> chunk, boolean dryRun, Importer<T> importer) {
    Map<Long, LineReport> reports = new HashMap<>();
    List<Line<T>> open = new ArrayList<>();
    for (Line<T> line : chunk) {
      if (line.isReadable()) {
        open.add(line);
      } else {
        reports.put(line.number(), LineReport.rejected(line.number(), null, line.problem()));
      }
    }
    for (int attempt = 0; !open.isEmpty() && attempt < RETRIES; attempt++) {
      Refused refused = attempt(open, dryRun, importer, reports);
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
      Refused refused = attempt(List.of(line), dryRun, importer, reports);
      if (refused != null) {
        reports.put(line.number(), refused.report(line, importer));
      }
    }
    return chunk.stream().map(line -> reports.get(line.number())).toList();
  }

  /** Which line threw; -1 when the database refused the chunk as a whole. */
  private record Refused(int index, Throwable why) {
    <T> LineReport report(Line<T> line, Importer<T> importer) {
      return LineReport.rejected(line.number(), importer.externalId(line.value()), problem(why));
    }
  }

  private static <T> Refused attempt(
      List<Line<T>> lines, boolean dryRun, Importer<T> importer, Map<Long, LineReport> reports) {
    int[] at = {-1};
    List<LineReport> taken = new ArrayList<>(lines.size());
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                importer.prepare(lines.stream().map(Line::value).toList());
                for (int i = 0; i < lines.size(); i++) {
                  at[0] = i;
                  Line<T> line = lines.get(i);
                  taken.add(
                      LineReport.taken(
                          line.number(),
                          importer.externalId(line.value()),
                          importer.apply(line.value())));
                }
                at[0] = -1;
                if (dryRun) {
                  throw new NothingChanges();
                }
              });
    } catch (NothingChanges e) {
      // rolled back, as asked
    } catch (RuntimeException e) {
      return new Refused(at[0], e);
    }
    taken.forEach(report -> reports.put(report.line(), report));
    return null;
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
    LOG.error("An import line failed unexpectedly", why);
    return CommonProblem.INTERNAL_ERROR.because(
        "It has been logged. The other lines are not affected.");
  }

  private static final class NothingChanges extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingChanges() {
      super(null, null, false, false);
    }
  }
}
