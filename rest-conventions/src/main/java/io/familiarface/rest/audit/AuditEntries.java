package io.familiarface.rest.audit;

import io.familiarface.database.Database;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit trail as it is read by whoever has to answer for it. */
@ApplicationScoped
class AuditEntries {
  private final Database database;
  private final Instance<PersonKeys> keys;

  AuditEntries(Database database, Instance<PersonKeys> keys) {
    this.database = database;
    this.keys = keys;
  }

  /**
   * The entries asked for, newest first.
   *
   * @return one more than the page shows, when there are more; the key of a row is its time and id
   */
  List<AuditEntryView> list(AuditFilter filter, PageRequest page) {
    var list =
        database
            .list(
                """
                select id, at, actor, action, entity_type, entity_id, person_id,
                  cast(before as text) as before, cast(after as text) as after
                from audit_entry\
                """)
            .where("person_id = :person", "person", personOf(filter.person))
            .where("actor = :actor", "actor", filter.actor)
            .where("action = :action", "action", filter.action)
            .where("at >= :from", "from", filter.from)
            .where("at < :to", "to", filter.to);
    page.after().ifPresent(key -> list.before("at, id", key.instant(0), key.uuid(1)));
    return list.list(AuditEntryView.class, "at desc, id desc", page.limit() + 1);
  }

  /** Of an erased person the id alone is known. */
  private UUID personOf(Ref named) {
    if (named == null) {
      return null;
    }
    return named
        .id()
        .or(
            () ->
                keys.isUnsatisfied()
                    ? Optional.empty()
                    : keys.get().personWithKey(named.externalId().orElseThrow()))
        .orElseThrow(
            () ->
                CommonProblem.INVALID_REQUEST.at(
                    "?person", "Nobody is called " + named + " here. Ask by the id."));
  }
}
