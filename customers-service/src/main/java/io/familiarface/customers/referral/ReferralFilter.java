package io.familiarface.customers.referral;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which referrals to list. */
public class ReferralFilter {
  @QueryParam("byCustomerId")
  @Parameter(description = "Who recommended us: an id, or ext: and an external id.")
  Ref byCustomerId;

  @QueryParam("externalId")
  String externalId;

  @QueryParam("state")
  ReferralState state;

  @QueryParam("source")
  ReferralSource source;
}
