package io.familiarface.pages.pdf;

/**
 * Joins Arabic letters: puts each into the form it has alone, at the end, at the beginning or in
 * the middle of those that are joined with it, as the Unicode Standard says in section 9.2. A PDF
 * is painted letter by letter, so the forms are the characters of the blocks Arabic Presentation
 * Forms A and B; which letters have two forms and which four is how they are laid out there.
 */
final class ArabicLetters {
  private static final int NONE = 0;
  private static final int FIRST = 0x0621;
  private static final char LAM = 'ل';
  private static final char TATWEEL = 'ـ';

  /** The alefs that are one letter with a lam before them, and the first form of both. */
  private static final String ALEFS = "آأإا";

  private static final char LAM_ALEF = 'ﻵ';

  /** How many forms each letter has from U+0621 on; one is never joined, two only to one before. */
  private static final String FORMS = "122224242444442222444444440000004444444224";

  /** Letters of Persian, Urdu and others, their first forms, and how many they have. */
  private static final String OTHERS = "ٹپچڈڑژکگںہیے";

  private static final String OTHERS_FIRST = "ﭦﭖﭺﮈﮌﮊﮎﮒﮞﮦﯼﮮ";
  private static final String OTHERS_FORMS = "444222442442";

  private ArabicLetters() {}

  /** The text in the order in which it is read, with its letters joined. */
  static String joined(String text) {
    if (text.chars().noneMatch(letter -> letter >= FIRST && letter <= 0x06ff)) {
      return text;
    }
    StringBuilder joined = new StringBuilder(text.length());
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (isMark(letter)) {
        joined.append(letter);
        continue;
      }
      boolean before = open && forms(letter) > 1;
      int alef = letter == LAM && i + 1 < text.length() ? ALEFS.indexOf(text.charAt(i + 1)) : -1;
      if (alef >= 0) {
        joined.append((char) (LAM_ALEF + 2 * alef + (before ? 1 : 0)));
        i++;
        open = false;
      } else {
        open = forms(letter) == 4;
        boolean after = open && isJoinedFromBefore(text, i + 1);
        joined.append(form(letter, before, after));
      }
    }
    return joined.toString();
  }

  private static boolean isJoinedFromBefore(String text, int next) {
    int i = next;
    while (i < text.length() && isMark(text.charAt(i))) {
      i++;
    }
    return i < text.length() && forms(text.charAt(i)) > 1;
  }

  private static char form(char letter, boolean before, boolean after) {
    if (letter == TATWEEL || forms(letter) == NONE) {
      return letter;
    }
    // Alone, at the end, at the beginning, in the middle: that is their order.
    return (char) (first(letter) + (before ? 1 : 0) + (after ? 2 : 0));
  }

  /** A tatweel joins to both sides and looks the same. */
  private static int forms(char letter) {
    if (letter == TATWEEL) {
      return 4;
    }
    int other = OTHERS.indexOf(letter);
    if (other >= 0) {
      return OTHERS_FORMS.charAt(other) - '0';
    }
    int known = letter - FIRST;
    return known >= 0 && known < FORMS.length() ? FORMS.charAt(known) - '0' : NONE;
  }

  private static int first(char letter) {
    int other = OTHERS.indexOf(letter);
    if (other >= 0) {
      return OTHERS_FIRST.charAt(other);
    }
    int first = 0xfe80;
    for (int i = 0; i < letter - FIRST; i++) {
      first += FORMS.charAt(i) - '0';
    }
    return first;
  }

  /** What stands above or below a letter, and lets it be joined as if nothing was there. */
  private static boolean isMark(char letter) {
    return Character.getType(letter) == Character.NON_SPACING_MARK;
  }
}
