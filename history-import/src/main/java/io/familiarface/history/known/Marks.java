package io.familiarface.history.known;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.value.Contact;
import io.familiarface.history.value.Names;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What tells customers of one name apart, as texts that two ways of writing it share. */
public final class Marks {
  private Marks() {}

  public static String phone(String phone) {
    return "phone " + Contact.digits(phone);
  }

  public static String email(String email) {
    return "email " + email.toLowerCase(Locale.ROOT);
  }

  public static String home(String line1, String postalCode) {
    return "home " + Names.plain(line1 + " " + (postalCode == null ? "" : postalCode));
  }

  /** Those of a customer as customers-service shows one. */
  static Set<String> of(JsonNode customer) {
    Set<String> marks = new HashSet<>();
    if (customer.hasNonNull("phone")) {
      marks.add(phone(customer.get("phone").asText()));
    }
    if (customer.hasNonNull("email")) {
      marks.add(email(customer.get("email").asText()));
    }
    JsonNode address = customer.path("address");
    if (address.hasNonNull("line1")) {
      marks.add(home(address.get("line1").asText(), address.path("postalCode").asText(null)));
    }
    return marks;
  }

  /** Whether both have something of the same kind, and share nothing. */
  static boolean contradict(Set<String> some, Set<String> others) {
    return some.stream().noneMatch(others::contains)
        && some.stream().anyMatch(a -> others.stream().anyMatch(b -> kind(a).equals(kind(b))));
  }

  private static String kind(String mark) {
    return mark.substring(0, mark.indexOf(' '));
  }
}
