package io.familiarface.customers.publishing;

import io.familiarface.customers.customer.CustomerDetailsChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.person.People;
import io.familiarface.customers.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** Lets a customer be found by what they, their people and their places are called now. */
@ApplicationScoped
class CustomerIndexer {
  private final Customers customers;
  private final People people;
  private final Sites sites;

  CustomerIndexer(Customers customers, People people, Sites sites) {
    this.customers = customers;
    this.people = people;
    this.sites = sites;
  }

  void index(@Observes CustomerDetailsChanged changed) {
    UUID id = changed.customerId();
    var customer = customers.view(id).orElseThrow();
    customers.makeFindable(
        id,
        changed.isNew()
            ? FindableCustomer.of(customer, List.of(), List.of())
            : FindableCustomer.of(customer, people.ofCustomer(id), sites.ofCustomer(id)));
  }
}
