package io.familiarface.feed.consumer;

/** Transactions in which the tables of one schema hide those of the same names. */
record ShadowUnitOfWork(UnitOfWork unitOfWork, String schema) implements UnitOfWork {
  @Override
  public <T> T inTransaction(Work<T> work) throws Exception {
    return unitOfWork.inTransaction(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  select set_config(
                    'search_path', ? || ', ' || current_setting('search_path'), true)
                  """)) {
            statement.setString(1, schema);
            statement.execute();
          }
          return work.with(connection);
        });
  }
}
