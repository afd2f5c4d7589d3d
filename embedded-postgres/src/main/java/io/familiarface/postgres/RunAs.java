package io.familiarface.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, and in containers we often are. As root the programs run in a
 * user namespace of their own or, where the machine forbids those, as the user {@code nobody} who
 * is let through to the folders of root.
 */
enum RunAs {
  OURSELVES(List.of()),
  USER_NAMESPACE(List.of("unshare", "--user")),
  NOBODY(
      List.of(
          "setpriv",
          "--reuid=" + Ids.NOBODY,
          "--regid=" + Ids.NOBODY,
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override"));

  private final List<String> prefix;

  RunAs(List<String> prefix) {
    this.prefix = prefix;
  }

  static RunAs choose() {
    if (new UnixSystem().getUid() != Ids.ROOT) {
      return OURSELVES;
    }
    for (RunAs way : List.of(USER_NAMESPACE, NOBODY)) {
      if (way.works()) {
        return way;
      }
    }
    throw new PostgresException(
        "PostgreSQL does not run as root, and this machine offers neither `unshare --user` nor"
            + " `setpriv`: start as an ordinary user, or install util-linux.");
  }

  List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /**
   * Where the programs go. The right to pass through root's folders holds for data but not for
   * programs, so {@code nobody} needs them in a folder that is open to all.
   */
  Path programs(Path home) {
    return this == NOBODY ? Path.of("/var/lib/familiar-face") : home;
  }

  /** Gives the folder to whoever the programs run as; PostgreSQL insists on owning its data. */
  void own(Path folder) throws IOException {
    if (this == OURSELVES) {
      return;
    }
    Integer owner = this == NOBODY ? Ids.NOBODY : Ids.ROOT;
    if (!owner.equals(Files.getAttribute(folder, "unix:uid"))) {
      for (Path path : Folders.deepestFirst(folder)) {
        Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private boolean works() {
    try {
      return ExternalCommand.run(command(List.of("true"))).isSuccess();
    } catch (PostgresException notInstalled) {
      return false;
    }
  }

  private static final class Ids {
    static final int ROOT = 0;
    static final int NOBODY = 65534;
  }
}
