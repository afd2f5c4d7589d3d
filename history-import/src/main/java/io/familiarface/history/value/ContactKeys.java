package io.familiarface.history.value;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What tells customers of one name apart, as texts that two ways of writing it share. */
public final class ContactKeys {
  private ContactKeys() {}

  static String phone(String phone) {
    return "phone " + Contact.digits(phone);
  }

  static String email(String email) {
    return "email " + email.toLowerCase(Locale.ROOT);
  }

  static String home(String line1, String postalCode) {
    return "home " + Names.plain(line1 + " " + (postalCode == null ? "" : postalCode));
  }

  /** Those that are known of a customer; each may be null. */
  public static Set<String> of(String phone, String email, Address address) {
    Set<String> keys = new LinkedHashSet<>();
    if (phone != null) {
      keys.add(phone(phone));
    }
    if (email != null) {
      keys.add(email(email));
    }
    if (address != null && address.line1() != null) {
      keys.add(home(address.line1(), address.postalCode()));
    }
    return keys;
  }

  /** Whether both have something of the same kind, and share nothing. */
  public static boolean contradict(Set<String> some, Set<String> others) {
    return some.stream().noneMatch(others::contains)
        && some.stream().anyMatch(a -> others.stream().anyMatch(b -> kind(a).equals(kind(b))));
  }

  private static String kind(String key) {
    return key.substring(0, key.indexOf(' '));
  }
}
