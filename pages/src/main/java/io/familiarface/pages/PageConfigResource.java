package io.familiarface.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What every page needs to know before anybody has signed in; nothing in it is secret. */
@Path("/assets/config.json")
class PageConfigResource {
  private final PageConfig config;

  PageConfigResource(
      SignInSettings signIn,
      PublicUrls urls,
      @ConfigProperty(name = "familiar.company.time-zone") String timeZone) {
    this.config =
        new PageConfig(
            timeZone,
            new Services(urls.customers(), urls.jobs(), urls.feedback()),
            SignIn.of(signIn));
  }

  /**
   * @param signIn null where a token must be pasted
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PageConfig(String timeZone, Services services, SignIn signIn) {}

  /** Where a browser reaches each. */
  record Services(String customers, String jobs, String feedback) {}

  record SignIn(String issuer, String clientId, String scope) {
    static SignIn of(SignInSettings settings) {
      return settings.issuer().isPresent() && settings.clientId().isPresent()
          ? new SignIn(settings.issuer().get(), settings.clientId().get(), settings.scope())
          : null;
    }
  }

  @GET
  @PermitAll
  @Produces("application/json")
  @Operation(hidden = true)
  public Response get() {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.ok(config).cacheControl(never).build();
  }
}
