package io.familiarface.history.column;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares the names of columns as people do: "Customer Name" is "customer_name". */
final class Header {
  private static final Pattern REMARK =
      Pattern.compile("(?i)\\(\\s*(?:required|optional|mandatory|pflichtfeld)\\s*\\)");

  private Header() {}

  static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    String name = REMARK.matcher(text).replaceAll("");
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '#') {
        normal.append("no");
      } else if (Character.isLetterOrDigit(c)) {
        normal.append(c);
      }
    }
    return normal.toString();
  }
}
