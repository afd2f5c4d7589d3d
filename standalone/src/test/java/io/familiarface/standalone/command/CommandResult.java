package io.familiarface.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** What the command said when it was called, in this JVM. */
public record CommandResult(int exitCode, String output, String errors) {

  /** How each command is to be used, by its name, on a line of usual length. */
  public static Map<String, String> usages() {
    CommandLine familiar = Familiar.commandLine().setUsageHelpAutoWidth(false);
    Map<String, String> usages = new TreeMap<>();
    usages.put("familiar", familiar.getUsageMessage());
    familiar.getSubcommands().forEach((name, one) -> usages.put(name, one.getUsageMessage()));
    usages.remove("help");
    return usages;
  }

  public static CommandResult by(Object... arguments) {
    var words = new StringWriter();
    var complaint = new StringWriter();
    int exitCode =
        Familiar.commandLine()
            .setOut(new PrintWriter(words, true))
            .setErr(new PrintWriter(complaint, true))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandResult(exitCode, words.toString(), complaint.toString());
  }
}
