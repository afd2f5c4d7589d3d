package io.familiarface.feedback.plot;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Figures and tables as a page that stands on its own and prints. */
@CheckedTemplate(basePath = "Plot")
final class PlotTemplate {
  private PlotTemplate() {}

  static native TemplateInstance page(PlotPage page);
}
