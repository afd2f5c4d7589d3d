package io.familiarface.history.value;

import java.util.LinkedHashSet;
import java.util.List;
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

  static String home(Address address) {
    String street =
        address.line2() == null ? address.line1() : address.line1() + " " + address.line2();
    return "home " + HomeKey.of(street, address.postalCode());
  }

  /** Those that are known of a customer; each may be null. */
  public static Set<String> of(String phone, String email, Address address) {
    return of(
        phone == null ? List.of() : List.of(phone),
        email == null ? List.of() : List.of(email),
        address);
  }

  /** Those that are known of a customer; the address may be null. */
  public static Set<String> of(List<String> phones, List<String> emails, Address address) {
    Set<String> keys = new LinkedHashSet<>();
    phones.forEach(phone -> keys.add(phone(phone)));
    emails.forEach(email -> keys.add(email(email)));
    if (address != null && address.line1() != null) {
      keys.add(home(address));
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
