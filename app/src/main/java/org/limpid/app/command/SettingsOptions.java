package org.limpid.app.command;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.limpid.experiment.simulate.SettingsFile;
import org.limpid.experiment.simulate.SystemSettings;
import org.limpid.simulation.policy.LucidOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for what an operator of Lucid may choose. */
final class SettingsOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--profiler-nodes",
      paramLabel = "N",
      converter = WholeNumber.FromZero.class,
      description = "Nodes of Lucid's profiler, 0 for none; by default as in the data set.")
  private Integer profilerNodes;

  @Option(
      names = "--profiler-time",
      paramLabel = "SECONDS",
      converter = WholeNumber.FromOne.class,
      description = "Longest time of a job in the profiler; by default as in the data set.")
  private Integer profilerSeconds;

  @Option(
      names = "--profiler-factor",
      paramLabel = "F",
      converter = WholeNumber.FromOne.class,
      description =
          "Jobs of more than F GPUs per node of the profiler skip it; by default as in the data"
              + " set.")
  private Integer profilerFactor;

  @Option(
      names = "--sharing-limit",
      paramLabel = "SUM",
      converter = WholeNumber.FromZero.class,
      description =
          "Two jobs share GPUs only if their share scores (0 light, 1 medium, 2 heavy) add up to"
              + " SUM at most, 0 to 4 (2).")
  private Integer sharingLimit;

  @Option(
      names = "--memory-margin",
      paramLabel = "MIB",
      converter = WholeNumber.FromZero.class,
      description = "Memory of each GPU that two jobs must leave free, MiB (0).")
  private Integer memoryMarginMib;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Take the five settings above from a file that 'limpid tune' has written, as far as no"
              + " option says otherwise.")
  private Path file;

  /**
   * What was asked for.
   *
   * @throws ParameterException if there is no such sharing limit
   */
  SystemSettings value() {
    if (sharingLimit != null && sharingLimit > LucidOptions.ANY_PAIR) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--sharing-limit': expected a whole number of 0 to %d, found '%d'"
              .formatted(LucidOptions.ANY_PAIR, sharingLimit));
    }
    SystemSettings said =
        new SystemSettings(
            optional(profilerNodes),
            optional(profilerSeconds),
            optional(profilerFactor),
            optional(sharingLimit),
            optional(memoryMarginMib));
    return file == null ? said : said.or(SettingsFile.read(file));
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
