package io.familiarface.customers.person;

import java.util.UUID;

/**
 * A person of a customer as others see them.
 *
 * @param phone in E.164, an extension as {@code ;ext=12}
 */
public record PersonView(
    UUID id,
    String externalId,
    UUID customerId,
    String name,
    String role,
    String preferredName,
    String language,
    String phone,
    String email) {

  static PersonView of(Person person) {
    return new PersonView(
        person.id,
        person.externalId,
        person.customerId,
        person.name,
        person.role,
        person.preferredName,
        person.language,
        person.phone,
        person.email);
  }
}
