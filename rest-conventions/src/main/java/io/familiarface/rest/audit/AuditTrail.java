package io.familiarface.rest.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.Ids;
import io.familiarface.rest.security.Caller;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who changed or read what, written in the transaction of the change itself. */
@ApplicationScoped
public class AuditTrail {
  private final PendingEntries pending;
  private final ObjectMapper mapper;
  private final Caller caller;

  AuditTrail(PendingEntries pending, ObjectMapper mapper, Caller caller) {
    this.pending = pending;
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

  /** Records that a named user looked at a whole person. */
  public void read(UUID personId, String what) {
    write("read", what, personId, personId, null, null);
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
