package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.data.io.CsvTexts;
import org.limpid.models.tool.OutputFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that several commands have alike. */
final class SharedOptions {
  private SharedOptions() {}

  /** The data set that a command reads. */
  static final class DataSet {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "Data set: a folder with dataset.json.")
    private Path folder;

    Path folder() {
      return folder;
    }
  }

  /** The run that a command reads. */
  static final class Results {
    @Option(
        names = "--run",
        required = true,
        paramLabel = "RESULTS",
        description = "Results: a folder that 'limpid simulate' made.")
    private Path folder;

    Path folder() {
      return folder;
    }
  }

  /** A run and a data set, either of which may do. */
  static final class RunAndData {
    @Option(
        names = "--run",
        paramLabel = "RESULTS",
        description = "Results: a folder that 'limpid simulate' made.")
    private Optional<Path> run;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Data set: a folder with dataset.json.")
    private Optional<Path> data;

    Optional<Path> run() {
      return run;
    }

    Optional<Path> data() {
      return data;
    }
  }

  /** The folders of commands that make results from a data set. */
  static final class DataToResults {
    @Mixin private DataSet data;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "OUT",
        description = "Folder for the results, new or empty.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace older results in that folder.")
    private boolean overwrite;

    Path data() {
      return data.folder();
    }

    Path out() {
      return out;
    }

    boolean overwrite() {
      return overwrite;
    }
  }

  /** The model that a command reads. */
  static final class ModelFile {
    @Parameters(
        paramLabel = "MODEL",
        description = "Model that 'train' wrote, or an EBM that interpret wrote as JSON.")
    private Path path;

    Path path() {
      return path;
    }
  }

  /** The one file that a command makes. */
  static final class MadeFile {
    @Option(
        names = "--out",
        required = true,
        paramLabel = "OUT",
        description = "File to make; it is there in full or not at all.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace a file that is there.")
    private boolean overwrite;

    OutputFile value() {
      return new OutputFile(out, overwrite);
    }

    Path path() {
      return out;
    }
  }

  /** The data set that a command makes. */
  static final class MadeData {
    @Option(names = "--out", required = true, paramLabel = "OUT", description = "Folder to make.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace an older data set.")
    private boolean overwrite;

    Path path() {
      return out;
    }

    boolean overwrite() {
      return overwrite;
    }
  }

  /** Which policy of a run is meant. */
  static final class PolicyOfRun {
    @Option(
        names = "--policy",
        paramLabel = "POLICY",
        completionCandidates = PolicyNames.class,
        description =
            "Policy of the run. Default: ${bundle:subject-name}, or the first of the run.")
    private Optional<String> policy;

    Optional<String> name() {
      return policy;
    }
  }

  /** How names stand in CSV files for people. */
  static final class SafeCsv {
    @Option(
        names = "--safe-csv",
        description =
            "Put an apostrophe before names in CSV files that a spreadsheet would run as a"
                + " formula.")
    private boolean safe;

    /** In files that Limpid reads back. */
    CsvTexts readBack() {
      return safe ? CsvTexts.SAFE : CsvTexts.RESTORABLE;
    }

    /** In files for others only. */
    CsvTexts forOthers() {
      return safe ? CsvTexts.SAFE : CsvTexts.EXACT;
    }
  }

  /** Threads that work is divided among. */
  static final class Threads {
    @Option(
        names = "--threads",
        paramLabel = "N",
        converter = WholeNumber.FromOne.class,
        description = "Threads to use; results don't depend on it. By default one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    int value() {
      return threads;
    }
  }
}
