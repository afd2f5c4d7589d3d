package io.familiarface.customers.customer;

import io.familiarface.customers.search.SearchTerms;
import io.familiarface.customers.search.Spelling;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts mistyped words right by the words there are.
 *
 * <p>All words that are one mistake away are found by how they begin, which is some hundred looks
 * into a B-tree. Only where there is none, words are compared by their trigrams, for which most of
 * an index is read.
 */
@ApplicationScoped
class MistypedWords {
  /** So many words are looked at for a mistyped one. */
  private static final int ALIKE = 60;

  /** So many words are looked for in the place of a mistyped one. */
  private static final int MEANT = 8;

  /** Of a word that is longer, so little was typed that it may have been any other. */
  private static final int TIMES_AS_LONG = 3;

  /** The character after z is an opening brace. */
  private static final String ONE_MISTAKE_AWAY =
      """
      select word from unnest(cast(:%1$s_begun as text[])) as meant (beginning), lateral (
        select word from search_word where word >= beginning and word < beginning || '{') as begun
      where length(word) <= :%1$s_longest%2$s
      group by word order by word <-> :%1$s, word limit :alike\
      """;

  private static final String ALIKE_BY_TRIGRAMS =
      """
      select word from search_word where word %% :%1$s%2$s
      order by word <-> :%1$s, word limit :alike\
      """;

  private static final String UNLESS_THERE_IS_ONE =
      " and not exists (select from search_word where word >= :%1$s and word < :%1$s || '{')";

  private final Database database;

  MistypedWords(Database database) {
    this.database = database;
  }

  /**
   * The terms with the words that they may have meant, empty when there are none; needs a running
   * transaction.
   *
   * @param all whether a word that there is may have been a mistake as well
   */
  Optional<SearchTerms> corrected(SearchTerms terms, boolean all) {
    List<String> typed = terms.mistypable();
    Map<String, Set<String>> meant = oneMistakeAway(typed, all);
    List<String> left =
        typed.stream()
            .filter(word -> !meant.containsKey(word) && Spelling.forgiven(word) > 1)
            .toList();
    meant.putAll(alike(left, all));
    return meant.isEmpty() ? Optional.empty() : Optional.of(terms.corrected(meant));
  }

  private Map<String, Set<String>> oneMistakeAway(List<String> typed, boolean all) {
    RoundTrip trip = database.roundTrip();
    for (int i = 0; i < typed.size(); i++) {
      trip.bind(name(i) + "_begun", Spelling.beginningsMeant(typed.get(i)))
          .bind(name(i) + "_longest", TIMES_AS_LONG * typed.get(i).length());
    }
    return closest(typed, all, trip, ONE_MISTAKE_AWAY);
  }

  private Map<String, Set<String>> alike(List<String> typed, boolean all) {
    RoundTrip trip = database.roundTrip();
    // Two letters swapped in a word of four leave as little as that in common.
    trip.update("set local pg_trgm.similarity_threshold = 0.25");
    return closest(typed, all, trip, ALIKE_BY_TRIGRAMS);
  }

  private static String name(int word) {
    return "word" + word;
  }

  /** For each word those with the fewest mistakes; a word that has none of them is left out. */
  private static Map<String, Set<String>> closest(
      List<String> typed, boolean all, RoundTrip trip, String sql) {
    Map<String, Set<String>> closest = new HashMap<>();
    if (typed.isEmpty()) {
      return closest;
    }
    trip.bind("alike", ALIKE);
    Map<String, Rows<String>> found = new HashMap<>();
    for (int i = 0; i < typed.size(); i++) {
      trip.bind(name(i), typed.get(i));
      String unless = all ? "" : UNLESS_THERE_IS_ONE.formatted(name(i));
      found.put(typed.get(i), trip.query(sql.formatted(name(i), unless), String.class));
    }
    trip.send();
    found.forEach(
        (word, rows) -> {
          Set<String> words = closest(word, rows.all());
          if (!words.isEmpty()) {
            closest.put(word, words);
          }
        });
    return closest;
  }

  /** A word that takes more mistakes than another to be meant is meant by few. */
  private static Set<String> closest(String typed, List<String> words) {
    int fewest = Spelling.forgiven(typed);
    Set<String> closest = new LinkedHashSet<>();
    for (String word : words) {
      int mistakes = Spelling.mistakes(typed, word);
      if (mistakes > 0 && mistakes < fewest) {
        fewest = mistakes;
        closest.clear();
      }
      if (mistakes == fewest && closest.size() < MEANT) {
        closest.add(word);
      }
    }
    return closest;
  }
}
