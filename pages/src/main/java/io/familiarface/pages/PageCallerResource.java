package io.familiarface.pages;

import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * As what whoever asks is signed in, so that a page offers nothing that would be refused. Where the
 * roles stand in a token only the service knows.
 */
@Path("/assets/caller.json")
class PageCallerResource {
  private final Caller caller;

  PageCallerResource(Caller caller) {
    this.caller = caller;
  }

  /**
   * @param roles none of whoever is not signed in
   */
  record PageCaller(List<String> roles) {}

  @GET
  @PermitAll
  @Produces("application/json")
  @Operation(hidden = true)
  public Response get() {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.ok(new PageCaller(Role.ALL.stream().filter(caller::is).toList()))
        .cacheControl(never)
        .build();
  }
}
