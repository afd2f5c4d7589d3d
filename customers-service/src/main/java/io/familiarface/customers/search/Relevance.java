package io.familiarface.customers.search;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * How well a customer answers what was typed.
 *
 * @param rank the lower the better
 * @param field where the best of it was found
 */
public record Relevance(int rank, SearchField field) {
  private static final int WHOLE_WORD = 0;
  private static final int WORD_START = 1;
  private static final int INSIDE = 2;
  private static final int CORRECTED = 4;
  private static final int KINDS = 8;

  /**
   * How well a document answers; empty when a term is in none of the fields.
   *
   * @param seen the fields that the caller may see
   */
  public static Optional<Relevance> of(
      SearchDocument document, SearchTerms terms, Set<SearchField> seen) {
    int rank = 0;
    Relevance best = null;
    for (SearchTerms.Term term : terms.terms()) {
      Optional<Relevance> found =
          document.entries().stream()
              .filter(entry -> seen.contains(entry.field()))
              .flatMap(entry -> in(entry, term).stream())
              .min(Comparator.comparingInt(Relevance::rank));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      rank += found.get().rank;
      best = best == null || found.get().rank < best.rank ? found.get() : best;
    }
    return best == null ? Optional.empty() : Optional.of(new Relevance(rank, best.field));
  }

  private static Optional<Relevance> in(SearchDocument.Entry entry, SearchTerms.Term term) {
    int best = Integer.MAX_VALUE;
    for (String spelling : term.spellings()) {
      best = Math.min(best, kind(entry.text(), spelling));
    }
    for (String word : term.corrections()) {
      if (entry.text().contains(" " + word + " ")) {
        best = Math.min(best, CORRECTED);
      }
    }
    return best == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(new Relevance(best * KINDS + entry.field().ordinal(), entry.field()));
  }

  private static int kind(String text, String spelling) {
    if (text.contains(" " + spelling + " ")) {
      return WHOLE_WORD;
    }
    if (text.contains(" " + spelling)) {
      return WORD_START;
    }
    return text.contains(SearchTerms.Term.sought(spelling)) ? INSIDE : Integer.MAX_VALUE;
  }
}
