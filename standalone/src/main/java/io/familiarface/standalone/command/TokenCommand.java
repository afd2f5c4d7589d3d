package io.familiarface.standalone.command;

import io.familiarface.standalone.TokenClaims;
import io.familiarface.standalone.TokenIssuer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "token", description = "Prints a bearer token, and nothing else.")
final class TokenCommand implements Callable<Integer> {
  @Mixin InstanceOptions instance;
  @Spec CommandSpec spec;

  @Option(
      names = "--role",
      required = true,
      description = "One of admin, manager, csr, technician, accounting, integration, service.")
  String role;

  @Option(names = "--technician", paramLabel = "ID", description = "Which technician that is.")
  UUID technician;

  @Option(names = "--name", description = "Who is shown to have done what (default: the role).")
  String name;

  @Option(
      names = "--hours",
      defaultValue = "12",
      description = "How long the token is valid (default: ${DEFAULT-VALUE}).")
  int hours;

  @Override
  public Integer call() {
    var claims =
        new TokenClaims(
            role,
            name == null ? role : name,
            Optional.ofNullable(technician),
            Duration.ofHours(hours));
    var tokens = TokenIssuer.of(instance.dataDirectory());
    spec.commandLine().getOut().println(tokens.issue(claims));
    return 0;
  }
}
