package io.familiarface.jobs.listing;

import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list query made of the filters that were given, so that each combination gets the index it
 * deserves; the page starts after a key, never at an offset.
 */
public final class Listing {
  private final String select;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  public Listing(String select) {
    this.select = select;
  }

  /** Adds the condition, which names the parameter, unless there is no value to compare with. */
  public Listing where(String condition, String parameter, Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  /** Compares a column with a thing named by id or by external id; an unknown key finds nothing. */
  public Listing refersTo(String column, String table, Ref ref) {
    if (ref != null) {
      String parameter = column.replace('.', '_');
      where(column + " = :" + parameter, parameter, ref.id().orElse(null));
      where(
          column + " = (select id from " + table + " where external_id = :" + parameter + "_key)",
          parameter + "_key",
          ref.externalId().orElse(null));
    }
    return this;
  }

  public Listing when(boolean wanted, String condition) {
    if (wanted) {
      conditions.add(condition);
    }
    return this;
  }

  public Listing bind(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /** Continues behind a key; the condition names one parameter for each value of the key. */
  public Listing after(
      Optional<Key> after, String condition, Function<Key, Map<String, Object>> values) {
    after.ifPresent(
        key -> {
          conditions.add(condition);
          parameters.putAll(values.apply(key));
        });
    return this;
  }

  public <T> List<T> entities(EntityManager em, Class<T> type, String order, int limit) {
    Query query = prepared(em.createNativeQuery(sql(order), type), limit);
    return Stream.of(query.getResultList().toArray()).map(type::cast).toList();
  }

  public <T> List<T> rows(EntityManager em, String order, int limit, Function<Row, T> view) {
    Query query = prepared(em.createNativeQuery(sql(order), Tuple.class), limit);
    return Stream.of(query.getResultList().toArray())
        .map(row -> view.apply(new Row((Tuple) row)))
        .toList();
  }

  private String sql(String order) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return select + where + " order by " + order + " limit :rowLimit";
  }

  private Query prepared(Query query, int limit) {
    parameters.forEach(query::setParameter);
    return query.setParameter("rowLimit", limit);
  }
}
