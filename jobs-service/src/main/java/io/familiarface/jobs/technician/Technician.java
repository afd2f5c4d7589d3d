package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** Somebody who goes to customers. */
@Entity
public class Technician {
  @Id UUID id;
  String externalId;
  String name;
  String branch;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> skills;

  LocalDate hiredOn;
  LocalDate leftOn;

  /** What the last line of an import said of them. */
  @OptimisticLock(excluded = true)
  Long lineFingerprint;

  @Version long version;

  protected Technician() {}

  static Technician create(NewTechnician details) {
    Technician technician = new Technician();
    technician.id = Ids.next();
    technician.update(details);
    return technician;
  }

  void update(NewTechnician details) {
    if (details.hiredOn() != null
        && details.leftOn() != null
        && details.leftOn().isBefore(details.hiredOn())) {
      throw JobsProblem.CONTRADICTION.at("/leftOn", "Nobody leaves before being hired.");
    }
    externalId = details.externalId();
    name = details.name();
    branch = details.branch();
    skills = details.skills();
    hiredOn = details.hiredOn();
    leftOn = details.leftOn();
  }

  NewTechnician details() {
    return new NewTechnician(externalId, name, branch, List.copyOf(skills), hiredOn, leftOn);
  }

  /** {@code leftOn} is the last day in the company. */
  public boolean hasLeftBy(LocalDate day) {
    return employment().hasEndedBy(day);
  }

  public boolean isEmployedOn(LocalDate day) {
    return employment().covers(day);
  }

  /** Refuses a day on which nobody by this name worked here. */
  public void requireEmployedOn(LocalDate day, String pointer) {
    employment().requireOn(day, pointer);
  }

  public void requireNotLeftBy(LocalDate day, String pointer) {
    employment().requireNotEndedBy(day, pointer);
  }

  private Employment employment() {
    return new Employment(name, hiredOn, leftOn);
  }

  public UUID id() {
    return id;
  }

  public String externalId() {
    return externalId;
  }

  public String name() {
    return name;
  }

  public String branch() {
    return branch;
  }

  public List<String> skills() {
    return List.copyOf(skills);
  }
}
