package io.familiarface.jobs.technician;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
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

  @Convert(converter = CertificatesJson.class)
  @ColumnTransformer(write = "?::jsonb")
  List<TechnicianCertificate> certificates;

  @Convert(converter = WorkingHoursJson.class)
  @ColumnTransformer(write = "?::jsonb")
  List<WorkingHours> workingHours;

  String introduction;

  /** Which photo there is of them; null without one. */
  String photoTag;

  LocalDate hiredOn;
  LocalDate leftOn;

  /** The last day on which any of their skills may be used; null while that has no end. */
  LocalDate licensedUntil;

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
    WorkingHours.requireSensible(details.workingHours());
    externalId = details.externalId();
    name = details.name();
    branch = details.branch();
    skills = details.skills();
    certificates = details.certificates();
    workingHours = details.workingHours();
    introduction = details.introduction();
    hiredOn = details.hiredOn();
    leftOn = details.leftOn();
    licensedUntil = TechnicianCertificate.lastDayOf(skills, certificates).orElse(null);
  }

  NewTechnician details() {
    return new NewTechnician(
        externalId,
        name,
        branch,
        List.copyOf(skills),
        certificates,
        workingHours,
        introduction,
        hiredOn,
        leftOn);
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

  /** Whether they leave, and not on the last day that can be written, which is for good. */
  boolean isToLeave() {
    return leftOn != null && leftOn.isBefore(CompanyCalendar.LAST);
  }

  /** Whether anybody has said what they can do. */
  public boolean hasSkillsOnRecord() {
    return !skills.isEmpty();
  }

  /** The skills that may be used on a day: those whose certificate has expired are left out. */
  public List<String> skillsOn(LocalDate day) {
    return TechnicianCertificate.usable(skills, certificates, day);
  }

  /** Whether some of the skills may not be used any more on a day. */
  public boolean hasLostLicenceBy(LocalDate day) {
    return licensedUntil != null && licensedUntil.isBefore(day);
  }

  /** What some of the skills may be used with alone. */
  public List<TechnicianCertificate> certificates() {
    return List.copyOf(certificates);
  }

  /** In the company's time zone; empty when nobody has said which. */
  public List<WorkingHours> workingHours() {
    return List.copyOf(workingHours);
  }

  /** The first day; null when nobody knows. */
  public LocalDate hiredOn() {
    return hiredOn;
  }

  /** The last day; null while there is none. */
  public LocalDate leftOn() {
    return leftOn;
  }

  /** Their last day is known. */
  void leaveAfter(LocalDate lastDay) {
    NewTechnician d = details();
    update(
        new NewTechnician(
            d.externalId(),
            d.name(),
            d.branch(),
            d.skills(),
            d.certificates(),
            d.workingHours(),
            d.introduction(),
            d.hiredOn(),
            lastDay));
  }

  /** Two sentences for a customer who asks who is coming; null if nobody has written them. */
  public String introduction() {
    return introduction;
  }
}
