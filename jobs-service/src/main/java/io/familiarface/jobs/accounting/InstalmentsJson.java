package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import io.familiarface.jobs.ListJson;
import jakarta.persistence.Converter;

@Converter
class InstalmentsJson extends ListJson<Instalment> {
  static final InstalmentsJson INSTANCE = new InstalmentsJson();

  InstalmentsJson() {
    super(new TypeReference<>() {});
  }
}
