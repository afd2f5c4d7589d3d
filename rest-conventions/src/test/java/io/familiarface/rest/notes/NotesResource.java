package io.familiarface.rest.notes;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.limit.BodyLimit;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/v1/notes")
@Produces("application/json")
public class NotesResource {
  private final NoteRows rows;
  private final MergePatch patches;
  private final FeedPublisher feed;
  private final AuditTrail audit;

  NotesResource(NoteRows rows, MergePatch patches, FeedPublisher feed, AuditTrail audit) {
    this.feed = feed;
    this.audit = audit;
    this.rows = rows;
    this.patches = patches;
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed({Role.ADMIN, Role.CSR})
  @Idempotent
  @APIResponse(responseCode = "201", description = "Written.")
  public Response write(@NotNull @Valid Note.Body body) {
    Note note = rows.insert(body.externalId(), body.text());
    feed.publish("notes", "io.familiarface.note.written", note.id(), Instant.EPOCH, note);
    audit.changed("note.written", "note", note.id(), null, null, note);
    if (note.text().equals("the connection ends at the commit")) {
      rows.endConnectionAtCommit();
    }
    if (note.text().equals("fails at the end")) {
      throw new IllegalStateException("after the event was published");
    }
    return ETags.created(URI.create("/v1/notes/" + note.id()), note, note.id(), note.version());
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.CSR})
  public Page<Note> list(
      @BeanParam PageRequest page,
      @QueryParam("text") String text,
      @QueryParam("externalId") String externalId,
      @QueryParam("mood") Note.Mood mood,
      @QueryParam("writtenAfter") Instant writtenAfter,
      @QueryParam("on") LocalDate on,
      @QueryParam("by") Ref by,
      @QueryParam("starred") Boolean starred,
      @QueryParam("stars") Integer stars) {
    UUID after = page.after().map(key -> key.uuid(0)).orElse(null);
    return Page.of(
        rows.after(after, text, externalId, page.limit() + 1), page, n -> Key.of(n.id()), n -> n);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.ADMIN, Role.CSR, Role.TECHNICIAN})
  public Response read(@PathParam("id") Ref ref) {
    Note note = find(ref);
    return ETags.ok(note, note.id(), note.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed(Role.ADMIN)
  @Transactional
  public Response edit(
      @PathParam("id") Ref ref, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
    Note note = find(ref);
    ETags.requireMatch(ifMatch, note.id(), note.version());
    rows.setText(note.id(), patches.apply(new Note.Editable(note.text()), patch).text());
    return read(Ref.of(note.id()));
  }

  @GET
  @Operation(hidden = true)
  @Path("/page")
  @Produces("text/html")
  @RolesAllowed(Role.ADMIN)
  public String page() {
    return "<!doctype html><title>Notes</title>";
  }

  @GET
  @Operation(hidden = true)
  @Path("/away")
  @RolesAllowed(Role.ADMIN)
  public Note away() {
    throw CommonProblem.UNAVAILABLE.because("Another system is away.");
  }

  @PUT
  @Operation(hidden = true)
  @Path("/picture")
  @Consumes("image/png")
  @BodyLimit(bytes = 2 << 10)
  @RolesAllowed(Role.ADMIN)
  public void putPicture(byte[] picture) {}

  /** An object by a resource that doesn't say as what it is shown. */
  @Path("/unsaid")
  @GET
  @Operation(hidden = true)
  @Produces("*/*")
  @RolesAllowed(Role.ADMIN)
  public Response unsaid() {
    return Response.ok(new Note(null, null, "<script>alert(1)</script>", 0)).build();
  }

  @GET
  @Operation(hidden = true)
  @Path("/broken")
  @RolesAllowed(Role.ADMIN)
  public Note broken() {
    throw new IllegalStateException("a secret from inside");
  }

  /** Nobody decided who may call this one. */
  @GET
  @Path("/undecided")
  public String undecided() {
    return "never seen";
  }

  private Note find(Ref ref) {
    return ref.id()
        .map(rows::byId)
        .orElseGet(() -> rows.byExternalId(ref.externalId().orElseThrow()))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no note " + ref + "."));
  }
}
