package io.familiarface.standalone.command;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.column.Mapping;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import io.familiarface.history.send.HistorySender;
import io.familiarface.history.send.SendReport;
import io.familiarface.history.send.Services;
import io.familiarface.standalone.CompanyZone;
import io.familiarface.standalone.RunningInstance;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.TokenClaims;
import io.familiarface.standalone.TokenIssuer;
import io.familiarface.standalone.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description = "Brings in a list of visits from another system; may be run again.")
final class ImportCommand implements Callable<Integer> {
  private static final Duration TOKEN_VALID = Duration.ofMinutes(15);

  private static final String DEMO_IS_THERE =
      """
      The demo company is in these data, and your customers come beside those made up. To have \
      yours alone: ./familiar stop, then ./familiar start --fresh --no-demo, then import.""";

  @Mixin InstanceOptions instance;
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV, one line a visit.")
  Path file;

  @Option(names = "--dry-run", description = "Only shows how the file is understood.")
  boolean dryRun;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Your own names for columns, words and people.")
  Path mapping;

  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description = "The same system's list of clients: fills in telephone, e-mail and address.")
  Path clients;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "generic, quickbooks, jobber, housecall-pro or servicetitan (default: found out).")
  String preset;

  @Option(
      names = "--date-format",
      paramLabel = "FORMAT",
      description = "Such as MM/dd/yyyy (default: found out).")
  String dateFormat;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "USD",
      description = "Of prices that name none (default: ${DEFAULT-VALUE}).")
  String currency;

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      throw new UserError("There is no readable file " + file + ": give the path of your list.");
    }
    try {
      return bringIn();
    } catch (IOException e) {
      throw new UserError(
          "Free space in "
              + System.getProperty("java.io.tmpdir")
              + ", then run it again: "
              + e.getMessage(),
          e);
    }
  }

  private int bringIn() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    var progress = new ImportProgress(out);
    try (HistoryPlan plan = new HistoryReader(options()).read(file, progress)) {
      out.print(plan.report());
      out.flush();
      if (plan.report().rejectedCount() > 0) {
        keepRejected(plan, out);
      }
      if (!plan.report().isClear()) {
        return 1;
      }
      if (instance.dataDirectory().hasDemo()) {
        out.println(DEMO_IS_THERE);
        out.flush();
      }
      if (dryRun) {
        return 0;
      }
      RunningInstance running = running();
      SendReport sent = new HistorySender(services(running)).send(plan, progress);
      out.print(sent);
      out.flush();
      if (sent.refusedCount() > 0) {
        keepRejected(plan, out);
      }
      new AtRiskSummary(clients(running), out).print();
      return sent.refusedCount() == 0 ? 0 : 1;
    }
  }

  private HistoryOptions options() throws IOException {
    HistoryOptions options = HistoryOptions.in(CompanyZone.id()).withCurrency(currency);
    if (preset != null) {
      options = options.withPreset(preset);
    }
    if (dateFormat != null) {
      options = options.withDateFormat(dateFormat);
    }
    if (clients != null) {
      options = options.withClients(clients);
    }
    return mapping == null ? options : options.withMapping(Mapping.read(mapping));
  }

  private RunningInstance running() {
    return instance
        .running()
        .orElseThrow(
            () ->
                new UserError(
                    "Familiar Face does not run in "
                        + instance.dataDirectory().path()
                        + ": run ./familiar start first, in another terminal."));
  }

  private Services services(RunningInstance running) {
    return new Services(running.url(Service.CUSTOMERS), running.url(Service.JOBS), bearer());
  }

  private Function<Service, ServiceClient> clients(RunningInstance running) {
    Supplier<String> bearer = bearer();
    return service -> ServiceClient.to(running.url(service), bearer.get());
  }

  private Supplier<String> bearer() {
    var tokens = TokenIssuer.of(instance.dataDirectory());
    return () -> tokens.issue(TokenClaims.of("manager", "familiar import", TOKEN_VALID));
  }

  /** Beside the list, where its owner looks for it. */
  private void keepRejected(HistoryPlan plan, PrintWriter out) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Path rejected = file.resolveSibling(name + "-rejected.csv");
    try {
      Files.copy(plan.rejectedLines(), rejected, StandardCopyOption.REPLACE_EXISTING);
      out.println("All lines that stay out, with the reasons: " + rejected);
    } catch (IOException e) {
      out.println("The lines that stay out could not be written to " + rejected + ": " + e);
    }
  }
}
