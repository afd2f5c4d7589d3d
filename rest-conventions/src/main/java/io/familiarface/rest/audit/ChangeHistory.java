package io.familiarface.rest.audit;

import io.familiarface.database.Database;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What became of one thing, read from the audit trail: nothing is changed without an entry. */
@ApplicationScoped
public class ChangeHistory {
  private final Database database;

  ChangeHistory(Database database) {
    this.database = database;
  }

  /**
   * The changes of a thing, oldest first.
   *
   * @return one more than the page shows, when there are more; the key of a row is its id
   */
  public List<RecordedChange> of(UUID entityId, PageRequest page) {
    var list =
        database
            .list(
                """
                select id, at, actor, action, cast(before as text) as before,
                  cast(after as text) as after
                from audit_entry\
                """)
            .where("entity_id = :entity", "entity", entityId)
            .where("action <> 'read'");
    page.after().ifPresent(key -> list.where("id > :last").bind("last", key.uuid(0)));
    return list.list(RecordedChange.class, "id", page.limit() + 1);
  }
}
