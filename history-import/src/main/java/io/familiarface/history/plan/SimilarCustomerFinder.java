package io.familiarface.history.plan;

import io.familiarface.history.report.SimilarCustomers;
import io.familiarface.history.row.SimilarNames;
import io.familiarface.history.spool.SortedSpool;
import io.familiarface.history.value.Names;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds customers of different names who share a telephone, an e-mail address or a home, and whose
 * names are alike. They are sorted by what they share, on disk, so that any number may be compared.
 */
final class SimilarCustomerFinder implements Closeable {
  private static final long MEMORY_TO_SORT = 8L << 20;
  private static final int AT_HAND = 50;

  /** More behind one number are an office's, and no household's. */
  private static final int MOST_OF_ONE_MARK = 20;

  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "[\\s,]+(?:inc|llc|ltd|corp|co|company|gmbh|plc|llp|lp|limited|incorporated|corporation)\\.?$",
          Pattern.CASE_INSENSITIVE);

  /** A customer as found by a mark. */
  record Marked(String name, String key, long line) {}

  private final SortedSpool<Marked> marked;

  SimilarCustomerFinder(Path folder) {
    marked = new SortedSpool<>(Marked.class, folder, MEMORY_TO_SORT);
  }

  void add(String name, String key, long line, Collection<String> marks) throws IOException {
    for (String mark : marks) {
      marked.add(mark, new Marked(name, key, line));
    }
  }

  SimilarCustomers find() throws IOException {
    List<String> groups = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Set<String> pairs = new HashSet<>();
    long count = 0;
    String mark = null;
    List<Marked> same = new ArrayList<>();
    for (Iterator<SortedSpool.Keyed<Marked>> all = marked.sorted(); all.hasNext(); ) {
      SortedSpool.Keyed<Marked> next = all.next();
      if (!next.key().equals(mark)) {
        same.clear();
        mark = next.key();
      }
      for (Marked other : same) {
        if (areAlike(other, next.value())
            && (pairs.size() >= AT_HAND || pairs.add(other.key + " " + next.value().key))) {
          count++;
          if (groups.size() < AT_HAND) {
            groups.add(
                "%s (line %d) · %s (line %d): %s"
                    .formatted(other.name, other.line, next.value().name, next.value().line, mark));
            lines.add("same-customer.%s = %s".formatted(next.value().name, other.name));
          }
        }
      }
      if (same.size() < MOST_OF_ONE_MARK) {
        same.add(next.value());
      }
    }
    return new SimilarCustomers(count, groups, lines);
  }

  private static boolean areAlike(Marked a, Marked b) {
    return !a.key.equals(b.key)
        && !Names.folded(a.name).equals(Names.folded(b.name))
        && SimilarNames.areAlike(withoutForm(a.name), withoutForm(b.name));
  }

  private static String withoutForm(String name) {
    return LEGAL_FORM.matcher(name).replaceFirst("");
  }

  @Override
  public void close() throws IOException {
    marked.close();
  }
}
