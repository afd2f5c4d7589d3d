package io.familiarface.history.line;

import io.familiarface.history.Destination;
import io.familiarface.history.value.Address;
import java.time.Instant;
import java.util.List;

/**
 * A customer.
 *
 * @param preferredName never in a file; what is held goes back unchanged, like burnedBefore
 * @param otherPhones the rest of the telephone numbers; null where there is none
 * @param otherEmails the rest of the e-mail addresses; null where there is none
 * @param createdAt since when, or null for somebody whose first visit is to come
 */
public record CustomerLine(
    String externalId,
    String kind,
    String name,
    String preferredName,
    String email,
    String phone,
    List<String> otherPhones,
    List<String> otherEmails,
    Address address,
    String branch,
    BurnedBefore burnedBefore,
    Instant createdAt)
    implements ImportLine {
  /** What another company did to this customer. */
  public record BurnedBefore(String what, Instant heardAt) {}

  @Override
  public Destination destination() {
    return Destination.CUSTOMERS;
  }

  public CustomerLine withKey(String key) {
    return new CustomerLine(
        key,
        kind,
        name,
        preferredName,
        email,
        phone,
        otherPhones,
        otherEmails,
        address,
        branch,
        burnedBefore,
        createdAt);
  }
}
