package io.familiarface.jobs.technician;

import com.fasterxml.jackson.core.type.TypeReference;
import io.familiarface.jobs.ListJson;
import jakarta.persistence.Converter;

@Converter
class CertificatesJson extends ListJson<TechnicianCertificate> {
  static final CertificatesJson INSTANCE = new CertificatesJson();

  CertificatesJson() {
    super(new TypeReference<>() {});
  }
}
