package io.familiarface.customers.conduct;

import io.familiarface.customers.customer.CustomerFiles;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The farewell letters to a customer among their files. */
@ApplicationScoped
class FarewellFiles {
  private static final int AT_A_TIME = 10;

  private final Database database;

  FarewellFiles(Database database) {
    this.database = database;
  }

  private record Written(UUID id, String letter) {}

  void add(@Observes CustomerFiles files) {
    database
        .sql(
            """
            select id, letter from letting_go
            where customer_id = :customer and letter is not null order by proposed_at, id\
            """)
        .bind("customer", files.customerId())
        .forEach(
            Written.class,
            AT_A_TIME,
            one ->
                files.add(
                    "letters/farewell-" + one.id + ".html",
                    one.letter.getBytes(StandardCharsets.UTF_8)));
  }
}
