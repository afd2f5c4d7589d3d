package io.familiarface.feedback.link;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a form sent in its field for words, and what that field showed when the page was opened.
 * Only what differs from that was written by whoever sent it; the rest a page sends by itself, be
 * it one that was opened long before. So no page takes back what it did not show.
 *
 * @param words null where the field was not sent
 * @param seen the {@link #mark} of what the field showed; empty where nobody knows
 */
record SentWords(String words, String seen) {
  static final SentWords NONE = new SentWords(null, "");

  /** Tells words from others; goes with a page, so that its form says what it showed. */
  static String mark(String words) {
    byte[] text = (words == null ? "" : words).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Token.sha256(text), 0, 8);
  }

  /**
   * What stands once these were sent; null for nothing. What was written on two pages at a time is
   * kept, the one after the other; where nobody knows what the field showed, the newer words stand.
   *
   * @param stored what stood before; null for nothing
   */
  String over(String stored) {
    if (words == null || seen.equals(mark(words)) || words.equals(stored)) {
      return stored;
    }
    boolean newest = seen.equals(mark(stored));
    if (words.isBlank()) {
      return newest ? null : stored;
    }
    if (stored == null || newest || seen.isEmpty()) {
      return words;
    }
    return stored.contains(words) ? stored : stored + "\n\n" + words;
  }
}
