package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives the numbers of documents, in the transaction that issues them. Whoever else wants one of
 * the same series and year waits until it ends, so that there are no gaps: numbers come last.
 */
@ApplicationScoped
class DocumentNumbers {
  private final Database database;

  DocumentNumbers(Database database) {
    this.database = database;
  }

  DocumentNumber next(DocumentKind kind, int year) {
    return next(kind, year, 1).get(0);
  }

  /** So many, in order. */
  List<DocumentNumber> next(DocumentKind kind, int year, int count) {
    int last =
        database
            .sql(
                """
                insert into document_series (series, year, last) values (:series, :year, :count)
                on conflict (series, year) do update set last = document_series.last + :count
                returning last""")
            .bind("series", kind.series())
            .bind("year", year)
            .bind("count", count)
            .one(Integer.class);
    return IntStream.rangeClosed(last - count + 1, last)
        .mapToObj(sequence -> new DocumentNumber(kind.series(), year, sequence))
        .toList();
  }
}
