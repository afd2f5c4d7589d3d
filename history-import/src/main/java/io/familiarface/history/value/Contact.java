package io.familiarface.history.value;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Telephone numbers and e-mail addresses as the services take them; a cell may have several. */
public final class Contact {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
  private static final Pattern BETWEEN_EMAILS = Pattern.compile("[;,\\s<>()\\[\\]\"|]+|mailto:");
  private static final Pattern BETWEEN_ODD_EMAILS =
      Pattern.compile("[;,\\s<>()\\[\\]\"|/?'&]+|mailto:");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\\s,;]*\\(?(?:;ext=|ext(?:ension)?\\b\\.?:?|x|#|durchwahl)\\s*(\\d{1,6})\\)?");
  private static final Pattern BETWEEN_PHONES =
      Pattern.compile(
          "[;,|\\n"
              + "&]|[\\p{L}:]{2,}|\\b[a-wyz]\\b|/(?=\\s|\\+)|(?<=\\s)/|(?<=\\d{7})/|(?<=\\d{4})/(?=\\(?\\d{3})|(?<=\\d{10})"
              + " (?=\\d{10})");
  private static final Pattern BESIDE_ANOTHER =
      Pattern.compile(" (?=\\(?\\d{3}\\)?[ .-]?\\d{3}[.-]?\\d{4}(?: |$))");
  private static final Pattern BEHIND = Pattern.compile("(?:(?<=\\d{7})\\.0)?[ (./x-]*$");
  private static final Pattern PLAIN_PHONE = Pattern.compile("\\+?[\\d().-]+(?: [\\d().-]+){0,3}");
  private static final Pattern ALL_THE_SAME = Pattern.compile("(\\d)\\1*");
  private static final Set<String> NO_MAILBOX =
      Set.of("none", "no", "na", "noemail", "no-email", "no.email", "unknown", "null");
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_CELL = 1_000;
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_DIGITS = 15;
  private static final int DIGITS_THAT_TELL = 10;

  private Contact() {}

  /** The addresses in a cell, also as in "Ann Lee &lt;ann@example.com&gt;"; empty for none. */
  public static List<String> emails(String text) {
    if (text.length() > LONGEST_CELL) {
      return List.of();
    }
    if (isEmail(text)) {
      return List.of(text);
    }
    List<String> found = emails(BETWEEN_EMAILS, text);
    return found.isEmpty() ? emails(BETWEEN_ODD_EMAILS, text) : found;
  }

  private static List<String> emails(Pattern between, String text) {
    return between
        .splitAsStream(Text.plainSigns(text))
        .map(it -> it.endsWith(".") ? it.substring(0, it.length() - 1) : it)
        .filter(Contact::isEmail)
        .distinct()
        .toList();
  }

  private static boolean isEmail(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf('@');
    return at > 0
        && lower.length() <= LONGEST_EMAIL
        && at <= LONGEST_LOCAL_PART
        && !NO_MAILBOX.contains(lower.substring(0, at))
        && EMAIL.matcher(lower).matches();
  }

  /** The numbers in a cell, with nothing in them but what a number has; empty for none. */
  public static List<String> phones(String text) {
    if (text.length() > LONGEST_CELL || Ids.isRounded(text)) {
      return List.of();
    }
    if (PLAIN_PHONE.matcher(text).matches()) {
      String only = phone(text);
      return only != null
          ? List.of(only)
          : BESIDE_ANOTHER
              .splitAsStream(text)
              .map(Contact::phone)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
    }
    String lower = Text.plainSigns(text).toLowerCase(Locale.ROOT);
    return BETWEEN_PHONES
        .splitAsStream(EXTENSION.matcher(lower).replaceAll(" x$1"))
        .map(Contact::phone)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String phone(String text) {
    StringBuilder number = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBlank =
          c == ' ' && (number.length() == 0 || number.charAt(number.length() - 1) == ' ');
      if (!isBlank && ("0123456789 ()./x-".indexOf(c) >= 0 || (c == '+' && number.length() == 0))) {
        number.append(c);
      }
    }
    String plain = number.toString();
    if (!plain.isEmpty() && (plain.endsWith(".0") || !isDigit(plain.charAt(plain.length() - 1)))) {
      plain = BEHIND.matcher(plain).replaceFirst("");
    }
    String digits = allDigits(plain);
    return digits.length() >= FEWEST_DIGITS
            && digits.length() <= MOST_DIGITS
            && !ALL_THE_SAME.matcher(digits).matches()
        ? plain
        : null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Each of these once, in their order.
   *
   * @param key what two ways of writing the same share
   */
  public static List<String> each(Stream<String> written, Function<String, String> key) {
    Set<String> seen = new HashSet<>();
    return written.filter(one -> seen.add(key.apply(one))).toList();
  }

  /** What two ways of writing one number share; who is asked for behind it makes no other one. */
  public static String digits(String phone) {
    String digits = allDigits(phone);
    return digits.length() > DIGITS_THAT_TELL
        ? digits.substring(digits.length() - DIGITS_THAT_TELL)
        : digits;
  }

  private static String allDigits(String phone) {
    int extension = phone.indexOf('x');
    int end = extension < 0 ? phone.length() : extension;
    StringBuilder all = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      if (isDigit(phone.charAt(i))) {
        all.append(phone.charAt(i));
      }
    }
    return all.toString();
  }
}
