package io.familiarface.jobs.technician;

import com.fasterxml.jackson.core.type.TypeReference;
import io.familiarface.jobs.ListJson;
import jakarta.persistence.Converter;

@Converter
class WorkingHoursJson extends ListJson<WorkingHours> {
  static final WorkingHoursJson INSTANCE = new WorkingHoursJson();

  WorkingHoursJson() {
    super(new TypeReference<>() {});
  }
}
