package io.familiarface.customers.handout;

import io.familiarface.customers.customer.CustomerFiles;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;

/** The handouts of a customer among their files, as they were made. */
@ApplicationScoped
class HandoutFiles {
  private static final int AT_A_TIME = 10;

  private final Database database;

  HandoutFiles(Database database) {
    this.database = database;
  }

  private record Made(int n, String page) {}

  void add(@Observes CustomerFiles files) {
    database
        .sql("select n, page from handout where customer_id = :customer order by n")
        .bind("customer", files.customerId())
        .forEach(
            Made.class,
            AT_A_TIME,
            handout ->
                files.add(
                    "handouts/" + handout.n + ".html",
                    handout.page.getBytes(StandardCharsets.UTF_8)));
  }
}
