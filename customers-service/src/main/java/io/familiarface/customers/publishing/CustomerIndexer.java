package io.familiarface.customers.publishing;

import io.familiarface.customers.customer.CustomerDetailsChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.person.People;
import io.familiarface.customers.site.Sites;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** Lets a customer be found by what they, their people and their places are called now. */
@ApplicationScoped
class CustomerIndexer {
  private final Customers customers;
  private final Database database;

  CustomerIndexer(Customers customers, Database database) {
    this.customers = customers;
    this.database = database;
  }

  void index(@Observes CustomerDetailsChanged changed) {
    UUID id = changed.customerId();
    if (changed.created() != null) {
      customers.makeFindable(id, FindableCustomer.of(changed.created(), List.of(), List.of()));
      return;
    }
    var customer = customers.view(id).orElseThrow();
    RoundTrip trip = database.roundTrip().bind("customers", List.of(id));
    var people = People.ofCustomers(trip);
    var sites = Sites.ofCustomers(trip);
    trip.send();
    customers.makeFindable(id, FindableCustomer.of(customer, people.all(), sites.all()));
  }
}
