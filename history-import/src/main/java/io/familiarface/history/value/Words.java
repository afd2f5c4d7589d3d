package io.familiarface.history.value;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The words of a spreadsheet for what the services know by name. One instance a reading. */
public final class Words {
  private static final Set<String> UNKNOWN =
      Set.of(
          ("|\u2610|-|--|---|?|??|.|unknown|n/a|n.a.|na|none|null|nil|nan|nat|not known|tbd|tba|\\n"
                  + "|#n/a|(blank)|(none)|(empty)|unbekannt|keine|inconnu|ninguno|nessuno|geen")
              .split("\\|"));
  private static final String BEGINNINGS = " -?.#(\\uUnNtTkKiIgG";
  private static final Set<String> NAMES = Set.of("None", "Null", "Nil", "Na", "Nan");
  private static final Set<String> FLAGS =
      Set.of(
          "yes y true t x 1 no n false f 0 \u2713 \u2714 \u2611 \u2610 \u2717 \u2718 \u2612 ja nein oui non si"
              .split(" "));
  private static final int LONGEST_NO_CUSTOMER = 24;
  private static final Set<String> NO_CUSTOMER = WordList.of("no-customer");
  private static final int LONGEST_FLAG = 5;
  private static final int LONGEST_UNKNOWN = 12;

  public final Vocabulary<Boolean> yesOrNo =
      WordList.into(new Vocabulary<>(), "yes-or-no", Boolean::valueOf);
  public final Vocabulary<Outcome> outcome =
      WordList.into(new OutcomeWords(), "outcome", Outcome::valueOf);
  public final Vocabulary<String> changeReason =
      WordList.into(new Vocabulary<>(), "reason", Function.identity());
  public final Vocabulary<String> permanence =
      WordList.into(new Vocabulary<>(), "permanence", Function.identity());
  public final Vocabulary<String> cancelReason =
      WordList.into(new Vocabulary<>(), "cancel-reason", Function.identity());

  /** Whether a cell says that nothing is known. */
  public static boolean isUnknown(String text) {
    if (text.length() > LONGEST_UNKNOWN || !mayBeUnknown(text)) {
      return false;
    }
    String plain = Text.plainSigns(text).strip().toLowerCase(Locale.ROOT);
    return UNKNOWN.contains(plain) || isErrorOfASpreadsheet(plain);
  }

  /** Every cell is asked, and most begin otherwise than any word for "unknown". */
  private static boolean mayBeUnknown(String text) {
    return text.isEmpty() || text.charAt(0) > '~' || BEGINNINGS.indexOf(text.charAt(0)) >= 0;
  }

  /** "#REF!", or "####" of a column that was too narrow. */
  private static boolean isErrorOfASpreadsheet(String plain) {
    return plain.startsWith("#")
        && plain.length() > 3
        && (plain.endsWith("!") || plain.endsWith("?") || plain.chars().allMatch(c -> c == '#'));
  }

  /**
   * Whether nothing is known, where any word may be somebody's name: there are a None and a Null.
   */
  public static boolean isUnknownName(String text) {
    return isUnknown(text) && !NAMES.contains(text.strip());
  }

  /** Whether a cell says that it is not known who was visited: it is no name that visits share. */
  public static boolean isNoCustomer(String text) {
    return text.length() <= LONGEST_NO_CUSTOMER
        && NO_CUSTOMER.contains(
            Character.isLetter(text.charAt(0)) ? text.toLowerCase(Locale.ROOT) : Names.plain(text));
  }

  /** Whether a cell is the mark of a column that is only ticked. */
  public static boolean isFlag(String text) {
    return text.length() <= LONGEST_FLAG && FLAGS.contains(text.strip().toLowerCase(Locale.ROOT));
  }
}
