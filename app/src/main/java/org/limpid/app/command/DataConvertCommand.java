package org.limpid.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.limpid.data.convert.JobConversion;
import org.limpid.data.io.CsvTable;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.Words;
import org.limpid.files.table.Parquet;
import org.limpid.models.tool.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = {
      "Write the jobs of a data set as a table or trace for other programs.",
      "A Parquet table becomes CSV, which 'limpid data import csv' reads."
    },
    footer = {
      "%nExamples:",
      "  limpid data convert venus --to csv --out jobs.csv",
      "  limpid data convert venus --to swf --out venus.swf",
      "  limpid data convert jobs.parquet --to csv --out jobs.csv"
    })
final class DataConvertCommand extends CommandInSession {
  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json, or a Parquet file.")
  private Path source;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      converter = Choices.JobConversions.class,
      completionCandidates = Choices.JobConversions.class,
      description = "What to write: ${COMPLETION-CANDIDATES}.")
  private JobConversion format;

  @Mixin private SharedOptions.MadeFile output;

  @Override
  public void run() {
    OutputFile file = output.value();
    if (Files.isRegularFile(source)) {
      require(format == JobConversion.CSV, "--to must be csv where a file is converted");
      file.check(source);
      new CsvTable()
          .copy(file.path(), file.overwrite(), taker -> Parquet.find().read(source, taker));
      session().notice("The table is in %s.".formatted(file.path()));
    } else {
      convertJobs(file);
    }
  }

  private void convertJobs(OutputFile file) {
    file.check(source.resolve(DatasetDescription.FILE_NAME));
    DatasetReader reader = DatasetReader.open(source);
    reader.description().fileNames().forEach(name -> file.check(source.resolve(name)));
    format.write(reader, file.path(), file.overwrite()).forEach(session()::notice);
    session()
        .notice(
            Words.counted("%,d {job is|jobs are} in ", reader.trace().size()) + file.path() + ".");
  }
}
