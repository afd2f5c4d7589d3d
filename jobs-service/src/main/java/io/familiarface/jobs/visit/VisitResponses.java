package io.familiarface.jobs.visit;

import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * How every change of a visit is answered: with the visit as it is now, where it lives, its ETag.
 */
@ApplicationScoped
class VisitResponses {
  private final Visits visits;
  private final VisitViews views;

  VisitResponses(Visits visits, VisitViews views) {
    this.visits = visits;
    this.views = views;
  }

  Response created(Visit visit) {
    visits.flush();
    return created(views.of(visit.id));
  }

  Response created(VisitView view) {
    return ETags.created(URI.create("/v1/visits/" + view.id()), view, view.tag());
  }
}
