package io.familiarface.history.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words as people write them, and what they mean: exactly, or somewhere in the text. */
public class Vocabulary<T> {
  private static final int REMEMBERED = 2_000;
  private static final int LONGEST_REMEMBERED = 200;

  private static final Pattern TICK = Pattern.compile("[\u2611\u2713\u2714\u2705]\uFE0F?");
  private static final Pattern CROSS = Pattern.compile("[\u2717\u2718\u274C]\uFE0F?");

  private final Map<String, T> words = new LinkedHashMap<>();
  private final Map<String, Optional<T>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<T>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Adds words for a meaning; those added first are looked for first. */
  Vocabulary<T> means(T meaning, List<String> phrases) {
    for (String phrase : phrases) {
      words.putIfAbsent(Names.plain(phrase), meaning);
    }
    return this;
  }

  /** What a text means, empty when nobody knows. Not for several threads. */
  public Optional<T> read(String text) {
    return text.length() > LONGEST_REMEMBERED
        ? understand(text)
        : known.computeIfAbsent(text, this::understand);
  }

  /** What a text means that was not seen lately. */
  Optional<T> understand(String text) {
    String plain = plain(text);
    T exact = words.get(plain);
    return exact != null ? Optional.of(exact) : among(plain);
  }

  /** What a text means by itself, empty when only some of its words are known. */
  public Optional<T> exactly(String text) {
    return Optional.ofNullable(words.get(plain(text)));
  }

  private static String plain(String text) {
    return Names.plain(TICK.matcher(CROSS.matcher(text).replaceAll(" no ")).replaceAll(" x "));
  }

  /** What the words of a longer text mean. */
  Optional<T> among(String plain) {
    String among = " " + plain + " ";
    return phrases()
        .filter(entry -> among.contains(" " + entry.getKey() + " "))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Those that say the same within a longer text: a letter or a digit does not. */
  Stream<Map.Entry<String, T>> phrases() {
    return words.entrySet().stream().filter(entry -> entry.getKey().length() > 2);
  }
}
