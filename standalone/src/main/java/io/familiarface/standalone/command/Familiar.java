package io.familiarface.standalone.command;

import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.send.SendingStopped;
import io.familiarface.standalone.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The command {@code familiar}. */
@Command(
    name = "familiar",
    description = "Runs Familiar Face on this machine: PostgreSQL and the three services.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StartCommand.class,
      StopCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      ImportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ArchiveCommand.class,
      HelpCommand.class
    })
public final class Familiar implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Familiar())
        .setExecutionExceptionHandler(Familiar::oneLine)
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do:");
  }

  /** What a person can mend is one line; anything else is a mistake of ours and shown whole. */
  private static int oneLine(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (exception instanceof UserError
        || exception instanceof UnreadableHistory
        || exception instanceof SendingStopped) {
      command.getErr().println(exception.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw exception;
  }
}
