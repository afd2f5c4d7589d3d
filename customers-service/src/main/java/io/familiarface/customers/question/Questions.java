package io.familiarface.customers.question;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Questions that are sent together: PostgreSQL answers a chain of prepared statements in one round
 * trip, which is most of what a card costs.
 */
public final class Questions {

  private final List<Asked<?>> asked = new ArrayList<>();

  /** Adds a question; it is answered when all are sent. */
  public <T> Answer<T> ask(Question<T> question, Object... parameters) {
    Answer<T> answer = new Answer<>();
    asked.add(new Asked<>(question, List.of(parameters), answer));
    return answer;
  }

  public void send(DataSource database) {
    String all = asked.stream().map(one -> one.question.sql()).collect(Collectors.joining(";\n"));
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(all)) {
      int n = 0;
      for (Asked<?> one : asked) {
        for (Object parameter : one.parameters) {
          statement.setObject(++n, parameter);
        }
      }
      statement.execute();
      for (Asked<?> one : asked) {
        try (ResultSet rows = statement.getResultSet()) {
          one.read(rows);
        }
        statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not answer", e);
    }
  }

  private record Asked<T>(Question<T> question, List<Object> parameters, Answer<T> answer) {
    void read(ResultSet rows) throws SQLException {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(question.row().read(rows));
      }
      answer.found = found;
    }
  }

  /** What was found, once the questions have been sent. */
  public static final class Answer<T> {
    private List<T> found;

    private Answer() {}

    public List<T> all() {
      if (found == null) {
        throw new IllegalStateException("Not sent yet");
      }
      return found;
    }

    /** The first row; empty if there is none. */
    public Optional<T> first() {
      return all().stream().findFirst();
    }
  }
}
