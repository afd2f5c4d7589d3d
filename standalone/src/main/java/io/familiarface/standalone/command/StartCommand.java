package io.familiarface.standalone.command;

import io.familiarface.standalone.DataDirectory;
import io.familiarface.standalone.LocalSystem;
import io.familiarface.standalone.Progress;
import io.familiarface.standalone.UserError;
import io.familiarface.standalone.demo.DemoCompany;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "start",
    description = "Starts everything, and runs until Ctrl-C or ./familiar stop.")
final class StartCommand implements Callable<Integer> {
  @Mixin InstanceOptions instance;
  @Spec CommandSpec spec;

  @Option(
      names = "--no-demo",
      description = "With no demo company, now and at every later start of these data.")
  boolean noDemo;

  @Option(names = "--fresh", description = "Forgets all data of earlier runs first.")
  boolean fresh;

  @Override
  public Integer call() throws InterruptedException {
    try (var progress = new Progress(System.out)) {
      var system =
          new LocalSystem(
              InstanceOptions.root(), instance.dataDirectory(), instance.ports(), progress);
      var stopper = new Thread(() -> stop(system, progress), "stop");
      Runtime.getRuntime().addShutdownHook(stopper);
      startOrLeaveNothing(system, progress, stopper);
      PrintWriter out = spec.commandLine().getOut();
      new StartupBanner(system, instance).print(out);
      out.flush();
      // Until a signal starts the shutdown hook.
      new CountDownLatch(1).await();
      return 0;
    }
  }

  private void startOrLeaveNothing(LocalSystem system, Progress progress, Thread stopper) {
    try {
      start(system, progress);
    } catch (RuntimeException e) {
      if (stopper.getState() == Thread.State.NEW) {
        system.close();
      } else {
        // Ctrl-C while starting: what failed, failed because it is being stopped.
        LockSupport.park();
      }
      throw e;
    }
  }

  private void start(LocalSystem system, Progress progress) {
    progress.say("Starting Familiar Face in " + system.dataDirectory().path());
    system.start(fresh, settings(system.dataDirectory()));
    if (noDemo) {
      keepDemoOut(system.dataDirectory(), progress);
    } else {
      loadDemo(system, progress);
    }
  }

  private Map<String, String> settings(DataDirectory data) {
    boolean demo = fresh ? !noDemo : data.hasDemo() || !noDemo && !data.isOwn();
    return demo ? DemoCompany.SETTINGS : Map.of();
  }

  /** Of a later start, too, by whoever has forgotten to say so again. */
  private static void keepDemoOut(DataDirectory data, Progress progress) {
    if (data.hasDemo()) {
      progress.say("  The demo company is in these data already; --fresh --no-demo begins anew.");
    } else {
      data.markOwn();
    }
  }

  /** A company of one's own can be worked with even if the demo's does not come in. */
  private static void loadDemo(LocalSystem system, Progress progress) {
    try {
      DemoCompany.loadOnce(system, progress);
    } catch (UserError trouble) {
      progress.say("  " + trouble.getMessage());
      progress.say("  Everything else runs. The next start tries again.");
    }
  }

  private static void stop(LocalSystem system, Progress progress) {
    if (system.isStarted()) {
      progress.say("Stopping Familiar Face");
      system.close();
      progress.say("Stopped; the data stay in " + system.dataDirectory().path());
    }
  }
}
