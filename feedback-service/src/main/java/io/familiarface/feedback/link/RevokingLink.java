package io.familiarface.feedback.link;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Somebody puts an end to a link; doing so again changes nothing. */
@ApplicationScoped
class RevokingLink {
  private final CustomerLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  RevokingLink(CustomerLinks links, AuditTrail audit, Clock clock) {
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  void revoke(Ref ref) {
    CustomerLink link =
        links
            .lock(ref)
            .orElseThrow(
                () -> FeedbackProblem.NO_SUCH_LINK.because("There is no link " + ref + "."));
    LinkView before = LinkView.of(link);
    if (link.revoke(clock.instant())) {
      audit.changed("link.revoked", "link", link.id, link.customerId, before, LinkView.of(link));
    }
  }
}
