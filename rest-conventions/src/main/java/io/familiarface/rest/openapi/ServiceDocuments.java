package io.familiarface.rest.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.rest.problem.CommonProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The OpenAPI documents of all three services, so that the Swagger UI of any of them can show each;
 * every document names the server that its operations are sent to.
 */
@Path("/openapi")
@Produces("application/json")
@Blocking
public class ServiceDocuments {
  private static final Set<String> SERVICES = Set.of("customers", "jobs", "feedback");
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper mapper;
  private final Config config;

  ServiceDocuments(ObjectMapper mapper, Config config) {
    this.mapper = mapper;
    this.config = config;
  }

  @GET
  @Path("/{service}")
  @PermitAll
  @Operation(hidden = true)
  public ObjectNode document(@PathParam("service") String service) {
    if (!SERVICES.contains(service)) {
      throw CommonProblem.NOT_FOUND.because("The services are customers, jobs and feedback.");
    }
    URI address =
        URI.create(
            config.getValue("familiar.url." + service, String.class) + "/q/openapi?format=json");
    try {
      var answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              BodyHandlers.ofByteArray());
      ObjectNode document = (ObjectNode) mapper.readTree(answer.body());
      document
          .putArray("servers")
          .addObject()
          .put("url", config.getValue("familiar.public-url." + service, String.class));
      return document;
    } catch (IOException | ClassCastException e) {
      throw away(service);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away(service);
    }
  }

  private static RuntimeException away(String service) {
    return CommonProblem.UNAVAILABLE.because(
        "The " + service + " service does not answer. './familiar status' says what runs.");
  }
}
