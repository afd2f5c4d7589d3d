package io.familiarface.jobs.notice;

import io.familiarface.jobs.TimeLimit;
import io.familiarface.rest.Ref;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which notices to list. */
public class NoticeFilter {
  @QueryParam("state")
  NoticeState state;

  @QueryParam("due")
  @Parameter(description = "Due until then: an instant, or a day with its end.")
  TimeLimit due;

  @QueryParam("customerId")
  @Parameter(description = "An id, or ext: and an external id.")
  Ref customerId;

  @QueryParam("visitId")
  @Parameter(description = "An id, or ext: and an external id.")
  Ref visitId;

  @QueryParam("past")
  @DefaultValue("false")
  @Parameter(description = "true: also of visits whose time has come; else those ahead.")
  boolean past;
}
