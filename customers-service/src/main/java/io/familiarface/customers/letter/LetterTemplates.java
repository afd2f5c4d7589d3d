package io.familiarface.customers.letter;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.database.UniqueViolation;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The company's own texts, each with all it has said before. */
@ApplicationScoped
class LetterTemplates implements PanacheRepositoryBase<LetterTemplate, UUID> {
  private final Database database;

  LetterTemplates(Database database) {
    this.database = database;
  }

  Page<TemplateView> page(TemplateFilter filter, PageRequest page) {
    var list =
        database
            .list("select * from letter_template")
            .where("external_id = :externalId", "externalId", filter.externalId)
            .where("name = :name", "name", filter.name)
            .where("kind = :kind", "kind", filter.kind)
            .where("language = :language", "language", filter.language);
    page.after()
        .ifPresent(
            key ->
                list.where("(name, language) > (:lastName, :lastLanguage)")
                    .bind("lastName", key.text(0))
                    .bind("lastLanguage", key.text(1)));
    return Page.of(
        list.list(TemplateView.class, "name, language", page.limit() + 1),
        page,
        template -> Key.of(template.name(), template.language()),
        UnaryOperator.identity());
  }

  Page<TemplateRevision> revisions(UUID template, PageRequest page) {
    var list =
        database
            .list("select * from letter_template_revision")
            .where("template_id = :template", "template", template);
    page.after().ifPresent(key -> list.where("revision < :last").bind("last", (int) key.whole(0)));
    return Page.of(
        list.list(TemplateRevision.class, "revision desc", page.limit() + 1),
        page,
        revision -> Key.of(revision.revision()),
        UnaryOperator.identity());
  }

  LetterTemplate get(Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .or(() -> ref.externalId().flatMap(key -> find("externalId", key).firstResultOptional()))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_TEMPLATE.because(
                    "There is no template " + ref + ". GET /v1/templates lists them."));
  }

  /** The template of that name in the first of these languages in which there is one. */
  Optional<LetterTemplate> named(String name, TemplateKind kind, List<String> languages) {
    List<LetterTemplate> all = list("name = ?1 and kind = ?2 order by language", name, kind);
    return languages.stream()
        .flatMap(language -> all.stream().filter(one -> one.language.equals(language)))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Writes a template and what it says now, so that a later reader sees both. */
  void write(LetterTemplate template) {
    try {
      persistAndFlush(template);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e) ? taken(template) : e;
    }
    database
        .sql(
            """
            insert into letter_template_revision (template_id, revision, body, changed_at, changed_by)
            values (:template, :revision, :body, :changedAt, :changedBy)""")
        .bind("template", template.id)
        .bind("revision", template.revision)
        .bind("body", template.body)
        .bind("changedAt", template.changedAt)
        .bind("changedBy", template.changedBy)
        .update();
  }

  private static RuntimeException taken(LetterTemplate template) {
    return CustomersProblem.TEMPLATE_TAKEN.because(
        "There is a template '%s' in '%s' already, or one with this external id. Change that one."
            .formatted(template.name, template.language));
  }
}
