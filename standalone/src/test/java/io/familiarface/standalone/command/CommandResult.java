package io.familiarface.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** What the command said when it was called, in this JVM. */
public record CommandResult(int exitCode, String output, String errors) {

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
