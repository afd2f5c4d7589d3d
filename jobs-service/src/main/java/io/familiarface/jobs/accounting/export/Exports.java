package io.familiarface.jobs.accounting.export;

import io.familiarface.database.Database;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.accounting.DocumentSelection;
import io.familiarface.rest.Uuids;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The receipts of exports, and which documents each has in it. */
@ApplicationScoped
class Exports {
  static final String LAST = "LAST";

  private static final String SELECT =
      """
      select id, format, since, made_at, made_by, documents, totals, waiting, confirmed_at,
        confirmed_by, accepted, rejected
      from accounting_export
      """;

  private final Database database;

  Exports(Database database) {
    this.database = database;
  }

  /**
   * @param totals such as {@code 1780.00 USD}, one a line
   */
  record Row(
      UUID id,
      ExportFormat format,
      String since,
      Instant madeAt,
      String madeBy,
      int documents,
      String totals,
      long waiting,
      Instant confirmedAt,
      String confirmedBy,
      Integer accepted,
      Integer rejected) {

    ExportView view() {
      return new ExportView(
          id,
          format,
          since,
          confirmedAt == null ? ExportView.State.OPEN : ExportView.State.CONFIRMED,
          documents,
          totals.lines().map(Row::total).toList(),
          madeAt,
          madeBy,
          "/v1/accounting/exports/" + id + "/content",
          waiting,
          confirmedAt,
          confirmedBy,
          accepted,
          rejected);
    }

    private static ExportView.Total total(String line) {
      String[] parts = line.split(" ");
      return new ExportView.Total(parts[0], parts[1]);
    }
  }

  /** The export named in a path, by its id or as LAST. */
  Row get(String named) {
    Optional<Row> found =
        named.equals(LAST)
            ? database.sql(SELECT + "order by made_at desc, id desc limit 1").first(Row.class)
            : Uuids.parse(named).flatMap(this::find);
    return found.orElseThrow(
        () ->
            JobsProblem.NO_SUCH_EXPORT.because(
                "There is no export %s. GET /v1/accounting/exports lists them.".formatted(named)));
  }

  Optional<Row> find(UUID id) {
    return database.sql(SELECT + "where id = :id").bind("id", id).first(Row.class);
  }

  /** Nobody else confirms it until the transaction ends. */
  Row lock(String named) {
    UUID id = get(named).id();
    database
        .sql("select id from accounting_export where id = :id for update")
        .bind("id", id)
        .exists();
    return get(id.toString());
  }

  void insert(Row export, Collection<UUID> documents) {
    database
        .roundTrip()
        .update(
            """
            insert into accounting_export
              (id, format, since, made_at, made_by, documents, totals, waiting)
            values (:id, :format, :since, :madeAt, :madeBy, :count, :totals, :waiting)""")
        .update(
            """
            insert into exported_document (export_id, document_id)
            select :id, one from unnest(cast(:documents as uuid[])) as one""")
        .bind("id", export.id())
        .bind("format", export.format())
        .bind("since", export.since())
        .bind("madeAt", export.madeAt())
        .bind("madeBy", export.madeBy())
        .bind("count", export.documents())
        .bind("totals", export.totals())
        .bind("waiting", export.waiting())
        .bind("documents", documents)
        .send();
  }

  List<UUID> madeAfter(Row export) {
    return database
        .sql(
            """
            select id from accounting_export where (made_at, id) > (:at, :id)
            order by made_at, id""")
        .bind("at", export.madeAt())
        .bind("id", export.id())
        .list(UUID.class);
  }

  /** Some of its documents, by their ids, after one of them; null: the first. */
  List<UUID> documentsOf(UUID export, UUID after, int limit) {
    var list =
        database
            .list("select document_id from exported_document")
            .where("export_id = :export", "export", export)
            .where("document_id > :after", "after", after);
    return list.list(UUID.class, "document_id", limit);
  }

  static DocumentSelection documentsIn(UUID export) {
    return DocumentSelection.in(
        "select document_id from exported_document where export_id =", export);
  }

  List<UUID> documentsOf(UUID export) {
    return documentsOf(export, null, ExportingDocuments.MOST);
  }

  void confirm(UUID id, Instant at, String by, int accepted, int rejected) {
    database
        .sql(
            """
            update accounting_export set confirmed_at = :at, confirmed_by = :by,
              accepted = :accepted, rejected = :rejected
            where id = :id""")
        .bind("id", id)
        .bind("at", at)
        .bind("by", by)
        .bind("accepted", accepted)
        .bind("rejected", rejected)
        .update();
  }

  Page<ExportView> page(PageRequest page) {
    var list = database.list(SELECT);
    page.after().ifPresent(key -> list.before("made_at, id", key.instant(0), key.uuid(1)));
    return Page.of(
        list.list(Row.class, "made_at desc, id desc", page.limit() + 1),
        page,
        row -> Key.of(row.madeAt(), row.id()),
        Row::view);
  }
}
