package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.adaptation.course.CourseRequest.LearningFiles;
import picocli.CommandLine.Option;

/** What all commands about growing networks read. */
final class AdaptOptions {
  @Option(
      names = "--trainings",
      required = true,
      paramLabel = "FILE",
      description = "Recorded trainings: a CSV file, all sequences of actions of each scenario.")
  private Path trainings;

  @Option(
      names = "--vocabulary",
      required = true,
      paramLabel = "FILE",
      description = "Identifiers of layers: a JSON object.")
  private Path vocabulary;

  @Option(
      names = "--embeddings",
      required = true,
      paramLabel = "FILE",
      description = "Numbers for each identifier, as little-endian 32-bit floating point.")
  private Path embeddings;

  Path trainings() {
    return trainings;
  }

  Path vocabulary() {
    return vocabulary;
  }

  Path embeddings() {
    return embeddings;
  }

  LearningFiles files() {
    return new LearningFiles(trainings, vocabulary, embeddings);
  }
}
