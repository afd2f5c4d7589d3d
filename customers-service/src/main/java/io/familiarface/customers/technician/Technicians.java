package io.familiarface.customers.technician;

import static io.familiarface.customers.question.Columns.days;
import static io.familiarface.customers.question.Columns.texts;
import static io.familiarface.customers.question.Columns.uuid;

import io.familiarface.customers.question.Question;
import io.familiarface.customers.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Our copy of the technicians. */
@ApplicationScoped
public class Technicians {

  private static final Question<Technician> WITH_IDS =
      new Question<>(
          """
          select id, external_id, name, skills, left_on, away_from, away_until
          from technician_copy where id = any (cast(? as uuid[]))""",
          Technicians::technician);

  private final EntityManager entities;
  private final DataSource database;

  Technicians(EntityManager entities, DataSource database) {
    this.entities = entities;
    this.database = database;
  }

  /** The technicians with these ids, as far as they are known yet. */
  public Map<UUID, Technician> byId(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Questions questions = new Questions();
    var found = questions.ask(WITH_IDS, ids.toString().replace('[', '{').replace(']', '}'));
    questions.send(database);
    return found.all().stream().collect(Collectors.toMap(Technician::id, Function.identity()));
  }

  Optional<Technician> find(UUID id) {
    return Optional.ofNullable(entities.find(TechnicianCopy.class, id)).map(TechnicianCopy::view);
  }

  Optional<Technician> find(String externalId) {
    return entities
        .createQuery("from TechnicianCopy t where t.externalId = :key", TechnicianCopy.class)
        .setParameter("key", externalId)
        .getResultStream()
        .findFirst()
        .map(TechnicianCopy::view);
  }

  void learn(TechnicianEvent event) {
    TechnicianCopy known = entities.find(TechnicianCopy.class, event.id());
    if (known == null) {
      known = new TechnicianCopy(event.id());
      known.become(event);
      entities.persist(known);
    } else if (known.revision < event.revision()) {
      known.become(event);
    }
  }

  void forget(UUID id) {
    Optional.ofNullable(entities.find(TechnicianCopy.class, id)).ifPresent(entities::remove);
  }

  private static Technician technician(ResultSet row) throws SQLException {
    List<LocalDate> from = days(row, "away_from");
    List<LocalDate> until = days(row, "away_until");
    return new Technician(
        uuid(row, "id"),
        row.getString("external_id"),
        row.getString("name"),
        texts(row, "skills"),
        row.getObject("left_on", LocalDate.class),
        Absence.paired(from, until));
  }
}
