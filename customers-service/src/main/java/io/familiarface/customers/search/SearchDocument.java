package io.familiarface.customers.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * All of a customer by which they can be found, as one text: a line for each value, marked by its
 * field, with a blank before and after each word.
 */
public final class SearchDocument {
  private static final Pattern WORD = Pattern.compile("[a-z]{3,40}");

  private final List<Entry> entries = new ArrayList<>();

  record Entry(SearchField field, String text) {}

  public static SearchDocument parse(String text) {
    var document = new SearchDocument();
    for (String line : text.split("\n")) {
      if (line.length() > 2) {
        SearchField.marked(line.charAt(0))
            .ifPresent(field -> document.entries.add(new Entry(field, line.substring(1))));
      }
    }
    return document;
  }

  /** Adds a value; null is none. */
  public SearchDocument add(SearchField field, String value) {
    return addPlain(field, value == null ? "" : SearchText.of(value));
  }

  /**
   * Adds a telephone number, as it is dialled from abroad and as it is at home.
   *
   * @param numbers each way of writing it; null is none
   */
  public SearchDocument addPhone(SearchField field, List<String> numbers) {
    numbers.forEach(number -> addPlain(field, SearchText.digits(number)));
    return this;
  }

  private SearchDocument addPlain(SearchField field, String plain) {
    if (!plain.isEmpty()) {
      entries.add(new Entry(field, " " + plain + " "));
    }
    return this;
  }

  /** As it is stored. */
  public String text() {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(entry.field.mark).append(entry.text).append('\n'));
    return text.toString();
  }

  /** The words by which a mistyped one is put right. */
  public Set<String> words() {
    Set<String> words = new TreeSet<>();
    entries.stream()
        .filter(entry -> entry.field != SearchField.EMAIL)
        .flatMap(entry -> Arrays.stream(entry.text.strip().split(" ")))
        .filter(word -> WORD.matcher(word).matches())
        .forEach(words::add);
    return words;
  }

  List<Entry> entries() {
    return entries;
  }
}
