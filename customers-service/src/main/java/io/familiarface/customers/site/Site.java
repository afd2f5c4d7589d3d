package io.familiarface.customers.site;

import io.familiarface.customers.customer.Address;
import io.familiarface.rest.Ids;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Site {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;
  String name;

  @Embedded
  @AttributeOverride(name = "line1", column = @Column(name = "address_line1"))
  @AttributeOverride(name = "line2", column = @Column(name = "address_line2"))
  @AttributeOverride(name = "city", column = @Column(name = "address_city"))
  @AttributeOverride(name = "region", column = @Column(name = "address_region"))
  @AttributeOverride(name = "postalCode", column = @Column(name = "address_postal_code"))
  @AttributeOverride(name = "country", column = @Column(name = "address_country"))
  Address address;

  String phone;
  String note;

  protected Site() {}

  /**
   * @param phone in E.164
   */
  static Site create(UUID customerId, NewSite details, String phone) {
    var site = new Site();
    site.id = Ids.next();
    site.customerId = customerId;
    site.update(details, phone);
    return site;
  }

  /** Takes over the details and says whether that changed anything. */
  boolean update(NewSite details, String phone) {
    NewSite before = details();
    externalId = details.externalId();
    name = details.name().strip();
    address = details.address();
    this.phone = phone;
    note = details.note();
    return !before.equals(details());
  }

  NewSite details() {
    return new NewSite(externalId, name, address, phone, note);
  }
}
