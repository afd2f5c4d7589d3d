package io.familiarface.customers.person;

import io.familiarface.rest.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Person {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;
  String name;
  String role;
  String preferredName;
  String language;
  String phone;
  String email;

  protected Person() {}

  /**
   * @param phone in E.164
   */
  static Person create(UUID customerId, NewPerson details, String phone) {
    var person = new Person();
    person.id = Ids.next();
    person.customerId = customerId;
    person.update(details, phone);
    return person;
  }

  /** Takes over the details and says whether that changed anything. */
  boolean update(NewPerson details, String phone) {
    NewPerson before = details();
    externalId = details.externalId();
    name = details.name().strip();
    role = details.role();
    preferredName = details.preferredName();
    language = details.language();
    this.phone = phone;
    email = details.email();
    return !before.equals(details());
  }

  NewPerson details() {
    return new NewPerson(externalId, name, role, preferredName, language, phone, email);
  }
}
