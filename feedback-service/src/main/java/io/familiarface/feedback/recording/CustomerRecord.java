package io.familiarface.feedback.recording;

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

  protected CustomerRecord(Origin origin) {
    this.id = Ids.next();
    this.version = 1;
    this.externalId = origin.externalId();
    this.customerId = origin.customerId();
    this.recordedBy = origin.by();
    this.recordedAt = Instants.toMicros(origin.now());
  }

  /** The words that were left with it; null for none. */
  protected abstract String text();
}
