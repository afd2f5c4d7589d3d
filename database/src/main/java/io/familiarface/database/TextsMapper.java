package io.familiarface.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** An array of texts at once: JDBI would read it as a result set of its own. */
final class TextsMapper implements ColumnMapper<List<String>> {

  @Override
  public List<String> map(ResultSet row, int column, StatementContext context) throws SQLException {
    Array array = row.getArray(column);
    if (array == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      texts.add(element == null ? null : element.toString());
    }
    return texts;
  }
}
