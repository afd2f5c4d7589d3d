package io.familiarface.customers.letter;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which templates to list. */
public class TemplateFilter {
  @QueryParam("externalId")
  String externalId;

  @QueryParam("name")
  @Parameter(description = "Only the one of this name.", example = "first-visit")
  String name;

  @QueryParam("kind")
  TemplateKind kind;

  @QueryParam("language")
  String language;
}
