package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class InstalmentsJson extends ListJson<Instalment> {
  static final InstalmentsJson INSTANCE = new InstalmentsJson();

  InstalmentsJson() {
    super(new TypeReference<>() {});
  }
}
