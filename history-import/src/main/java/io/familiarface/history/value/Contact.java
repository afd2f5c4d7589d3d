package io.familiarface.history.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** Telephone numbers and e-mail addresses as the services take them. */
public final class Contact {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
  private static final Pattern EXTENSION = Pattern.compile("\\s*\\(?ext(?:ension)?\\.?:?\\s*");
  private static final Pattern BETWEEN = Pattern.compile("[;,\\s]+");
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_PHONE = 50;
  private static final int DIGITS_THAT_TELL = 10;

  private Contact() {}

  /** The address, the first of several, or null when it is none. */
  public static String email(String text) {
    String first = BETWEEN.split(text, 2)[0];
    String lower = first.toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST_EMAIL
            && lower.indexOf('@') <= LONGEST_LOCAL_PART
            && EMAIL.matcher(lower).matches()
        ? first
        : null;
  }

  /** The number with nothing in it but what a telephone number has, or null when it is none. */
  public static String phone(String text) {
    StringBuilder number = new StringBuilder(text.length());
    String lower = EXTENSION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" x");
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean isBlank =
          c == ' ' && (number.length() == 0 || number.charAt(number.length() - 1) == ' ');
      if (!isBlank && ("0123456789 ()./x-".indexOf(c) >= 0 || (c == '+' && number.length() == 0))) {
        number.append(c);
      }
    }
    String plain = number.toString().strip();
    return plain.length() <= LONGEST_PHONE && digits(plain).length() >= 5 ? plain : null;
  }

  /** What two ways of writing one number share. */
  public static String digits(String phone) {
    StringBuilder all = new StringBuilder(phone.length());
    phone.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> all.append((char) c));
    String digits = all.toString();
    return digits.length() > DIGITS_THAT_TELL
        ? digits.substring(digits.length() - DIGITS_THAT_TELL)
        : digits;
  }
}
