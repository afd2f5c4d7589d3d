package io.familiarface.history.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The words of companies, from {@code words.properties}: a line for each meaning, in its order. */
public final class WordList {
  private static final Map<String, List<String>> LINES = read();

  private WordList() {}

  /** The words of a line. */
  public static Set<String> of(String key) {
    return Set.copyOf(LINES.get(key));
  }

  /** Gives a vocabulary the words of all lines {@code name.meaning}. */
  static <T> Vocabulary<T> into(
      Vocabulary<T> vocabulary, String name, Function<String, T> meaning) {
    LINES.forEach(
        (key, words) -> {
          if (key.startsWith(name + ".")) {
            vocabulary.means(meaning.apply(key.substring(name.length() + 1)), words);
          }
        });
    return vocabulary;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                WordList.class.getResourceAsStream("words.properties"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split(" = ");
        if (parts.length == 2 && !line.startsWith("#")) {
          lines.put(parts[0], List.of(parts[1].split(" \\| ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
