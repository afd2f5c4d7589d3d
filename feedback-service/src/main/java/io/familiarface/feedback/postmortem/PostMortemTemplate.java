package io.familiarface.feedback.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The story of a customer as a page that prints. */
@CheckedTemplate(basePath = "PostMortem")
final class PostMortemTemplate {
  private PostMortemTemplate() {}

  static native TemplateInstance page(PostMortemPage page);
}
