package io.familiarface.rest.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** The two ways in which every collection of a service can be asked for one thing. */
@Path("/v1/{collection}")
interface NeighbourClient {
  @GET
  @Path("/{id}")
  JsonNode byId(@PathParam("collection") String collection, @PathParam("id") String id);

  @GET
  JsonNode byExternalId(
      @PathParam("collection") String collection, @QueryParam("externalId") String externalId);
}
