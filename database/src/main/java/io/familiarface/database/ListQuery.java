package io.familiarface.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list made of the filters that were given, so that each combination gets the index it deserves;
 * a page starts after a key, never at an offset.
 */
public final class ListQuery {
  private final Database database;
  private final String select;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  ListQuery(Database database, String select) {
    this.database = database;
    this.select = select;
  }

  /** A condition that always holds. */
  public ListQuery where(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Adds the condition, which names the parameter, unless there is no value to compare with. */
  public ListQuery where(String condition, String parameter, Object value) {
    return value == null ? this : where(condition).bind(parameter, value);
  }

  /**
   * What comes after a row in a descending order.
   *
   * @param columns of the order, such as {@code at, id}
   * @param last the row's values of them
   */
  public ListQuery before(String columns, Object... last) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < last.length; i++) {
      names.add(":last" + i);
      bind("last" + i, last[i]);
    }
    return where("(" + columns + ") < (" + String.join(", ", names) + ")");
  }

  /** Binds a parameter of the select or of a condition. */
  public ListQuery bind(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /**
   * The rows in order, at most so many. The limit stands in the statement: where PostgreSQL does
   * not know it, it takes no plan for every value to be good enough, and plans each time anew.
   *
   * @param order what stands behind {@code order by}
   */
  public <T> List<T> list(Class<T> row, String order, int limit) {
    String where = conditions.isEmpty() ? "" : "\nwhere " + String.join("\n  and ", conditions);
    Statement statement = database.sql(select + where + "\norder by " + order + "\nlimit " + limit);
    parameters.forEach(statement::bind);
    return statement.list(row);
  }
}
