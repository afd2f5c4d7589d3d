package io.familiarface.history.value;

/** An address as customers-service takes it: a first line and a city at least. */
public record Address(
    String line1, String line2, String city, String region, String postalCode, String country) {

  public boolean isSamePlace(Address other) {
    return other != null && same(line1, other.line1) && same(city, other.city);
  }

  private static boolean same(String a, String b) {
    return a == null ? b == null : a.equalsIgnoreCase(b);
  }
}
