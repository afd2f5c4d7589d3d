package io.familiarface.customers.customer;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/import")
@Tag(name = "Customers")
@ImportExample(
    value =
        """
        {"externalId":"C9001","kind":"HOUSEHOLD","name":"Ada Miller","branch":"north","address":{"line1":"3 Elm Street","city":"Burlington"}}
        """,
    note =
        "A CSV may also be the list of clients as QuickBooks, Jobber, Housecall Pro, ServiceTitan"
            + " or Xero export it, or any list with a name and two of telephone, e-mail and"
            + " street: it is known by the names of its columns. Who has no id there goes by name.")
class CustomerImportResource extends ImportResource<NewCustomer> {
  private final Customers customers;
  private final PhoneNumbers phones;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerDetailsChanged> found;
  private final Event<CustomerChanged> changed;

  CustomerImportResource(
      BulkImport imports,
      Customers customers,
      PhoneNumbers phones,
      Clock clock,
      AuditTrail audit,
      Event<CustomerDetailsChanged> found,
      Event<CustomerChanged> changed) {
    super(imports);
    this.customers = customers;
    this.phones = phones;
    this.clock = clock;
    this.audit = audit;
    this.found = found;
    this.changed = changed;
  }

  @Override
  protected Importer<NewCustomer> importer() {
    return new ImportingCustomers(customers, phones, clock, audit, found, changed);
  }
}
