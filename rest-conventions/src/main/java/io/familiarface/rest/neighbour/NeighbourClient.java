package io.familiarface.rest.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The two ways in which a collection of a service can be asked for what is in it. */
@Path("/v1/{collection}")
interface NeighbourClient {
  @GET
  @Path("/{id}")
  JsonNode byId(@PathParam("collection") String collection, @PathParam("id") String id);

  /**
   * A collection that is asked for several keys at once takes them as {@link
   * io.familiarface.rest.page.ExternalIds}.
   *
   * @param limit null for as many as it usually shows
   */
  @GET
  JsonNode byExternalIds(
      @PathParam("collection") String collection,
      @QueryParam("externalId") List<String> externalIds,
      @QueryParam("limit") Integer limit);
}
