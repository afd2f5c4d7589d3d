package io.familiarface.feedback.imports;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/** What is written down of a customer, by hand or by an import. */
@MappedSuperclass
public abstract class CustomerRecord {
  @Id public UUID id;
  @Version public long version;
  public String externalId;
  public UUID customerId;
  public String recordedBy;
  public Instant recordedAt;

  /** The digest of the line that was imported last. */
  @OptimisticLock(excluded = true)
  String importedAs;

  protected CustomerRecord() {}

  protected CustomerRecord(String externalId, UUID customerId, String by, Instant now) {
    this.id = Ids.next();
    this.version = 1;
    this.externalId = externalId;
    this.customerId = customerId;
    this.recordedBy = by;
    this.recordedAt = Instants.toMicros(now);
  }
}
