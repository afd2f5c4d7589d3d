package io.familiarface.jobs.accounting.export;

/**
 * Where electronic documents are received.
 *
 * @param scheme a code of the list of electronic address schemes (EAS) that Peppol takes, such as
 *     {@code 9959} for an employer identification number of the USA, or {@code 0088} for a global
 *     location number
 */
public record ElectronicAddress(String scheme, String address) {

  /**
   * Reads {@code scheme:address}, as settings have it.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ElectronicAddress of(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException(
          "'%s' is no electronic address: write scheme:address, such as 9959:123456789"
              .formatted(text));
    }
    return new ElectronicAddress(
        text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }
}
