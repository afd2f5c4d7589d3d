package io.familiarface.feedback.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the pages need to know before anybody has signed in; nothing in it is secret. */
@Path("/today/config.json")
class PageConfigResource {
  private final PageConfig config;

  PageConfigResource(
      SignInSettings signIn,
      @ConfigProperty(name = "familiar.company.time-zone") String timeZone,
      @ConfigProperty(name = "familiar.public-url.customers") String customersUrl,
      @ConfigProperty(name = "familiar.complaint.causes") List<String> causes,
      @ConfigProperty(name = "familiar.complaint.currency") String currency) {
    this.config = new PageConfig(timeZone, customersUrl, causes, currency, SignIn.of(signIn));
  }

  /**
   * @param signIn null where a token must be pasted
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PageConfig(
      String timeZone,
      String customersUrl,
      List<String> complaintCauses,
      String currency,
      SignIn signIn) {}

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
