package io.familiarface.history.report;

import java.util.List;

/**
 * Customers who are probably the same, though their names are written differently.
 *
 * @param groups the first of them, with what they share
 * @param mappingLines for a mapping file, that would take them together
 */
public record SimilarCustomers(long count, List<String> groups, List<String> mappingLines) {
  public static SimilarCustomers none() {
    return new SimilarCustomers(0, List.of(), List.of());
  }
}
