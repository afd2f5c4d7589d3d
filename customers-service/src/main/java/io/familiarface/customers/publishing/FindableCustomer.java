package io.familiarface.customers.publishing;

import io.familiarface.customers.customer.CustomerDocument;
import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.customer.PhoneNumbers;
import io.familiarface.customers.person.PersonView;
import io.familiarface.customers.search.SearchDocument;
import io.familiarface.customers.search.SearchField;
import io.familiarface.customers.site.SiteView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a customer is found, whose people and places are theirs as well. */
final class FindableCustomer {
  private FindableCustomer() {}

  static SearchDocument of(CustomerView customer, List<PersonView> people, List<SiteView> sites) {
    SearchDocument document = CustomerDocument.of(customer);
    for (PersonView person : people) {
      document
          .add(SearchField.PERSON, joined(person.name(), person.preferredName(), person.email()))
          .addPhone(SearchField.PERSON, PhoneNumbers.written(person.phone()));
    }
    for (SiteView site : sites) {
      document
          .add(SearchField.SITE, joined(site.name(), CustomerDocument.line(site.address())))
          .addPhone(SearchField.SITE, PhoneNumbers.written(site.phone()));
    }
    return document;
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
  }
}
