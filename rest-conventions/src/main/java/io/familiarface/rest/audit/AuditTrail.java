package io.familiarface.rest.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.rest.Ids;
import io.familiarface.rest.security.Caller;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Who changed or read what, written in the transaction of the change itself. */
@ApplicationScoped
public class AuditTrail {
  /** When something was done to {@code :persons}, in the last two days; each time once or more. */
  public static final String TIMES_ABOUT_PERSONS =
      """
      select at from audit_entry
      where person_id = any(:persons) and at > now() - interval '2 days'\
      """;

  private static final String READ =
      """
      insert into audit_entry (id, actor, action, entity_type, entity_id, person_id)
      select :auditId, :auditActor, 'read', :auditWhat, person.id, person.id from (\
      """;

  private static final String BY = ") as person (id)\nreturning person_id";

  private static final String CHANGED = "with changed as (";

  private static final String CHANGE =
      """
      )
      insert into audit_entry
        (id, actor, action, entity_type, entity_id, person_id, before, after, salt, digest)
      select uuidv7(), :auditActorOfMany, action, '%s', id, person_id, before, after, salt,
        audit_states_digest(salt, before, after)
      from (select changed.*, uuid_send(gen_random_uuid()) as salt from changed) salted\
      """;

  private final PendingEntries pending;
  private final Database database;
  private final ObjectMapper mapper;
  private final Caller caller;

  AuditTrail(PendingEntries pending, Database database, ObjectMapper mapper, Caller caller) {
    this.pending = pending;
    this.database = database;
    this.mapper = mapper;
    this.caller = caller;
  }

  /**
   * Records a change.
   *
   * @param action what was done, such as {@code trait.added}
   * @param personId the customer whom it concerns, or null
   * @param before the state before, or null for something new
   * @param after the state after, or null for something removed
   */
  public void changed(
      String action, String entityType, UUID entityId, UUID personId, Object before, Object after) {
    write(action, entityType, entityId, personId, before, after);
  }

  /**
   * Adds to a round trip a change of whatever its statement finds, and records each.
   *
   * @param entityType what they are, a word
   * @param change a statement that returns, of each that it changes, {@code id}, {@code person_id},
   *     {@code action}, and {@code before} and {@code after} as JSON; its parameters are the round
   *     trip's
   */
  public void changed(RoundTrip trip, String entityType, String change) {
    trip.bind("auditActorOfMany", actor()).update(CHANGED + change + CHANGE.formatted(entityType));
  }

  /** Records that a named user looked at a whole person. */
  public void read(UUID personId, String what) {
    write("read", what, personId, personId, null, null);
  }

  /**
   * Adds to a round trip that a named user looks at the person whose id a query finds, and answers
   * who that is: nobody is shown whose entry is not written.
   *
   * @param person a query of one id at most; its parameters are the round trip's
   */
  public Rows<UUID> read(RoundTrip trip, String person, String what) {
    return trip.bind("auditId", Ids.next())
        .bind("auditActor", actor())
        .bind("auditWhat", what)
        .query(READ + person + BY, UUID.class);
  }

  /**
   * Takes what is known of erased persons out of their entries, with a round trip that binds {@code
   * :persons}. Who did what, and when, stays; the {@link AuditSeals seals} hold, as they prove a
   * digest of the states that nobody can guess from without the salt.
   */
  public static void erase(RoundTrip trip) {
    trip.update(
        """
        update audit_entry set before = null, after = null, salt = null
        where person_id = any(:persons) and (before is not null or after is not null)\
        """);
  }

  /**
   * Takes what is known of things that are no longer kept out of their entries, as {@link #erase}.
   */
  public void eraseOf(Collection<UUID> entities) {
    database
        .sql(
            """
            update audit_entry set before = null, after = null, salt = null
            where entity_id = any(:entities) and action <> 'read'
              and (before is not null or after is not null)\
            """)
        .bind("entities", entities)
        .update();
  }

  private void write(
      String action, String entityType, UUID entityId, UUID personId, Object before, Object after) {
    pending.add(
        new AuditEntry(
            Ids.next(),
            actor(),
            action,
            entityType,
            entityId,
            personId,
            json(before),
            json(after)));
  }

  /** Outside a request it is the service itself that acts: a feed or a schedule moved it. */
  private String actor() {
    return Arc.container().requestContext().isActive() ? caller.name() : "system";
  }

  private String json(Object state) {
    try {
      return state == null ? null : mapper.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not representable as JSON: " + state.getClass(), e);
    }
  }
}
