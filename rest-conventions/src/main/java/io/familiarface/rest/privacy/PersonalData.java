package io.familiarface.rest.privacy;

import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.spool.Spool;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/**
 * What a service beside customers-service answers about a person to customers-service, which puts
 * all together.
 */
@ApplicationScoped
public class PersonalData {
  /** What an export is, for its document. */
  public static final String EXPORT =
      "As it is stored, for the right of access. `GET /v1/customers/{id}/export` of"
          + " customers-service puts together what all three services hold.";

  /** What is said of an erasure, for its document. */
  public static final String ERASURE =
      "By the id alone, as nothing else is known of an erased person. `PENDING` is also said of"
          + " somebody whom nobody has erased.";

  private final PersonalRecords records;
  private final ErasedPersons erased;
  private final AuditTrail audit;
  private final Caller caller;

  PersonalData(PersonalRecords records, ErasedPersons erased, AuditTrail audit, Caller caller) {
    this.records = records;
    this.erased = erased;
    this.audit = audit;
    this.caller = caller;
  }

  /** All that is held, as {@link HeldRecords}; no connection is kept while it is sent. */
  public Response export(UUID person) throws IOException {
    if (!caller.is(Role.SERVICE)) {
      audit.read(person, "export");
    }
    Spool spool = new Spool("export");
    try {
      QuarkusTransaction.requiringNew().call(() -> write(person, spool));
      return Response.ok(spool.finish(), MediaType.APPLICATION_JSON_TYPE).build();
    } catch (IOException | RuntimeException e) {
      spool.discard();
      throw e;
    }
  }

  private Void write(UUID person, Spool spool) throws IOException {
    records.write(person, spool.out());
    return null;
  }

  /** Whether a person is forgotten here. */
  public ErasureReceipt erasure(Ref ref) {
    UUID id =
        ref.id()
            .orElseThrow(
                () ->
                    CommonProblem.NOT_FOUND.because(
                        "Ask by the id; what another system called them is forgotten."));
    return erased
        .erasedAt(id)
        .map(at -> new ErasureReceipt(id, ErasureState.DONE, at))
        .orElseGet(() -> new ErasureReceipt(id, ErasureState.PENDING, null));
  }
}
