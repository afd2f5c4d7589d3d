package io.familiarface.customers.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must be there, all of it: each term in one of its spellings.
 *
 * <p>A piece of a word of three letters and more is looked for anywhere, a shorter one where a word
 * begins.
 */
public record SearchTerms(List<Term> terms) {
  /** More words than anybody types, and few enough to look for all of them. */
  private static final int AT_MOST = 10;

  private static final int ANYWHERE_FROM = 3;
  private static final Pattern PHONE = Pattern.compile("[-+()./0-9\\s]*");
  private static final Pattern LETTERS = Pattern.compile("[a-z]{3,40}");

  public SearchTerms {
    terms = List.copyOf(terms);
  }

  /**
   * One of these must be there.
   *
   * @param spellings what was typed, in each way of writing it
   * @param corrections whole words that may have been meant instead
   */
  public record Term(List<String> spellings, List<String> corrections) {
    public Term {
      spellings = List.copyOf(spellings);
      corrections = List.copyOf(corrections);
    }

    /** What to compare with by LIKE; there is nothing in a spelling to be escaped. */
    public List<String> patterns() {
      return Stream.concat(
              spellings.stream().map(spelling -> "%" + sought(spelling) + "%"),
              corrections.stream().map(word -> "% " + word + " %"))
          .toList();
    }

    /** The same where words begin. */
    public List<String> wordStarts() {
      return spellings.stream().map(spelling -> "% " + spelling + "%").toList();
    }

    static String sought(String spelling) {
      return spelling.length() < ANYWHERE_FROM ? " " + spelling : spelling;
    }
  }

  /** The words typed; empty when there is neither a letter nor a digit in it. */
  public static Optional<SearchTerms> words(String typed) {
    String plain = SearchText.of(typed);
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(Arrays.stream(plain.split(" ")).distinct().limit(AT_MOST).map(List::of).toList()));
  }

  /** A telephone number, or a part of one, whatever stands between the digits. */
  public static Optional<SearchTerms> phone(String typed) {
    String digits = SearchText.digits(typed);
    if (digits.length() < ANYWHERE_FROM || !PHONE.matcher(typed).matches()) {
      return Optional.empty();
    }
    List<String> spellings = new ArrayList<>(List.of(digits));
    for (String abroad : List.of("00", "011")) {
      if (digits.startsWith(abroad) && digits.length() >= abroad.length() + ANYWHERE_FROM) {
        spellings.add(digits.substring(abroad.length()));
      }
    }
    return Optional.of(of(List.of(spellings)));
  }

  /** The words of letters, each of which may have been mistyped. */
  public List<String> mistypable() {
    return terms.stream()
        .map(term -> term.spellings.get(0))
        .filter(word -> LETTERS.matcher(word).matches())
        .toList();
  }

  /**
   * With other words that some may have been meant for; the others stay as they were typed. A lone
   * word is looked for by the others alone, as it has been looked for itself.
   */
  public SearchTerms corrected(Map<String, Set<String>> meant) {
    return new SearchTerms(
        terms.stream()
            .map(
                term ->
                    new Term(
                        terms.size() == 1 ? List.of() : term.spellings,
                        List.copyOf(meant.getOrDefault(term.spellings.get(0), Set.of()))))
            .toList());
  }

  private static SearchTerms of(List<List<String>> terms) {
    return new SearchTerms(
        terms.stream().map(spellings -> new Term(spellings, List.of())).toList());
  }
}
