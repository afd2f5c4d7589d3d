package io.familiarface.jobs.calendar;

import io.familiarface.database.Database;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.LinkKey;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerErased;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Who may subscribe to whose visits. */
@ApplicationScoped
class CalendarLinks implements PanacheRepositoryBase<CalendarLink, UUID> {
  private final Database database;

  CalendarLinks(Database database) {
    this.database = database;
  }

  CalendarLink get(Ref ref) {
    Reference reference = Reference.of(ref);
    return find(reference)
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_CALENDAR_LINK.because(
                    "There is no calendar link %s; perhaps it was revoked.".formatted(reference)));
  }

  Optional<CalendarLink> find(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id())
        : find("externalId", reference.externalId()).firstResultOptional();
  }

  Optional<CalendarLink> ofTechnician(UUID technicianId) {
    return find("technicianId", technicianId).firstResultOptional();
  }

  Optional<CalendarLink> ofCustomer(UUID customerId) {
    return find("customerId", customerId).firstResultOptional();
  }

  /** Whose visits a key opens. */
  record Owner(UUID technicianId, UUID customerId) {}

  Optional<Owner> owner(LinkKey key) {
    return database
        .sql("select technician_id, customer_id from calendar_link where key_hash = :hash")
        .bind("hash", key.hash())
        .first(Owner.class);
  }

  Page<CalendarLinkView> page(CalendarLinkFilter filter, PageRequest page) {
    var list =
        database
            .list("select * from calendar_link")
            .where("external_id = :externalId", "externalId", filter.externalId);
    Reference.narrow(list, "technician_id", filter.technicianId, Technicians.ID_BY_KEY);
    CustomerCopies.narrow(list, "customer_id", filter.customerId);
    page.after().ifPresent(key -> list.where("id > :afterId", "afterId", key.uuid(0)));
    return Page.of(
        list.list(CalendarLinkView.class, "id", page.limit() + 1),
        page,
        link -> Key.of(link.id()),
        Function.identity());
  }

  void delete(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }

  /** Whoever has a link goes on with it, unless there is one for the other already. */
  void move(@Observes CustomerMerged merged) {
    database
        .roundTrip()
        .update(
            """
            update calendar_link set customer_id = :into where customer_id = :from
              and not exists (select from calendar_link where customer_id = :into)\
            """)
        .update("delete from calendar_link where customer_id = :from")
        .bind("from", merged.from())
        .bind("into", merged.into())
        .send();
  }
}
