package io.familiarface.feedback.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The customers' own pages; every text in them is escaped. */
@CheckedTemplate(basePath = "Link")
final class LinkTemplates {
  private LinkTemplates() {}

  static native TemplateInstance feedback(FeedbackPage page);

  static native TemplateInstance casePage(CasePage page);

  /** The same for a link that has ended, was revoked, or never was. */
  static native TemplateInstance gone(String phone);
}
