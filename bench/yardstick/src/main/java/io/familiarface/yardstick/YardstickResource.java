package io.familiarface.yardstick;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A bare visit with a bare event in, and a customer with twenty visits out: JDBC and JSON, no
 * token, no rules, nothing that is said twice.
 */
@Path("/")
public class YardstickResource {
  private static final String INSERT_VISIT =
      "insert into bare_visit (id, agreement_id, completed_at, state) values (?, ?, ?, ?)";
  private static final String INSERT_EVENT =
      "insert into bare_event (subject, type, data) values (?, ?, ?::json)";
  private static final String SELECT_CUSTOMER =
      """
      select c.id, c.name, c.phone, c.address, v.at, v.technician, v.state
      from bare_customer c join bare_visit_of v on v.customer_id = c.id
      where c.id = ?
      """;

  private final DataSource database;

  YardstickResource(DataSource database) {
    this.database = database;
  }

  public record NewVisit(UUID agreementId, String state) {}

  public record Visit(UUID id, UUID agreementId, OffsetDateTime completedAt, String state) {}

  public record Customer(int id, String name, String phone, String address, List<Past> visits) {}

  public record Past(OffsetDateTime at, String technician, String state) {}

  @POST
  @Path("visits")
  public Response insertVisit(NewVisit body) throws SQLException {
    var visit =
        new Visit(
            UUID.randomUUID(),
            body.agreementId(),
            OffsetDateTime.now(ZoneOffset.UTC),
            body.state());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT_VISIT)) {
        insert.setObject(1, visit.id());
        insert.setObject(2, visit.agreementId());
        insert.setObject(3, visit.completedAt());
        insert.setString(4, visit.state());
        insert.executeUpdate();
      }
      try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
        insert.setObject(1, visit.id());
        insert.setString(2, "visit.completed");
        insert.setString(3, "{\"state\":\"" + visit.state() + "\"}");
        insert.executeUpdate();
      }
      connection.commit();
    }
    return Response.created(URI.create("/visits/" + visit.id())).entity(visit).build();
  }

  @GET
  @Path("customers/{id}")
  public Customer readCustomer(@PathParam("id") int id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT_CUSTOMER)) {
      select.setInt(1, id);
      try (ResultSet rows = select.executeQuery()) {
        Customer customer = null;
        while (rows.next()) {
          if (customer == null) {
            customer =
                new Customer(
                    rows.getInt(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    new ArrayList<>());
          }
          customer
              .visits()
              .add(
                  new Past(
                      rows.getObject(5, OffsetDateTime.class),
                      rows.getString(6),
                      rows.getString(7)));
        }
        if (customer == null) {
          throw new NotFoundException();
        }
        return customer;
      }
    }
  }
}
