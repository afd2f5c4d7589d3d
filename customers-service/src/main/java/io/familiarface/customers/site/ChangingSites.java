package io.familiarface.customers.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.CustomerDetailsChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.PhoneNumbers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;

/** Writing down which places there are under a customer, and keeping them right. */
@ApplicationScoped
class ChangingSites {

  private final Customers customers;
  private final Sites sites;
  private final PhoneNumbers phones;
  private final MergePatch mergePatch;
  private final BusinessTime time;
  private final AuditTrail audit;
  private final Event<CustomerDetailsChanged> found;
  private final Event<CustomerChanged> changed;

  ChangingSites(
      Customers customers,
      Sites sites,
      PhoneNumbers phones,
      MergePatch mergePatch,
      BusinessTime time,
      AuditTrail audit,
      Event<CustomerDetailsChanged> found,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.sites = sites;
    this.phones = phones;
    this.mergePatch = mergePatch;
    this.time = time;
    this.audit = audit;
    this.found = found;
    this.changed = changed;
  }

  @Transactional
  Site add(Ref customer, NewSite details) {
    UUID customerId = customers.lock(customer);
    requireFree(customerId, details.externalId());
    if (sites.count("customerId", customerId) >= Sites.AT_MOST) {
      throw CustomersProblem.TOO_MANY.because(
          "A customer has at most " + Sites.AT_MOST + " sites. Strike one out first.");
    }
    var site = Site.create(customerId, details, readable(details));
    sites.persistAndFlush(site);
    audit.changed("site.added", "site", site.id, customerId, null, site.details());
    found.fire(CustomerDetailsChanged.of(customerId));
    changed.fire(CustomerChanged.at(time.now(), customerId));
    return site;
  }

  @Transactional
  Site change(Ref customer, Ref ref, String ifMatch, JsonNode patch) {
    UUID customerId = customers.lock(customer);
    Site site = sites.get(customerId, ref);
    ETags.requireMatch(ifMatch, site.id, site.version);
    NewSite before = site.details();
    NewSite after = mergePatch.apply(before, patch);
    if (!Objects.equals(before.externalId(), after.externalId())) {
      requireFree(customerId, after.externalId());
    }
    String phone = Objects.equals(before.phone(), after.phone()) ? before.phone() : readable(after);
    if (site.update(after, phone)) {
      sites.flush();
      audit.changed("site.changed", "site", site.id, customerId, before, site.details());
      found.fire(CustomerDetailsChanged.of(customerId));
      changed.fire(CustomerChanged.at(time.now(), customerId));
    }
    return site;
  }

  @Transactional
  void remove(Ref customer, Ref ref, String ifMatch) {
    UUID customerId = customers.lock(customer);
    Site site = sites.get(customerId, ref);
    ETags.requireMatch(ifMatch, site.id, site.version);
    sites.delete(site);
    sites.flush();
    audit.changed("site.removed", "site", site.id, customerId, site.details(), null);
    found.fire(CustomerDetailsChanged.of(customerId));
    changed.fire(CustomerChanged.at(time.now(), customerId));
  }

  private String readable(NewSite details) {
    return phones.require(details.phone(), details.address(), "/phone");
  }

  /** Nobody else can take it meanwhile: the customer is locked. */
  private void requireFree(UUID customerId, String externalId) {
    if (externalId != null && sites.withExternalId(customerId, externalId).isPresent()) {
      throw CommonProblem.externalIdTaken("site of this customer", externalId);
    }
  }
}
