package io.familiarface.history.row;

import io.familiarface.history.value.Address;
import java.util.List;

/**
 * What one line says of a customer. Null is what it doesn't say.
 *
 * @param company whether it is a company by its name or its column
 * @param phones the one named first in front
 * @param emails the one named first in front
 * @param home the address as one text that two ways of writing it share
 * @param address as the columns say it, perhaps all of it in the first line
 */
public record ParsedCustomer(
    String name,
    String id,
    boolean company,
    List<String> phones,
    List<String> emails,
    String home,
    Address address,
    String branch) {
  /** Whether nothing but the name says who it is. */
  public boolean isNameOnly() {
    return phones.isEmpty() && emails.isEmpty() && home == null;
  }

  /** The one named first, or null. */
  public String phone() {
    return phones.isEmpty() ? null : phones.get(0);
  }

  /** The one named first, or null. */
  public String email() {
    return emails.isEmpty() ? null : emails.get(0);
  }
}
