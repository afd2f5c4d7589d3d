package io.familiarface.customers.site;

import io.familiarface.customers.customer.Address;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A place of a customer as others see it.
 *
 * @param phone in E.164, an extension as {@code ;ext=12}
 */
public record SiteView(
    UUID id,
    String externalId,
    UUID customerId,
    String name,
    @Nested("address") Address address,
    String phone,
    String note) {

  static SiteView of(Site site) {
    return new SiteView(
        site.id, site.externalId, site.customerId, site.name, site.address, site.phone, site.note);
  }
}
