package io.familiarface.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where browsers reach the three services. */
@ApplicationScoped
class PublicUrls {
  private final String customers;
  private final String jobs;
  private final String feedback;

  PublicUrls(
      @ConfigProperty(name = "familiar.public-url.customers") String customers,
      @ConfigProperty(name = "familiar.public-url.jobs") String jobs,
      @ConfigProperty(name = "familiar.public-url.feedback") String feedback) {
    this.customers = customers;
    this.jobs = jobs;
    this.feedback = feedback;
  }

  String customers() {
    return customers;
  }

  String jobs() {
    return jobs;
  }

  String feedback() {
    return feedback;
  }

  Stream<String> origins() {
    return Stream.of(customers, jobs, feedback).map(PublicUrls::origin);
  }

  static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
