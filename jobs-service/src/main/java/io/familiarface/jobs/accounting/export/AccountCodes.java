package io.familiarface.jobs.accounting.export;

import jakarta.enterprise.context.ApplicationScoped;

/** The account that the income of each program goes to. */
@ApplicationScoped
public class AccountCodes {
  private final ExportSettings settings;

  AccountCodes(ExportSettings settings) {
    this.settings = settings;
  }

  public String accountOf(String program) {
    return settings.accountOf(program);
  }
}
