package io.familiarface.history.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words for how a visit went. Of several in one text, "made" counts only if nothing speaks
 * against it: a visit that did not take place must not be counted.
 */
final class OutcomeWords extends Vocabulary<Outcome> {
  private static final int WORDS_OF_A_NEGATION = 3;
  private static final int LONGEST_END = 80;

  /** A longer one is a report, and to be read by a person. */
  private static final int LONGEST_TEXT = 1_000;

  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)\\p{L}[ \\p{L}]*[:=(\\[?-]+\\s*(?:no|n|false|f|not|never|nein|non)\\s*[)\\].!]?\\s*$"
              + "|\\b(?:completed?|done|serviced|finished) (?:no|false|not)$"
              + "|[\u2717\u2718\u274C\u2612]");
  private static final Pattern IN_DOUBT = Pattern.compile("\\?\\s*\\)?\\s*$");
  private static final Pattern PART =
      Pattern.compile(
          "(?<!\\d)\\d{1,2}\\s?%|(?<![\\d/])(\\d{1,2})(?: of |/)(?!\\1(?!\\d))\\d{1,2}(?![\\d/])");
  private static final Set<String> NOT =
      Set.of(
          ("not no never cannot cant couldnt didnt wasnt isnt hasnt havent hadnt doesnt dont wont"
                  + " unable without failed before un non nicht kein keine pas sin niet nao")
              .split(" "));
  private static final Set<String> NOT_YET =
      Set.of(
          ("to be being await awaits awaiting ready needs need pending will until waiting when if"
                  + " due should must partly partially half almost mostly nearly teilweise deels"
                  + " parcialmente parzialmente partiellement")
              .split(" "));

  /** What is not paid may well have been made. */
  private static final Set<String> PAYMENT = Set.of("paid", "invoiced", "billed", "posted");

  /** A phrase that was found in a text, at which of its words. */
  private record Found(Outcome meaning, int at, int words) {}

  /** Doubt, a part, and a "no" behind the word: none of them says that a visit was made. */
  @Override
  Optional<Outcome> understand(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    Optional<Outcome> stated = super.understand(text);
    if (stated.isEmpty() || stated.get() != Outcome.COMPLETED) {
      return stated;
    }
    String end = text.substring(Math.max(0, text.length() - LONGEST_END));
    if (DENIED.matcher(end).find()) {
      return Optional.of(Outcome.MISSED);
    }
    return IN_DOUBT.matcher(text).find()
        ? Optional.empty()
        : PART.matcher(text).find() ? Optional.of(Outcome.PLANNED) : stated;
  }

  @Override
  Optional<Outcome> among(String plain) {
    List<String> words = List.of(plain.split(" "));
    List<Found> all = found(words);
    List<Outcome> stated = new ArrayList<>();
    for (Found found : all) {
      boolean made = found.meaning == Outcome.COMPLETED;
      boolean called = found.meaning == Outcome.CALLED_OFF;
      if (PAYMENT.contains(words.get(found.at))
          && (isBehind(words, all, found, NOT) || isBehind(words, all, found, NOT_YET))) {
        continue;
      }
      if (isBehind(words, all, found, NOT)) {
        // "Not yet cancelled" says nothing; "not completed" says that it was missed.
        if (called || found.meaning.isMissed()) {
          return Optional.empty();
        }
        stated.add(made && !words.contains("yet") ? Outcome.MISSED : Outcome.PLANNED);
      } else {
        stated.add(made && isBehind(words, all, found, NOT_YET) ? Outcome.PLANNED : found.meaning);
      }
    }
    return decide(stated);
  }

  private static Optional<Outcome> decide(List<Outcome> stated) {
    Optional<Outcome> against =
        stated.stream()
            .filter(it -> it == Outcome.CALLED_OFF || (it.isMissed() && !isOnlyAReason(it)))
            .findFirst();
    if (against.equals(Optional.of(Outcome.CALLED_OFF))) {
      return against;
    }
    return stated.stream()
        .filter(it -> it.isMissed() && it != Outcome.MISSED)
        .findFirst()
        .or(() -> against)
        .or(() -> stated.stream().findFirst());
  }

  /** Weather is why a visit was moved as well as why it was missed. */
  private static boolean isOnlyAReason(Outcome outcome) {
    return outcome == Outcome.MISSED_FOR_WEATHER;
  }

  private static boolean isBehind(
      List<String> words, List<Found> all, Found found, Set<String> what) {
    for (int at = found.at - 1; at >= Math.max(0, found.at - WORDS_OF_A_NEGATION); at--) {
      int place = at;
      if (all.stream().anyMatch(it -> it.at <= place && place < it.at + it.words)) {
        return false;
      }
      if (what.contains(words.get(at))) {
        return true;
      }
    }
    return false;
  }

  /** The longest phrases, each word used once, in their order. */
  private List<Found> found(List<String> words) {
    boolean[] used = new boolean[words.size()];
    List<Found> found = new ArrayList<>();
    phrases()
        .sorted(Comparator.comparingInt((Map.Entry<String, Outcome> e) -> -e.getKey().length()))
        .forEach(entry -> find(words, entry, used, found));
    found.sort(Comparator.comparingInt(Found::at));
    return found;
  }

  private static void find(
      List<String> words, Map.Entry<String, Outcome> entry, boolean[] used, List<Found> found) {
    List<String> phrase = List.of(entry.getKey().split(" "));
    for (int at = 0; at + phrase.size() <= words.size(); at++) {
      if (!used[at] && words.subList(at, at + phrase.size()).equals(phrase)) {
        for (int i = at; i < at + phrase.size(); i++) {
          used[i] = true;
        }
        found.add(new Found(entry.getValue(), at, phrase.size()));
      }
    }
  }
}
