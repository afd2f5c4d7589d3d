package io.familiarface.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database and the one role that may log in to it. */
public record PostgresDatabase(int port, String name, String user, String password) {

  public String jdbcUrl() {
    return "jdbc:postgresql://" + PostgresServer.HOST + ":" + port + "/" + name;
  }

  /** Unpooled: each connection is a new one. */
  public DataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl());
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  @Override
  public String toString() {
    return user + "@" + jdbcUrl();
  }
}
