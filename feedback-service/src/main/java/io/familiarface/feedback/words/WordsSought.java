package io.familiarface.feedback.words;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody looks for in what was said, in PostgreSQL's language of text search. Its words are
 * told apart as {@code said_words} of the database does.
 */
public final class WordsSought {
  private static final Pattern WORD = Pattern.compile("[\\p{IsAlphabetic}\\p{Nd}]+");
  private static final int AT_MOST = 20;

  private WordsSought() {}

  /**
   * All of the words, each as the beginning of one.
   *
   * @param typed null for none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when there is no word in it
   */
  public static Optional<String> of(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String words =
        WORD.matcher(Texts.composed(typed.toLowerCase(Locale.ROOT)))
            .results()
            .limit(AT_MOST)
            .map(word -> word.group() + ":*")
            .collect(Collectors.joining(" & "));
    if (words.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.at("?q", "q must have a letter or a digit in it.");
    }
    return Optional.of(words);
  }
}
