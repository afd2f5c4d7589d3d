package io.familiarface.customers.technician;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The state of a technician as the feed {@code technicians} tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TechnicianEvent(
    UUID id,
    String externalId,
    String name,
    List<String> skills,
    LocalDate leftOn,
    List<Absence> absences,
    long revision) {}
