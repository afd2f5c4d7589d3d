package io.familiarface.feedback.complaint;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What customers answered on the pages of their cases; none is ever changed. */
@ApplicationScoped
public class CaseAnswers {
  /** What another package may join. */
  public static final String ROWS = "(select id, complaint_id, at from complaint_answer)";

  /** Who has more to say is to be called; it bounds what one answer of ours holds. */
  static final int AT_MOST = 100;

  private final Database database;

  CaseAnswers(Database database) {
    this.database = database;
  }

  void add(UUID complaint, CaseAnswerView answer) {
    database
        .sql(
            """
            insert into complaint_answer (id, complaint_id, at, words)
            values (:id, :complaint, :at, :words)
            """)
        .bind("id", answer.id())
        .bind("complaint", complaint)
        .bind("at", answer.at())
        .bind("words", answer.words())
        .update();
  }

  /** In the order in which they were given. */
  List<CaseAnswerView> of(UUID complaint) {
    return database
        .sql(
            """
            select id, at, words from complaint_answer
            where complaint_id = :complaint order by at, id limit %d
            """
                .formatted(AT_MOST))
        .bind("complaint", complaint)
        .list(CaseAnswerView.class);
  }
}
