package io.familiarface.customers.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares one customer with others by what they are found by. */
public record Comparison(SearchDocument one) {
  private static final Set<SearchField> NUMBERS =
      EnumSet.of(SearchField.PHONE, SearchField.PERSON, SearchField.SITE);
  private static final Set<SearchField> NAMES =
      EnumSet.of(SearchField.NAME, SearchField.PREFERRED_NAME, SearchField.PERSON);

  /** So long is no house number and no part of a name. */
  private static final int DIGITS_OF_A_NUMBER = 7;

  /** A house and the first word of its street: the rest is written in many ways. */
  private static final int WORDS_OF_A_HOUSE = 2;

  private static final int LETTERS_OF_A_NAME = 3;

  /** What others have in common with this one who may be the same, to compare with by LIKE. */
  public List<String> patterns() {
    List<String> patterns = new ArrayList<>();
    Stream.of(phones(one), emails(one), houses(one))
        .flatMap(Collection::stream)
        .map(text -> "%" + text + "%")
        .forEach(patterns::add);
    return patterns;
  }

  /** In what the other one is like this one. */
  public Set<Likeness> with(SearchDocument other) {
    Set<Likeness> alike = EnumSet.noneOf(Likeness.class);
    if (meet(phones(one), phones(other))) {
      alike.add(Likeness.SAME_PHONE);
    }
    if (meet(emails(one), emails(other))) {
      alike.add(Likeness.SAME_EMAIL);
    }
    if (meet(houses(one), houses(other)) && areNamesAlike(other)) {
      alike.add(Likeness.SAME_NAME_AND_ADDRESS);
    }
    return alike;
  }

  private boolean areNamesAlike(SearchDocument other) {
    List<String> names = names(other);
    return names(one).stream()
        .anyMatch(
            name ->
                names.stream()
                    .anyMatch(
                        known ->
                            Math.max(Spelling.mistakes(name, known), Spelling.mistakes(known, name))
                                <= 1));
  }

  private static List<String> names(SearchDocument document) {
    return in(document, NAMES)
        .flatMap(text -> Arrays.stream(text.strip().split(" ")))
        .filter(word -> word.length() >= LETTERS_OF_A_NAME)
        .toList();
  }

  private static List<String> phones(SearchDocument document) {
    return in(document, NUMBERS)
        .filter(text -> text.matches(" [0-9]{" + DIGITS_OF_A_NUMBER + ",} "))
        .toList();
  }

  private static List<String> emails(SearchDocument document) {
    return in(document, EnumSet.of(SearchField.EMAIL)).toList();
  }

  private static List<String> houses(SearchDocument document) {
    return in(document, EnumSet.of(SearchField.ADDRESS))
        .map(text -> text.strip().split(" "))
        .filter(words -> words.length >= WORDS_OF_A_HOUSE)
        .map(words -> " " + words[0] + " " + words[1] + " ")
        .toList();
  }

  private static boolean meet(List<String> some, List<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  private static Stream<String> in(SearchDocument document, Set<SearchField> fields) {
    return document.entries().stream()
        .filter(entry -> fields.contains(entry.field()))
        .map(SearchDocument.Entry::text);
  }
}
