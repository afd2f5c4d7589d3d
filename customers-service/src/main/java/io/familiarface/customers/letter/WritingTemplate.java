package io.familiarface.customers.letter;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** The company writes its own text, and changes it; what it said before stays readable. */
@ApplicationScoped
class WritingTemplate {
  private final LetterTemplates templates;
  private final MergePatch mergePatch;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  WritingTemplate(
      LetterTemplates templates,
      MergePatch mergePatch,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.templates = templates;
    this.mergePatch = mergePatch;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  LetterTemplate write(NewTemplate details) {
    requireKnownPlaceholders(details);
    var template = LetterTemplate.create(details, caller.name(), clock.instant());
    templates.write(template);
    audit.changed(
        "template.written", "template", template.id, null, null, TemplateView.of(template));
    return template;
  }

  @Transactional
  LetterTemplate change(Ref ref, String ifMatch, JsonNode patch) {
    LetterTemplate template = templates.get(ref);
    ETags.requireMatch(ifMatch, template.id, template.version);
    var before = TemplateView.of(template);
    NewTemplate after = mergePatch.apply(template.details(), patch);
    requireKnownPlaceholders(after);
    if (template.update(after, caller.name(), clock.instant())) {
      templates.write(template);
      audit.changed(
          "template.changed", "template", template.id, null, before, TemplateView.of(template));
    }
    return template;
  }

  private static void requireKnownPlaceholders(NewTemplate details) {
    Set<String> unknown = Placeholder.unknownIn(details.body());
    if (!unknown.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/body",
          "There is no placeholder "
              + String.join(", ", unknown)
              + ". Those there are: "
              + String.join(", ", Placeholder.words())
              + ".");
    }
  }
}
