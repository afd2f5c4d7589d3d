package io.familiarface.customers.certificate;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which certificates to list. */
public class CertificateFilter {
  @QueryParam("customerId")
  @Parameter(description = "Who was given it: an id, or ext: and an external id.")
  Ref customerId;

  @QueryParam("externalId")
  String externalId;

  @QueryParam("state")
  CertificateState state;
}
