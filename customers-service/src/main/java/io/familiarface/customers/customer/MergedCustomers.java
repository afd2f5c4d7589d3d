package io.familiarface.customers.customer;

import io.familiarface.database.Database;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom the ids and keys of merged customers lead to. */
@ApplicationScoped
public class MergedCustomers {
  /** SQL, for a join: who was merged, and into whom. */
  public static final String MERGED = "(select id, into_id from merged_customer)";

  private final Database database;

  MergedCustomers(Database database) {
    this.database = database;
  }

  private record Merged(UUID id, String externalId, UUID intoId) {}

  /** Whom those of the ids lead to that were merged. */
  public Map<UUID, UUID> survivors(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database
            .sql("select id, external_id, into_id from merged_customer where id = any(:ids)")
            .bind("ids", ids)
            .list(Merged.class)
            .stream()
            .collect(Collectors.toMap(Merged::id, Merged::intoId));
  }

  /** Whom those of the keys of another system lead to that belonged to merged customers. */
  Map<String, UUID> survivorsOf(Collection<String> externalIds) {
    return externalIds.isEmpty()
        ? Map.of()
        : database
            .sql(
                """
                select id, external_id, into_id from merged_customer
                where external_id = any(:externalIds)""")
            .bind("externalIds", externalIds)
            .list(Merged.class)
            .stream()
            .collect(Collectors.toMap(Merged::externalId, Merged::intoId));
  }

  Optional<UUID> survivor(Ref ref) {
    return ref.id()
        .map(id -> survivors(List.of(id)).get(id))
        .or(() -> ref.externalId().map(key -> survivorsOf(List.of(key)).get(key)));
  }

  /** Those who were merged into a customer. */
  List<UUID> mergedInto(UUID id) {
    return database
        .sql("select id from merged_customer where into_id = :id")
        .bind("id", id)
        .list(UUID.class);
  }

  /** Notes that one has become part of another; whoever was merged into the first follows. */
  void add(UUID from, String externalId, UUID into, Instant at, String by) {
    database
        .roundTrip()
        .update("update merged_customer set into_id = :into where into_id = :from")
        .update(
            """
            insert into merged_customer (id, external_id, into_id, merged_at, merged_by)
            values (:from, :externalId, :into, :at, :by)""")
        .bind("from", from)
        .bind("externalId", externalId)
        .bind("into", into)
        .bind("at", at)
        .bind("by", by)
        .send();
  }

  /** Keeps the picture of one whose survivor has another. */
  public void keepPhoto(UUID from, byte[] photo, String mediaType) {
    database
        .sql("update merged_customer set photo = :photo, photo_type = :type where id = :from")
        .bind("photo", photo)
        .bind("type", mediaType)
        .bind("from", from)
        .update();
  }

  private record KeptPhoto(UUID id, byte[] photo, String photoType) {}

  /** The pictures that were kept are among the files of the survivor. */
  void addPhotos(@Observes CustomerFiles files) {
    database
        .sql(
            """
            select id, photo, photo_type from merged_customer
            where into_id = :id and photo is not null order by id""")
        .bind("id", files.customerId())
        .forEach(
            KeptPhoto.class,
            1,
            kept ->
                files.add(
                    "photo-of-" + kept.id + (kept.photoType.endsWith("png") ? ".png" : ".jpg"),
                    kept.photo));
  }
}
