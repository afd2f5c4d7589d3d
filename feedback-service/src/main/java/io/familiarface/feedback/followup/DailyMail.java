package io.familiarface.feedback.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The words of the daily mail. */
@CheckedTemplate(basePath = "DailyMail")
final class DailyMail {
  private DailyMail() {}

  /** As a page; every text is escaped. */
  static native TemplateInstance page(String day, List<DailyMailLine> calls, String link);

  /** For readers without HTML. */
  static native TemplateInstance plain(String day, List<DailyMailLine> calls, String link);
}
