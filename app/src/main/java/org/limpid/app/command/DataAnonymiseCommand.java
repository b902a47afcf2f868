package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.data.derive.Anonymiser;
import org.limpid.data.derive.NameKey;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "anonymise",
    description = {
      "Give users, jobs, groups of jobs, nodes and virtual clusters of a data set other names. The"
          + " results of a simulation stay the same.",
      "New names follow from the old ones and the key: who lacks the key can't find them by trying."
    },
    footer = {
      "%nExamples:",
      "  head -c 32 /dev/urandom > names.key",
      "  limpid data anonymise venus --key names.key --out public"
    })
final class DataAnonymiseCommand extends CommandInSession {
  private static final int MOST_DAYS = 36_500;

  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description =
          "A secret: a file of 16 random bytes or more. The same key gives the same name to the"
              + " same user in another data set.")
  private Path key;

  @Mixin private SharedOptions.MadeData output;

  @Option(
      names = "--shift-days",
      paramLabel = "N",
      description =
          "Make all dates N days later, or earlier where N is negative; multiples of 7 keep the"
              + " days of the week.")
  private int shiftDays;

  @Override
  public void run() {
    require(
        Math.abs((long) shiftDays) <= MOST_DAYS, "--shift-days must be at most a hundred years");
    DatasetReader source = DatasetReader.open(folder);
    new Anonymiser(source, NameKey.read(key), shiftDays).write(output.path(), output.overwrite());
    session()
        .notice(
            "%s under other names: see %s. Names of workloads and of estimates stay."
                .formatted(Words.count(source.trace().size(), "job"), output.path()));
  }
}
