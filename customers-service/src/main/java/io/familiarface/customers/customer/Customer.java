package io.familiarface.customers.customer;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

@Entity
class Customer {

  @Id UUID id;
  @Version long version;
  String externalId;

  @Enumerated(EnumType.STRING)
  Kind kind;

  String name;
  String preferredName;
  String language;
  String email;
  String phone;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> otherPhones = List.of();

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> otherEmails = List.of();

  /** What an import gave as a telephone number and nobody could read. */
  String unreadablePhone;

  @Enumerated(EnumType.STRING)
  PreferredChannel preferredChannel;

  String preferredHours;

  @Embedded
  @AttributeOverride(name = "line1", column = @Column(name = "address_line1"))
  @AttributeOverride(name = "line2", column = @Column(name = "address_line2"))
  @AttributeOverride(name = "city", column = @Column(name = "address_city"))
  @AttributeOverride(name = "region", column = @Column(name = "address_region"))
  @AttributeOverride(name = "postalCode", column = @Column(name = "address_postal_code"))
  @AttributeOverride(name = "country", column = @Column(name = "address_country"))
  Address address;

  String branch;

  @Enumerated(EnumType.STRING)
  Status status;

  @Embedded
  @AttributeOverride(name = "what", column = @Column(name = "burned_before_what"))
  @AttributeOverride(name = "heardAt", column = @Column(name = "burned_before_heard_at"))
  BurnedBefore burnedBefore;

  String photoTag;

  /** Of the last line of an import; null when there was none. */
  @OptimisticLock(excluded = true)
  Long lineFingerprint;

  Instant createdAt;

  /** Only set here; raised in the database by whoever publishes a change, see {@link Customers}. */
  @Column(updatable = false)
  long revision = 1;

  protected Customer() {}

  static Customer create(NewCustomer details, Instant now) {
    var customer = new Customer();
    customer.id = Ids.next();
    customer.status = Status.ACTIVE;
    customer.createdAt = Instants.toMicros(now);
    customer.update(details, now);
    return customer;
  }

  /** Takes over the details and says whether that changed anything. */
  boolean update(NewCustomer details, Instant now) {
    NewCustomer before = details();
    externalId = details.externalId();
    kind = details.kind();
    name = details.name().strip();
    preferredName = details.preferredName();
    language = details.language();
    email = details.email();
    phone = details.phone();
    otherPhones = others(details.otherPhones(), phone);
    otherEmails = others(details.otherEmails(), email);
    unreadablePhone = phone == null ? unreadablePhone : null;
    preferredChannel = details.preferredChannel();
    preferredHours = details.preferredHours();
    address = details.address();
    branch = details.branch();
    burnedBefore = heard(details.burnedBefore(), now);
    createdAt = details.createdAt() == null ? createdAt : Instants.toMicros(details.createdAt());
    return !before.equals(details());
  }

  NewCustomer details() {
    return new NewCustomer(
        externalId,
        kind,
        name,
        preferredName,
        language,
        email,
        phone,
        List.copyOf(otherPhones),
        List.copyOf(otherEmails),
        preferredChannel,
        preferredHours,
        address,
        branch,
        burnedBefore,
        createdAt);
  }

  /** In their order, each once, without the one that is named first anyway. */
  private static List<String> others(List<String> given, String first) {
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Optional.ofNullable(first).ifPresent(seen::add);
    return given == null ? List.of() : given.stream().filter(seen::add).toList();
  }

  private BurnedBefore heard(BurnedBefore told, Instant now) {
    if (told == null) {
      return null;
    }
    if (told.heardAt() != null) {
      return new BurnedBefore(told.what(), Instants.toMicros(told.heardAt()));
    }
    return Optional.ofNullable(burnedBefore)
        .filter(known -> Objects.equals(known.what(), told.what()))
        .orElseGet(() -> new BurnedBefore(told.what(), Instants.toMicros(now)));
  }
}
