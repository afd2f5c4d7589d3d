package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which steps of projects stand on which invoice. */
@ApplicationScoped
class InvoicedSteps {
  private final Database database;

  InvoicedSteps(Database database) {
    this.database = database;
  }

  /**
   * @param number of the invoice
   */
  record Row(int step, String number) {}

  List<Row> among(UUID project, Collection<Integer> steps) {
    return database
        .sql(
            """
            select s.step, d.number from invoiced_step s
            join accounting_document d on d.id = s.document_id
            where s.project_id = :project and s.step = any(:steps) order by s.step""")
        .bind("project", project)
        .bind("steps", steps)
        .list(Row.class);
  }

  void insert(UUID project, Collection<Integer> steps, UUID document) {
    database
        .sql(
            """
            insert into invoiced_step (project_id, step, document_id)
            select :project, one, :document from unnest(cast(:steps as int[])) as one""")
        .bind("project", project)
        .bind("steps", steps)
        .bind("document", document)
        .update();
  }
}
