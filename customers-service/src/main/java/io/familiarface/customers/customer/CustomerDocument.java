package io.familiarface.customers.customer;

import io.familiarface.customers.search.SearchDocument;
import io.familiarface.customers.search.SearchField;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a customer is found: names, telephone numbers, streets and e-mail addresses. */
public final class CustomerDocument {
  private CustomerDocument() {}

  /** Of the customer alone: people and places of theirs can be added. */
  public static SearchDocument of(CustomerView customer) {
    SearchDocument document =
        new SearchDocument()
            .add(SearchField.NAME, customer.name())
            .add(SearchField.PREFERRED_NAME, customer.preferredName())
            .addPhone(SearchField.PHONE, PhoneNumbers.written(customer.phone()))
            .add(SearchField.PHONE, customer.unreadablePhone())
            .add(SearchField.ADDRESS, line(customer.address()))
            .add(SearchField.EMAIL, customer.email());
    customer
        .otherPhones()
        .forEach(phone -> document.addPhone(SearchField.PHONE, PhoneNumbers.written(phone)));
    customer.otherEmails().forEach(email -> document.add(SearchField.EMAIL, email));
    return document;
  }

  /** An address as one searches it; null for none. */
  public static String line(Address address) {
    return address == null
        ? null
        : Stream.of(address.line1(), address.line2(), address.city(), address.postalCode())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
  }
}
