package io.familiarface.feedback.backtest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A back-test as a page that stands on its own. */
@CheckedTemplate(basePath = "BackTest")
final class BackTestTemplate {
  private BackTestTemplate() {}

  static native TemplateInstance page(BackTestPage page);
}
