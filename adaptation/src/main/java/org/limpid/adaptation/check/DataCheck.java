package org.limpid.adaptation.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.adaptation.course.CourseRequest.LearningFiles;
import org.limpid.adaptation.policy.Embeddings;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * What was found in the files that policies learn from.
 *
 * @param problems what can't be right, in the order of the files
 * @param warnings what can be used, but may not be meant
 * @param scenarios what was recorded, if it could be read
 */
public record DataCheck(List<Problem> problems, List<String> warnings, List<Scenario> scenarios) {
  public DataCheck {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * Reads all files. Rows are looked at one by one; only where a table as such is fine, its rows
   * are compared with each other, with the epochs, and with the vocabulary.
   *
   * @param epochs the epochs of all trainings, if they are there
   */
  public static DataCheck of(LearningFiles files, Optional<Path> epochs) {
    Problems problems = new Problems();
    List<Scenario> scenarios = new ArrayList<>();
    collect(problems, () -> scenarios.addAll(TrainingsFile.read(files.trainings())));
    if (!scenarios.isEmpty()) {
      TrainingsCheck.check(files.trainings(), problems);
      epochs.ifPresent(file -> EpochsCheck.check(file, scenarios, problems));
    }
    List<String> warnings = new ArrayList<>();
    collect(
        problems,
        () -> {
          Embeddings embeddings = Embeddings.read(files.embeddings());
          Vocabulary vocabulary = Vocabulary.read(files.vocabulary(), embeddings);
          VocabularyCheck.check(vocabulary, scenarios, problems);
          warnings.addAll(VocabularyCheck.warnings(vocabulary, embeddings));
        });
    return new DataCheck(problems.list(), warnings, scenarios);
  }

  private static void collect(Problems problems, Runnable reading) {
    try {
      reading.run();
    } catch (DataException e) {
      problems.addAll(e);
    }
  }
}
