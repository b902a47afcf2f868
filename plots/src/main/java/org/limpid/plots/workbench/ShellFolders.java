package org.limpid.plots.workbench;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a Java shell opens before its user does anything; any of it may be empty.
 *
 * @param run results of a simulation, the variable {@code run}
 * @param data a data set, the variable {@code data}
 * @param models trained models, the variable {@code models}
 */
public record ShellFolders(Optional<Path> run, Optional<Path> data, Optional<Path> models) {
  public ShellFolders {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(models, "models");
  }
}
